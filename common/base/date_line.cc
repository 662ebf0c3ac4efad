// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/date_line.h"

#include <algorithm>
#include <array>

#include "common/base/ascii.h"
#include "common/base/utf8.h"

namespace timbao {
namespace {

constexpr std::size_t kLimitBytes = 200;
constexpr std::string_view kSigns = " |-,;:.()[]/'+_";

/// The tone is in the lowest three bits, 0 to 5; each quality mark is a bit.
constexpr char kBreve = 8, kCircumflex = 16, kHorn = 32, kStroke = 64;

/// Lower-case letters of one base: level, then with the five tones, in the order of kCombining.
struct LetterRow {
  char plain;
  char quality;
  std::u32string_view letters;
};
constexpr std::array<LetterRow, 14> kLetters{{{'a', 0, U"aàáảãạ"},
                                              {'a', kBreve, U"ăằắẳẵặ"},
                                              {'a', kCircumflex, U"âầấẩẫậ"},
                                              {'d', kStroke, U"đ"},
                                              {'d', kStroke, U"ð"},
                                              {'e', 0, U"eèéẻẽẹ"},
                                              {'e', kCircumflex, U"êềếểễệ"},
                                              {'i', 0, U"iìíỉĩị"},
                                              {'o', 0, U"oòóỏõọ"},
                                              {'o', kCircumflex, U"ôồốổỗộ"},
                                              {'o', kHorn, U"ơờớởỡợ"},
                                              {'u', 0, U"uùúủũụ"},
                                              {'u', kHorn, U"ưừứửữự"},
                                              {'y', 0, U"yỳýỷỹỵ"}}};

struct CombiningRow {
  char32_t mark;
  char bits;
};
constexpr std::array<CombiningRow, 8> kCombining{{{0x300, 1},
                                                  {0x301, 2},
                                                  {0x309, 3},
                                                  {0x303, 4},
                                                  {0x323, 5},
                                                  {0x306, kBreve},
                                                  {0x302, kCircumflex},
                                                  {0x31B, kHorn}}};

/// Signs and spaces that are printed in place of ASCII ones; both ends of a row are included.
struct SignRow {
  char32_t first, last;
  char plain;
};
constexpr std::array<SignRow, 18> kOtherSigns{{{'\t', '\r', ' '},
                                               {0x85, 0x85, ' '},
                                               {0xA0, 0xA0, ' '},
                                               {0xB7, 0xB7, '|'},
                                               {0x2000, 0x200B, ' '},
                                               {0x2010, 0x2015, '-'},
                                               {0x2019, 0x2019, '\''},
                                               {0x2022, 0x2022, '|'},
                                               {0x2028, 0x2029, ' '},
                                               {0x202F, 0x202F, ' '},
                                               {0x2032, 0x2032, '\''},
                                               {0x205F, 0x2060, ' '},
                                               {0x2212, 0x2212, '-'},
                                               {0x2219, 0x2219, '|'},
                                               {0x22C5, 0x22C5, '|'},
                                               {0x3000, 0x3000, ' '},
                                               {0xFEFF, 0xFEFF, ' '},
                                               {0xFF5C, 0xFF5C, '|'}}};

/// Of Vietnamese letters only; beyond Latin-1 a capital is even and its small letter follows, but for Ư.
char32_t in_lower_case(char32_t letter) {
  constexpr char32_t kCapitalU = 0x1AF;
  if ((letter >= 'A' && letter <= 'Z') || (letter >= 0xC0 && letter <= 0xDD)) return letter + 0x20;
  return letter >= 0x100 && (letter % 2 == 0 || letter == kCapitalU) && letter != kCapitalU + 1 ? letter + 1 : letter;
}

struct Letter {
  char plain = 0;  ///< 0: no letter
  char marks = 0;
};

Letter letter_of(char32_t code_point) {
  const char32_t lower = in_lower_case(code_point);
  if (lower >= 'a' && lower <= 'z') return {static_cast<char>(lower), 0};
  if (lower < 0xC0) return {};
  for (const LetterRow& row : kLetters) {
    const std::size_t tone = row.letters.find(lower);
    if (tone != std::u32string_view::npos) return {row.plain, static_cast<char>(row.quality | static_cast<char>(tone))};
  }
  return {};
}

char sign_of(char32_t code_point) {
  const auto ascii = static_cast<char>(code_point);
  if (code_point < 0x80 && (is_ascii_digit(ascii) || kSigns.find(ascii) != std::string_view::npos)) return ascii;
  const auto row = std::find_if(kOtherSigns.begin(), kOtherSigns.end(), [&](const SignRow& sign) {
    return code_point >= sign.first && code_point <= sign.last;
  });
  return row == kOtherSigns.end() ? '\0' : row->plain;
}

void append(DateLine& line, char plain, char marks) {
  if (plain == ' ' && (line.plain.empty() || line.plain.back() == ' ')) return;
  line.plain += plain;
  line.marks += marks;
}

/// Puts a combining mark on the letter before it.
bool add_mark(DateLine& line, char32_t code_point) {
  const auto row = std::find_if(kCombining.begin(), kCombining.end(),
                                [&](const CombiningRow& combining) { return combining.mark == code_point; });
  if (row == kCombining.end() || line.plain.empty() || !is_ascii_small_letter(line.plain.back())) return false;
  line.marks.back() = static_cast<char>(line.marks.back() | row->bits);
  return true;
}

bool add_code_point(DateLine& line, char32_t code_point) {
  const Letter letter = letter_of(code_point);
  const char plain = letter.plain != 0 ? letter.plain : sign_of(code_point);
  if (plain == 0) return add_mark(line, code_point);
  append(line, plain, letter.marks);
  return true;
}

/// Whether a word or number that ends before `at` goes on there.
bool goes_on(const DateLine& line, std::size_t at) {
  if (at == 0 || at >= line.plain.size()) return false;
  const char last = line.plain[at - 1], next = line.plain[at];
  return (is_ascii_small_letter(last) && is_ascii_small_letter(next)) || (is_ascii_digit(last) && is_ascii_digit(next));
}

}  // namespace

std::optional<DateLine> date_line(std::string_view text) {
  if (text.size() > kLimitBytes) return std::nullopt;
  DateLine line;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint found = read_code_point(text, at);
    if (!add_code_point(line, found.value)) return std::nullopt;
    at += found.length;
  }
  if (!line.plain.empty() && line.plain.back() == ' ') {
    line.plain.pop_back();
    line.marks.pop_back();
  }
  return line;
}

std::optional<std::size_t> match_word(const DateLine& line, std::size_t at, std::string_view word) {
  bool has_marks = false, has_other_marks = false;
  for (std::size_t i = 0; i < word.size();) {
    const CodePoint expected = read_code_point(word, i);
    i += expected.length;
    const Letter letter = letter_of(expected.value);
    const char plain = letter.plain != 0 ? letter.plain : static_cast<char>(expected.value);
    const bool is_there = at < line.plain.size() && line.plain[at] == plain;
    if (!is_there && plain == ' ') continue;
    if (!is_there) return std::nullopt;
    has_marks = has_marks || line.marks[at] != 0;
    has_other_marks = has_other_marks || line.marks[at] != letter.marks;
    ++at;
  }
  if ((has_marks && has_other_marks) || goes_on(line, at)) return std::nullopt;
  return at;
}

bool is_digit_at(const DateLine& line, std::size_t at) { return is_digit_at(line.plain, at); }

bool is_letter_at(const DateLine& line, std::size_t at) { return is_ascii_small_letter(byte_at(line.plain, at)); }

}  // namespace timbao
