// SPDX-License-Identifier: GPL-2.0-or-later
// What the names of styles and fonts say, and what letters in fonts from before Unicode mean.
#include <algorithm>

#include "common/base/ascii.h"
#include "common/base/ascii_text.h"
#include "common/base/utf8.h"
#include "common/text/letter_case.h"
#include "indexer/input/charset/decode.h"
#include "indexer/input/charset/likeness.h"
#include "indexer/input/charset/single_bytes.h"
#include "indexer/input/office/office_paragraphs.h"

namespace timbao {
namespace {

// A charset is believed where the words read as Vietnamese at least so well, better than as they stand by so much, and
// where there are so many of them: the same figures as where a text without fonts is recognised (docs/encodings.md).
constexpr double kLeastShare = 0.6, kLeastGain = 0.2, kLeastSum = 3;

/// The beginning of a name in small letters: no name of a font or a style that counts is longer.
std::string lower_case(std::string_view name) {
  constexpr std::size_t kMostNameBytes = 100;
  return ascii_lower(name.substr(0, kMostNameBytes));
}

/// The byte that a character stood for; nothing where it is no byte, so that the text is Unicode. Word writes the
/// characters of fonts with signs of their own at U+F000 to U+F0FF.
std::optional<unsigned char> byte_of(char32_t character) {
  constexpr char32_t kOwnSigns = 0xF000, kEndOfOwnSigns = 0xF100;
  const bool is_own = character >= kOwnSigns && character < kEndOfOwnSigns;
  return single_byte(is_own ? character - kOwnSigns : character);
}

std::optional<std::string> bytes_of(std::string_view text) {
  std::string bytes;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint next = read_code_point(text, at);
    const std::optional<unsigned char> byte = byte_of(next.value);
    if (!byte) return std::nullopt;
    bytes += static_cast<char>(*byte);
    at += next.length;
  }
  return bytes;
}

/// The text of a span in Unicode; nothing where it is Unicode as it stands.
std::optional<std::string> decoded(std::string_view text, const LegacyFont& font) {
  const std::optional<std::string> bytes = bytes_of(text);
  if (!bytes) return std::nullopt;
  std::string letters = decode(*bytes, font.charset).text;
  return font.has_capitals ? in_case(letters, LetterCase::capitals) : letters;
}

/// A paragraph as its fonts say it reads, and how well it reads so and as it stands.
struct Candidate {
  std::optional<std::string> text;  // nothing where the fonts cannot be right
  Likeness as_font, as_unicode;
};

Candidate candidate_of(const OfficeParagraph& paragraph) {
  Candidate candidate;
  std::string text, before, after;
  std::size_t at = 0;
  for (const LegacySpan& span : paragraph.spans) {
    const std::string_view stands = std::string_view(paragraph.text).substr(span.begin, span.end - span.begin);
    const std::optional<std::string> letters = decoded(stands, span.font);
    if (!letters) return candidate;
    text.append(paragraph.text, at, span.begin - at).append(*letters);
    const std::string_view gap = at == span.begin ? "" : " ";  // words do not go on behind text in other fonts
    before.append(gap).append(stands);
    after.append(gap).append(*letters);
    at = span.end;
  }
  candidate.text = text.append(paragraph.text, at);
  candidate.as_font = likeness(after);
  candidate.as_unicode = likeness(before);
  return candidate;
}

enum class Verdict : std::uint8_t { undecided, font, unicode };

Verdict verdict_of(const Likeness& as_font, const Likeness& as_unicode) {
  const auto is_better = [](const Likeness& a, const Likeness& b) {
    return a.sum >= kLeastSum && a.share() >= kLeastShare && a.share() >= b.share() + kLeastGain;
  };
  if (is_better(as_font, as_unicode)) return Verdict::font;
  return is_better(as_unicode, as_font) ? Verdict::unicode : Verdict::undecided;
}

void add(Likeness& all, const Likeness& one) {
  all.words += one.words;
  all.sum += one.sum;
}

}  // namespace

ParagraphStyle style_named(std::string_view name) {
  const std::string lower = lower_case(name);
  if (lower == "title" || lower == "tiu") return ParagraphStyle::title;
  const bool is_numbered = lower.size() == 2 && lower[0] == 'u' && is_digit_at(lower, 1);
  return is_numbered || starts_with(lower, "heading") ? ParagraphStyle::heading : ParagraphStyle::text;
}

std::optional<LegacyFont> legacy_font(std::string_view name) {
  const std::string plain = lower_case(name);
  if (starts_with(plain, ".vn")) return LegacyFont{Charset::tcvn3, ends_with(plain, "h")};
  if (starts_with(plain, "vni-") || starts_with(plain, "vni ")) return LegacyFont{Charset::vni, false};
  return std::nullopt;
}

void OfficeParagraph::append(std::string_view piece, const std::optional<LegacyFont>& font) {
  const std::size_t begin = text.size();
  text += piece;
  if (!font || piece.empty()) return;
  if (!spans.empty() && spans.back().end == begin && spans.back().font == *font)
    spans.back().end = text.size();
  else
    spans.push_back({begin, text.size(), *font});
}

std::size_t decode_legacy_fonts(std::vector<OfficeParagraph>& paragraphs) {
  std::vector<Candidate> candidates;
  candidates.reserve(paragraphs.size());
  Likeness as_font, as_unicode;  // of the paragraphs that are too short to tell by themselves, too
  for (const OfficeParagraph& paragraph : paragraphs) {
    candidates.push_back(paragraph.spans.empty() ? Candidate{} : candidate_of(paragraph));
    add(as_font, candidates.back().as_font);
    add(as_unicode, candidates.back().as_unicode);
  }
  const Verdict of_document = verdict_of(as_font, as_unicode);
  std::size_t decoded_count = 0;
  for (std::size_t place = 0; place < paragraphs.size(); ++place) {
    Candidate& candidate = candidates[place];
    if (!candidate.text || *candidate.text == paragraphs[place].text) continue;
    const Verdict own = verdict_of(candidate.as_font, candidate.as_unicode);
    if ((own == Verdict::undecided ? of_document : own) != Verdict::font) continue;
    paragraphs[place].text = *std::move(candidate.text);
    ++decoded_count;
  }
  for (OfficeParagraph& paragraph : paragraphs) paragraph.spans.clear();
  return decoded_count;
}

}  // namespace timbao
