// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/pages/page_names.h"

#include <algorithm>
#include <array>

#include "common/base/ascii.h"
#include "common/base/timestamp.h"
#include "common/text/fold.h"
#include "indexer/input/article/text_shapes.h"
#include "indexer/input/text/plain_text.h"

namespace timbao {
namespace {

constexpr std::size_t kLeastTitleLetters = 12;
constexpr std::size_t kMostBylineBytes = 160;
constexpr std::size_t kMostSiteWords = 4;

constexpr std::array<std::string_view, 7> kSeparators{" | ", " - ", " – ", " — ", " :: ", " » ", "| "};

/// What stands before names, and behind them, folded.
constexpr std::array<std::string_view, 12> kBefore{
    "tac gia:", "tac gia ",    "nguoi viet:", "bai viet:",  "bai va anh:", "by ",
    "dang boi", "nguoi dang:", "bien tap:",   "thuc hien:", "nguon:",      "pv "};
constexpr std::array<std::string_view, 12> kBehind{" trich dich", " soan dich", " luoc dich", " chuyen dich",
                                                   " bien dich",  " dich",      " bien soan", " tong hop",
                                                   " thuc hien",  " ghi",       " thuat",     " bien tap"};
constexpr std::array<std::string_view, 12> kHonorifics{"ty kheo ", "hoa thuong ", "dai duc ", "thuong toa ",
                                                       "giao su ", "tien si ",    "nha bao ", "luat su ",
                                                       "bac si ",  "nha van ",    "nha tho ", "linh muc "};

constexpr std::array<std::string_view, 10> kNoWriters{"admin",  "administrator", "banbientap", "vccorp",    "toasoan",
                                                      "bandoc", "ctv",           "phongvien",  "baodientu", "quantri"};

template <std::size_t size>
std::string_view behind_any(std::string_view text, const std::array<std::string_view, size>& starts) {
  const FoldedText folded = fold(text);
  for (const std::string_view start : starts)
    if (starts_with(folded.text, start) && folded.text.size() > start.size())
      return trim(text.substr(folded.offsets[start.size()]));
  return text;
}

std::string_view before_any(std::string_view text) {
  const FoldedText folded = fold(text);
  for (const std::string_view end : kBehind)
    if (ends_with(folded.text, end)) return trim(text.substr(0, folded.offsets[folded.text.size() - end.size()]));
  return text;
}

/// "An Vũ (tổng hợp)" -> "An Vũ"
std::string_view without_bracket(std::string_view text) {
  const std::size_t open = text.find('(');
  return open != std::string_view::npos && open > 0 && ends_with(text, ")") ? trim(text.substr(0, open)) : text;
}

std::string_view without_date(std::string_view text) {
  const std::string_view date = date_inside(text);
  if (date.empty() || date.size() == text.size()) return date.empty() ? text : std::string_view();
  const auto at = static_cast<std::size_t>(date.data() - text.data());
  if (at == 0) return text;
  const std::string_view before = trim(text.substr(0, at));
  return trim(before.substr(0, before.find_last_not_of(" -|,;") + 1));
}

bool is_number(std::string_view word) { return is_ascii_digit(word.front()); }

}  // namespace

std::string letters_of(std::string_view text) {
  std::string folded = fold_text(text);
  folded.erase(std::remove_if(folded.begin(), folded.end(),
                              [](char byte) { return is_ascii(byte) && !is_ascii_letter_or_digit(byte); }),
               folded.end());
  return folded;
}

bool are_one_title(std::string_view a, std::string_view b) {
  std::string shorter = letters_of(a), longer = letters_of(b);
  if (shorter.size() > longer.size()) std::swap(shorter, longer);
  if (shorter == longer) return !shorter.empty();
  const bool is_most = shorter.size() >= kLeastTitleLetters && shorter.size() * 20 > longer.size() * 11;
  return is_most && longer.find(shorter) != std::string::npos;
}

std::string without_site(std::string_view title, std::string_view site) {
  const std::string letters = letters_of(site);
  for (const std::string_view separator : kSeparators) {
    const std::size_t at = title.rfind(separator);
    if (at == std::string_view::npos) continue;
    const std::string_view head = trim(title.substr(0, at)), tail = trim(title.substr(at + separator.size()));
    const std::string tail_letters = letters_of(tail);
    const bool is_site =
        !tail_letters.empty() && (letters.find(tail_letters) != std::string::npos ||
                                  (!letters.empty() && tail_letters.find(letters) != std::string::npos));
    const std::size_t words = words_of(tail).size();
    if (is_site || (site.empty() && words <= kMostSiteWords && words_of(head).size() > words)) return std::string(head);
  }
  return std::string(title);
}

std::vector<std::string> byline_names(std::string_view text) {
  text = trim(text);
  if (text.empty() || text.size() > kMostBylineBytes) return {};
  text = without_bracket(without_date(text));
  if (ends_with(text, ":")) return {};
  text = before_any(behind_any(text, kBefore));
  const std::string_view bare = behind_any(text, kHonorifics);
  if (bare.size() == text.size()) return names_of_byline(text);
  return names_of_byline(bare).empty() ? std::vector<std::string>() : std::vector<std::string>{std::string(text)};
}

bool is_site_name(std::string_view name, std::string_view site) {
  if (name.find("://") != std::string_view::npos || name.find('@') != std::string_view::npos) return true;
  for (const std::string_view end : {".vn", ".com", ".net", ".org"})
    if (ends_with(name, end)) return true;
  std::string letters = letters_of(name);
  if (letters.empty()) return true;
  if (std::any_of(kNoWriters.begin(), kNoWriters.end(),
                  [&](std::string_view word) { return starts_with(letters, word); }))
    return true;
  if (starts_with(letters, "bao") && letters.size() > 5) letters.erase(0, 3);
  const std::string of_site = letters_of(site);
  return of_site.find(letters) != std::string::npos ||
         (of_site.size() > 3 && letters.find(of_site) != std::string::npos);
}

std::string_view date_inside(std::string_view text) {
  const std::vector<std::string_view> words = words_of(text);
  if (words.empty() || words.size() > kMostDateWords) return {};
  if (std::count_if(text.begin(), text.end(), is_ascii_digit) < 6) return {};
  std::string_view longest;
  for (std::size_t first = 0; first < words.size(); ++first) {
    for (std::size_t last = words.size(); last-- > first;) {
      const char* const begin = words[first].data();
      const std::string_view part(begin, static_cast<std::size_t>(words[last].data() + words[last].size() - begin));
      if (part.size() <= longest.size()) break;
      if (parse_timestamp(part)) longest = part;
    }
    if (is_number(words[first]) && !longest.empty()) break;
  }
  constexpr std::string_view kSigns = " |-,;";  // a date may have signs beside it
  const std::size_t begin = longest.find_first_not_of(kSigns);
  return longest.empty() ? longest : longest.substr(begin, longest.find_last_not_of(kSigns) + 1 - begin);
}

}  // namespace timbao
