// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/fold.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include <algorithm>
#include <array>

#include "common/base/ascii.h"
#include "common/base/utf8.h"
#include "common/text/letters.h"

namespace timbao {
namespace {

/// A table of the folded forms of the letters that Vietnamese text is made of, so that ICU is needed only for others:
/// Latin-1 to Latin Extended-B, combining marks, Latin Extended Additional.
class LatinFolds {
 public:
  LatinFolds() {
    for (std::size_t i = 0; i < folds_.size(); ++i) folds_[i] = fold_code_point(code_point_at(i));
  }

  [[nodiscard]] const std::string* find(char32_t code_point) const {
    for (const Range& range : kRanges)
      if (code_point >= range.first && code_point < range.first + range.count)
        return &folds_[range.start + (code_point - range.first)];
    return nullptr;
  }

 private:
  struct Range {
    char32_t first;
    std::size_t count, start;
  };
  static constexpr std::array<Range, 3> kRanges{{{0x1E00, 0x100, 0}, {0x80, 0x1D0, 0x100}, {0x300, 0x70, 0x2D0}}};
  static constexpr std::size_t kCount = 0x340;

  static char32_t code_point_at(std::size_t index) {
    const auto* range = std::find_if(kRanges.begin(), kRanges.end(),
                                     [index](const Range& r) { return index >= r.start && index < r.start + r.count; });
    return range->first + static_cast<char32_t>(index - range->start);
  }

  std::array<std::string, kCount> folds_;
};

const LatinFolds& latin_folds() {
  static const LatinFolds folds;
  return folds;
}

/// Calls `put(folded letter, byte where it began)` letter by letter.
template <typename Put>
void fold_each(std::string_view text, Put&& put) {
  const LatinFolds& latin = latin_folds();
  for (std::size_t at = 0; at < text.size();) {
    if (is_ascii(text[at])) {
      const char lower = to_ascii_lower(text[at]);
      put(std::string_view(&lower, 1), at++);
      continue;
    }
    const CodePoint next = read_code_point(text, at);
    if (const std::string* folded = latin.find(next.value))
      put(std::string_view(*folded), at);
    else
      put(std::string_view(fold_code_point(next.value)), at);
    at += next.length;
  }
}

}  // namespace

FoldedText fold(std::string_view text) {
  FoldedText folded;
  folded.text.reserve(text.size());
  folded.offsets.reserve(text.size());
  fold_each(text, [&folded](std::string_view letter, std::size_t at) {
    for (const char byte : letter) {  // nearly always one byte: append() and insert() would take most of the time
      folded.text.push_back(byte);
      folded.offsets.push_back(static_cast<std::uint32_t>(at));
    }
  });
  return folded;
}

std::string fold_text(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  fold_each(text, [&folded](std::string_view letter, std::size_t) {
    for (const char byte : letter) folded.push_back(byte);
  });
  return folded;
}

std::string canonical(std::string_view text) {
  std::string twins;
  twins.reserve(text.size());
  if (std::all_of(text.begin(), text.end(), is_ascii)) {
    std::transform(text.begin(), text.end(), std::back_inserter(twins), to_ascii_lower);
    return twins;
  }
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint next = read_code_point(text, at);
    append_code_point(twins, canonical_twin(next.value));
    at += next.length;
  }
  UErrorCode status = U_ZERO_ERROR;
  std::string result;
  icu::StringByteSink<std::string> sink(&result, static_cast<std::int32_t>(twins.size()));
  icu::Normalizer2::getNFKCCasefoldInstance(status)->normalizeUTF8(
      0, icu::StringPiece(twins.data(), static_cast<std::int32_t>(twins.size())), sink, nullptr, status);
  return result;
}

}  // namespace timbao
