// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/pages/page_names.h"

#include <algorithm>
#include <array>

#include "common/base/ascii.h"
#include "common/base/timestamp.h"
#include "common/base/utf8.h"
#include "common/text/fold.h"
#include "indexer/input/article/text_shapes.h"
#include "indexer/input/text/plain_text.h"

namespace timbao {
namespace {

constexpr std::size_t kLeastTitleLetters = 12;
constexpr std::size_t kMostBylineBytes = 160;
constexpr std::size_t kMostSiteWords = 4;

constexpr std::array<std::string_view, 9> kSeparators{" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " > ", "| "};

/// What stands before names, and behind them, folded.
constexpr std::array<std::string_view, 21> kBefore{
    "tac gia:",    "tac gia ",       "nguoi viet:",    "bai viet:",  "bai va anh:", "by ",         "dang boi",
    "nguoi dang:", "bien tap:",      "thuc hien:",     "nguon:",     "pv ",         "viet boi ",   "viet boi:",
    "boi ",        "duoc viet boi ", "duoc viet boi:", "posted by ", "bien dich:",  "nguoi dich:", "phong vien:"};
constexpr std::array<std::string_view, 12> kBehind{" trich dich", " soan dich", " luoc dich", " chuyen dich",
                                                   " bien dich",  " dich",      " bien soan", " tong hop",
                                                   " thuc hien",  " ghi",       " thuat",     " bien tap"};
constexpr std::array<std::string_view, 12> kHonorifics{"ty kheo ", "hoa thuong ", "dai duc ", "thuong toa ",
                                                       "giao su ", "tien si ",    "nha bao ", "luat su ",
                                                       "bac si ",  "nha van ",    "nha tho ", "linh muc "};

constexpr std::array<std::string_view, 11> kNoWriters{"admin",     "administrator", "banbientap", "vccorp",
                                                      "toasoan",   "bandoc",        "ctv",        "phongvien",
                                                      "baodientu", "quantri",       "bientapvien"};

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

/// "07/03/2026 08:47 - An Vũ" -> "An Vũ"
std::string_view behind_date(std::string_view text) {
  const std::string_view date = text.size() <= kMostBylineBytes ? date_inside(text) : std::string_view();
  if (date.empty() || date.data() != text.data()) return text;
  text.remove_prefix(date.size());
  return text.substr(std::min(text.find_first_not_of(" -|,;)]"), text.size()));
}

/// Whether four digits stand together, as those of a year do. Most texts are known not to be dates by this.
bool has_year(std::string_view text) {
  std::size_t digits = 0;
  return std::any_of(text.begin(), text.end(), [&digits](char byte) {
    digits = is_ascii_digit(byte) ? digits + 1 : 0;
    return digits == 4;
  });
}

bool is_capital(std::string_view letter) { return canonical(letter) != letter; }

bool has_capital(std::string_view text) {
  const std::vector<std::string_view> words = words_of(text);
  return std::any_of(words.begin(), words.end(),
                     [](std::string_view word) { return is_capital(word.substr(0, read_code_point(word, 0).length)); });
}

/// "An Vũ/Báo Làng" -> "An Vũ", "An Vũ, phóng viên báo Làng" -> "An Vũ", "An Vũ | Thời sự" -> "An Vũ"
std::string_view without_office(std::string_view text) {
  for (const std::string_view sign : {" | ", " • ", " · ", "/", ", "}) {
    const std::size_t at = text.find(sign);
    const std::string_view before = text.substr(0, at);
    if (at == std::string_view::npos || words_of(before).size() < 2 || before.find(':') != std::string_view::npos)
      continue;
    const std::string_view next = text.substr(at + sign.size());
    const bool is_name_next =
        sign == ", " && !next.empty() && is_capital(next.substr(0, read_code_point(next, 0).length));
    const bool is_named = sign != ", " || names_of_byline(before) == std::vector<std::string>{std::string(before)};
    const bool is_dated = std::any_of(next.begin(), next.end(), is_ascii_digit);  // a place and a date
    if (!is_name_next && is_named && !is_dated) return trim(before);
  }
  return text;
}

/// Whether a text is the initials of a writer: "A.V.", "T.Đ.N".
bool are_initials(std::string_view text) {
  constexpr std::size_t kMostInitials = 4;
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t length = read_code_point(text, at).length;
    const std::string_view letter = text.substr(at, length);
    if (!is_capital(letter) || (at + length < text.size() && text[at + length] != '.')) return false;
    at += length;
    ++letters;
  }
  return letters >= 2 && letters <= kMostInitials;
}

}  // namespace

std::string letters_of(std::string_view text) {
  std::string folded = fold_text(text);
  folded.erase(std::remove_if(folded.begin(), folded.end(),
                              [](char byte) { return is_ascii(byte) && !is_ascii_letter_or_digit(byte); }),
               folded.end());
  return folded;
}

bool are_one_title(std::string_view a, std::string_view b) {
  return are_letters_of_one_title(letters_of(a), letters_of(b));
}

bool are_letters_of_one_title(std::string_view shorter, std::string_view longer) {
  if (shorter.size() > longer.size()) std::swap(shorter, longer);
  if (shorter == longer) return !shorter.empty();
  const bool is_most = shorter.size() >= kLeastTitleLetters && shorter.size() * 20 > longer.size() * 11;
  return is_most && longer.find(shorter) != std::string_view::npos;
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

std::vector<std::string_view> parts_of_title(std::string_view title) {
  std::vector<std::string_view> parts;
  while (!title.empty()) {
    std::size_t end = title.size(), next = title.size();
    for (const std::string_view separator : kSeparators) {
      const std::size_t at = title.find(separator);
      if (at < end) next = (end = at) + separator.size();
    }
    if (const std::string_view part = trim(title.substr(0, end)); !part.empty()) parts.push_back(part);
    title.remove_prefix(next);
  }
  return parts;
}

std::vector<std::string> byline_names(std::string_view text) {
  text = behind_date(trim(text));
  if (are_initials(text)) return {std::string(text)};
  if (text.empty() || text.size() > kMostBylineBytes ||
      std::string_view(".?!").find(text.back()) != std::string_view::npos)
    return {};
  text = without_office(without_bracket(without_date(text)));
  if (ends_with(text, ":")) return {};
  text = before_any(behind_any(text, kBefore));
  const std::string_view bare = behind_any(text, kHonorifics);
  std::vector<std::string> names = names_of_byline(bare);
  if (bare.size() != text.size() && !names.empty()) names = {std::string(text)};
  names.erase(std::remove_if(names.begin(), names.end(),
                             [](const std::string& name) {
                               return !has_capital(name) || std::any_of(name.begin(), name.end(), is_ascii_digit);
                             }),
              names.end());
  return names;
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
  if (!has_year(text)) return {};
  const std::vector<std::string_view> words = words_of(text);
  if (words.empty() || words.size() > kMostDateWords) return {};
  std::string_view longest;
  for (std::size_t first = 0; first < words.size(); ++first) {
    for (std::size_t last = words.size(); last-- > first;) {
      const char* const begin = words[first].data();
      const std::string_view part(begin, static_cast<std::size_t>(words[last].data() + words[last].size() - begin));
      if (part.size() <= longest.size()) break;
      if (parse_timestamp(part)) longest = part;
    }
    if (!longest.empty()) break;
  }
  constexpr std::string_view kSigns = " |-,;([])";  // a date may have signs beside it
  if (longest.empty()) return longest;
  if (starts_with(longest, "Thu ")) longest.remove_prefix(4);  // a name: that of a Thursday has a comma behind it
  if (ends_with(longest, " Thu")) longest.remove_suffix(4);
  longest.remove_prefix(longest.find_first_not_of(kSigns));
  const bool has_bracket = longest.find_first_of("([") != std::string_view::npos;  // "(GMT+7)"
  return longest.substr(0, longest.find_last_not_of(has_bracket ? " |-,;" : kSigns) + 1);
}

std::string_view without_date(std::string_view text) {
  const std::string_view date = date_inside(text);
  if (date.empty() || date.size() == text.size()) return date.empty() ? text : std::string_view();
  const auto at = static_cast<std::size_t>(date.data() - text.data());
  if (at == 0) return text;
  return trim(text.substr(0, text.find_last_not_of(" -|,;([", at - 1) + 1));
}

}  // namespace timbao
