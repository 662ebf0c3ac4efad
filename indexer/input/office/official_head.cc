// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/office/official_head.h"

#include <algorithm>
#include <array>

#include "common/base/ascii.h"
#include "common/base/timestamp.h"
#include "common/text/docnumber.h"
#include "common/text/fold.h"
#include "common/text/letter_case.h"
#include "indexer/input/text/plain_text.h"

namespace timbao {
namespace {

using Paragraphs = std::vector<std::string_view>;

constexpr std::size_t kHeadParagraphs = 20;  // the title begins among so many
constexpr std::size_t kTitleParagraphs = 4, kMostTitleWords = 60, kMostTypeWords = 5;

/// How a paragraph behind the title begins, folded.
constexpr std::array<std::string_view, 10> kBodyStarts{"can cu",       "kinh gui", "dieu ", "chuong ",    "phan ",
                                                       "theo de nghi", "xet ",     "muc ",  "thuc hien ", "luat nay"};

bool is_in_capitals(std::string_view text) { return case_of(text) == LetterCase::capitals; }

/// Whether a paragraph is a type of document: "CHỈ THỊ", "QUYẾT ĐỊNH SỐ 05", "LUẬT".
bool is_type_line(std::string_view paragraph) {
  const std::vector<std::string_view> words = words_of(paragraph);
  if (words.empty() || words.size() > kMostTypeWords || !is_in_capitals(paragraph)) return false;
  const std::string first = fold_text(words[0]), second = words.size() > 1 ? fold_text(words[1]) : "";
  return !document_type(first, second).empty() || !document_type("", first).empty();
}

/// Whether a paragraph of the head shows that the document is official: its number, or a motto.
bool is_official_line(std::string_view paragraph) {
  const std::string folded = fold_text(paragraph.substr(0, 200));
  if (starts_with(folded, "so:") || (starts_with(folded, "so ") && is_digit_at(folded, 3))) return true;
  return folded.find("dang cong san viet nam") != std::string::npos ||
         folded.find("cong hoa xa hoi chu nghia") != std::string::npos ||
         folded.find("viet nam dan chu cong hoa") != std::string::npos;
}

/// Whether a paragraph cannot belong to the title any more.
bool is_body(std::string_view paragraph) {
  if (!is_ascii_letter(paragraph.front()) && is_ascii(paragraph.front())) return true;  // "1.", "-----", "*"
  if (words_of(paragraph).size() > kMostTitleWords) return true;
  const std::string folded = fold_text(paragraph.substr(0, 60));
  return std::any_of(kBodyStarts.begin(), kBodyStarts.end(),
                     [&folded](std::string_view start) { return starts_with(folded, start); });
}

/// The title goes on in capitals, and ends with the first paragraph that is not.
std::size_t end_of_title(const Paragraphs& paragraphs, std::size_t begin) {
  std::size_t at = begin + 1;
  while (at < paragraphs.size() && at - begin < kTitleParagraphs && !is_body(paragraphs[at]))
    if (!is_in_capitals(paragraphs[at++])) break;
  return at;
}

/// The date of a line such as "Hà Nội, ngày 15 tháng 5 năm 2016".
std::optional<std::int64_t> date_of(std::string_view paragraph) {
  const std::size_t comma = paragraph.find(',');
  if (comma == std::string_view::npos) return std::nullopt;
  return parse_timestamp(trim(paragraph.substr(comma + 1)));
}

}  // namespace

std::optional<OfficialHead> official_head(const Paragraphs& paragraphs) {
  const auto end = paragraphs.begin() + static_cast<std::ptrdiff_t>(std::min(kHeadParagraphs, paragraphs.size()));
  const auto title = std::find_if(paragraphs.begin(), end, is_type_line);
  if (title == end || std::none_of(paragraphs.begin(), title, is_official_line)) return std::nullopt;
  OfficialHead head;
  head.title_begin = static_cast<std::size_t>(title - paragraphs.begin());
  head.title_end = end_of_title(paragraphs, head.title_begin);
  for (auto paragraph = paragraphs.begin(); paragraph != end && !head.date; ++paragraph)
    head.date = date_of(*paragraph);
  return head;
}

}  // namespace timbao
