// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/docnumber.h"

#include <algorithm>
#include <array>

#include "common/base/ascii.h"
#include "common/base/utf8.h"
#include "common/text/fold.h"
#include "common/text/letters.h"
#include "common/text/number.h"

namespace timbao {
namespace {

/// A type of document: its abbreviation and its name, folded.
struct DocumentType {
  std::string_view abbreviation, first, second;
};
constexpr std::array<DocumentType, 17> kTypes{{
    {"nq", "nghi", "quyet"},
    {"ct", "chi", "thi"},
    {"qd", "quyet", "dinh"},
    {"nd", "nghi", "dinh"},
    {"kl", "ket", "luan"},
    {"hd", "huong", "dan"},
    {"qd", "quy", "dinh"},
    {"qyd", "quy", "dinh"},
    {"tt", "thong", "tu"},
    {"kh", "ke", "hoach"},
    {"da", "de", "an"},
    {"tb", "thong", "bao"},
    {"bc", "bao", "cao"},
    {"cd", "cong", "dien"},
    {"ttr", "to", "trinh"},
    {"pl", "phap", "lenh"},
    {"luat", "", "luat"},
}};

/// "qyd" and "qd" are one abbreviation; an unknown one is itself.
std::string_view same_type(std::string_view abbreviation) { return abbreviation == "qyd" ? "qd" : abbreviation; }

bool is_known_type(std::string_view folded) {
  return std::any_of(kTypes.begin(), kTypes.end(),
                     [&](const DocumentType& type) { return type.abbreviation == folded; });
}

/// The Party's press prints TƯ, T.Ư and T.W for TW; TU without its mark is a province's committee and stays.
bool is_central(std::string_view group) {
  constexpr std::array<std::string_view, 4> kSpellings{"tw", "tư", "t.ư", "t.w"};
  return std::find(kSpellings.begin(), kSpellings.end(), canonical(group)) != kSpellings.end();
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  constexpr std::string_view kNoBreakSpace = "\u00A0";
  for (;;) {
    if (at < text.size() && text[at] == ' ')
      ++at;
    else if (text.substr(at, kNoBreakSpace.size()) == kNoBreakSpace)
      at += kNoBreakSpace.size();
    else
      return at;
  }
}

/// A group of a document number: NĐ, TTg, QH11, T.Ư.
struct Group {
  std::size_t begin = 0, end = 0;
  int capitals = 0;
  std::string folded;
};

std::size_t end_of_run(std::string_view text, std::size_t at, int& capitals) {
  while (at < text.size()) {
    const CodePoint next = read_code_point(text, at);
    const LetterClass kind = class_of(next.value);
    if (kind != LetterClass::letter && kind != LetterClass::digit) break;
    if (is_upper_case(next.value)) ++capitals;
    at += next.length;
  }
  return at;
}

Group read_group(std::string_view text, std::size_t at) {
  Group group;
  group.begin = at;
  group.end = end_of_run(text, at, group.capitals);
  int more_capitals = 0;
  if (group.end < text.size() && text[group.end] == '.') {
    const std::size_t end = end_of_run(text, group.end + 1, more_capitals);
    if (is_central(text.substr(at, end - at))) {
      group.end = end;
      group.capitals += more_capitals;
    }
  }
  const std::string_view printed = text.substr(at, group.end - at);
  group.folded = is_central(printed) ? "tw" : fold_text(printed);
  return group;
}

/// `/` or `-` with or without spaces round it; the place behind it, or nothing.
struct Separator {
  std::size_t behind = 0;
  bool spaced = false;
};
std::optional<Separator> read_separator(std::string_view text, std::size_t at) {
  const std::size_t mark = skip_spaces(text, at);
  if (mark >= text.size() || (text[mark] != '/' && text[mark] != '-')) return std::nullopt;
  const std::size_t behind = skip_spaces(text, mark + 1);
  return Separator{behind, mark != at || behind != mark + 1};
}

/// Reads a document number from its first digit on.
class Reader {
 public:
  Reader(std::string_view text, std::size_t at) : text_(text), start_(at), end_(at) {}

  std::optional<DocNumber> read() {
    if (!read_number()) return std::nullopt;
    read_year();
    while (read_next_group()) continue;
    const bool long_enough = groups_ >= 2 || type_known_ || (has_year_ && groups_ >= 1);
    if (groups_ == 0 || !long_enough) return std::nullopt;
    number_.length = end_ - start_;
    if (type_known_) number_.type_key = document_type_key(type_, printed_number_);
    return std::move(number_);
  }

 private:
  bool read_number() {
    const std::size_t digits = end_of_digits(text_, start_) - start_;
    if (digits > 5) return false;
    int capitals = 0;
    const std::size_t end = end_of_run(text_, start_ + digits, capitals);
    const std::string letter = fold_text(text_.substr(start_ + digits, end - start_ - digits));
    if (letter.size() > 1 || !read_separator(text_, end)) return false;
    printed_number_ = drop_leading_zeros(text_.substr(start_, digits)) + letter;
    number_.key = printed_number_;
    take(start_, end);
    return true;
  }

  void read_year() {
    const auto separator = read_separator(text_, end_);
    if (!separator || text_[skip_spaces(text_, end_)] != '/') return;
    const std::string_view year = text_.substr(separator->behind, 4);
    const bool is_year = year.size() == 4 && (year.substr(0, 2) == "19" || year.substr(0, 2) == "20") &&
                         is_digit_at(year, 2) && is_digit_at(year, 3) && !is_digit_at(text_, separator->behind + 4);
    if (!is_year || !read_separator(text_, separator->behind + 4)) return;
    has_year_ = true;
    number_.key += '/';
    number_.key += year;
    take(separator->behind, separator->behind + 4);
  }

  bool read_next_group() {
    const auto separator = read_separator(text_, end_);
    if (!separator || is_digit_at(text_, separator->behind)) return false;
    Group group = read_group(text_, separator->behind);
    const bool is_type = groups_ == 0 && is_known_type(group.folded);
    // Spaces are allowed only where the type is known, and then for one more group: "5 - CT / TW", but not
    // "15/QĐ-UBND - UBND".
    if (separator->spaced && !is_type && !(type_known_ && groups_ == 1)) return false;
    const bool in_capitals = group.capitals >= 2;
    const bool in_small_letters = group.capitals == 0 && (type_known_ || is_type) && !separator->spaced;
    if (group.folded.empty() || group.folded.size() > kLongestGroup || !(in_capitals || in_small_letters)) return false;
    if (is_type) {
      type_known_ = true;
      type_ = same_type(group.folded);
      group.folded = type_;
    }
    ++groups_;
    number_.key += '/';
    number_.key += group.folded;
    take_group(group);
    return true;
  }

  /// T.Ư is two parts.
  void take_group(const Group& group) {
    const std::size_t dot = text_.substr(group.begin, group.end - group.begin).find('.');
    if (dot == std::string_view::npos) return take(group.begin, group.end);
    take(group.begin, group.begin + dot);
    take(group.begin + dot + 1, group.end);
  }

  void take(std::size_t begin, std::size_t end) {
    number_.parts.push_back({begin, end});
    end_ = end;
  }

  static constexpr std::size_t kLongestGroup = 16;

  std::string_view text_;
  std::size_t start_, end_;
  DocNumber number_;
  std::string printed_number_, type_;
  int groups_ = 0;
  bool type_known_ = false, has_year_ = false;
};

}  // namespace

std::optional<DocNumber> match_docnumber(std::string_view text, std::size_t at) { return Reader(text, at).read(); }

std::string_view document_type(std::string_view first_folded, std::string_view second_folded) {
  for (const DocumentType& type : kTypes)
    if (type.second == second_folded && type.first == first_folded) return same_type(type.abbreviation);
  return {};
}

std::string document_type_key(std::string_view type, std::string_view number) {
  return std::string(type) + ' ' + std::string(number);
}

}  // namespace timbao
