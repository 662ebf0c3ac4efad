// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/charset/to_utf8.h"

#include <simdjson.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "common/base/utf8.h"
#include "indexer/input/charset/decode.h"
#include "indexer/input/charset/detect.h"
#include "indexer/input/charset/stretches.h"

namespace timbao {
namespace {

/// The ways of writing that a charset may be mixed with UTF-8 in.
std::vector<Writing> ways_with(const std::string& text, Charset charset) {
  std::vector<Writing> ways = ways_of({text});
  const Writing named = writing_of(charset_name(charset));
  if (named != Writing::as_it_stands && ways.empty()) ways.push_back(named);
  return ways;
}

bool has_words_of_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Stretch stretch = next_stretch(text, at);
    at = stretch.end;
    if (stretch.may_be_other && is_word_of_utf8(text.substr(stretch.begin, stretch.end - stretch.begin))) return true;
  }
  return false;
}

/// A text in one charset.
Conversion convert_whole(std::string& text, Charset charset, double share) {
  DecodedText decoded = decode(text, charset);
  text = std::move(decoded.text);
  return {charset, decoded.impossible, share};
}

/// A text of which parts are UTF-8.
Conversion convert_runs(std::string& text, const DetectedCharset& detected) {
  const bool is_doubted = detected.doubted != Charset::utf8;
  const std::vector<Writing> ways = is_doubted ? std::vector<Writing>{} : ways_with(text, detected.charset);
  Conversion conversion;
  if (ways.empty() && !has_words_of_utf8(text)) {  // another language: no byte of it makes a word
    conversion = convert_whole(text, Charset::utf8, 0);
    conversion.doubted = detected.doubted;
    return conversion;
  }
  UnifiedText unified = unify_runs(text, ways);
  text = std::move(unified.text);
  conversion.replaced = unified.replaced;
  conversion.runs = unified.counts;
  conversion.doubted = detected.doubted;
  return conversion;
}

std::string percent(double share) { return std::to_string(static_cast<int>(share * 100)) + " %"; }

std::string runs_in_words(const WritingCounts& runs) {
  std::string words;
  for (const auto& row : kWritingNames)
    if (const std::size_t count = runs.at(static_cast<std::size_t>(row.value)); count > 0)
      words += (words.empty() ? "" : ", ") + std::to_string(count) + " words of " + std::string(row.name);
  return words;
}

}  // namespace

Conversion to_utf8_in_place(std::string& text, std::optional<Charset> given) {
  if (simdjson::validate_utf8(text.data(), text.size())) return {};
  if (given) return convert_whole(text, *given, 0);
  const DetectedCharset detected = detect_charset(text);
  if (detected.charset == Charset::utf8 || has_words_of_utf8(text)) return convert_runs(text, detected);
  return convert_whole(text, detected.charset, detected.share);
}

Remark ill_formed_remark(std::size_t replaced, const Conversion& conversion) {
  std::string detail = std::to_string(replaced) + " ill-formed parts of UTF-8";
  if (conversion.doubted != Charset::utf8)
    detail += "; it may be " + std::string(charset_name(conversion.doubted)) + ", but has too few words to tell";
  return {NoticeKind::ill_formed, replaced, std::move(detail)};
}

std::optional<Remark> charset_remark(std::string_view of_source, const Conversion& conversion) {
  std::string detail;
  if (conversion.from != Charset::utf8) detail = "read as " + std::string(charset_name(conversion.from));
  if (!of_source.empty()) detail = "read as " + std::string(of_source);
  if (conversion.share > 0) detail += "; " + percent(conversion.share) + " of its words are Vietnamese";
  if (conversion.from != Charset::utf8 && conversion.replaced > 0)
    detail += "; " + std::to_string(conversion.replaced) + " bytes are nothing in it and became U+FFFD";
  if (const std::string runs = runs_in_words(conversion.runs); !runs.empty())
    detail += (detail.empty() ? "" : "; ") + std::string("read in parts: ") + runs + ", all else as utf-8";
  if (detail.empty()) return std::nullopt;
  return Remark{NoticeKind::other_charset, 1, std::move(detail)};
}

}  // namespace timbao
