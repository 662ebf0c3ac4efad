// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/generate/roff.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "common/base/utf8.h"

namespace timbao {
namespace {

struct Escaped {
  char32_t letter;
  std::string_view escape;
};

/// Signs of ASCII that groff would take for something else, or print as another sign.
constexpr std::array<Escaped, 7> kEscaped{{{U'\\', R"(\(rs)"},
                                           {U'-', R"(\-)"},
                                           {U'\'', R"(\(aq)"},
                                           {U'"', R"(\(dq)"},
                                           {U'`', R"(\(ga)"},
                                           {U'^', R"(\(ha)"},
                                           {U'~', R"(\(ti)"}}};

constexpr char32_t kFirstPrinted = 0x20, kDelete = 0x7F;
constexpr std::size_t kLeastDigits = 4;

/// A code point by its number, in at least four digits: \[u0111].
std::string named_by_number(char32_t letter) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string digits;
  for (char32_t rest = letter; rest > 0 || digits.size() < kLeastDigits; rest /= 16) digits += kDigits[rest % 16];
  std::reverse(digits.begin(), digits.end());
  return "\\[u" + digits + "]";
}

std::string escaped(char32_t letter) {
  for (const Escaped& row : kEscaped)
    if (row.letter == letter) return std::string(row.escape);
  if (letter < kFirstPrinted || letter == kDelete) return " ";
  if (letter < kDelete) return {static_cast<char>(letter)};
  return named_by_number(letter);
}

}  // namespace

std::string roff_text(std::string_view text) {
  std::string roff;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint letter = read_code_point(text, at);
    roff += escaped(letter.value);
    at += letter.length;
  }
  return roff;
}

std::string roff_line(std::string_view text) {
  const std::string roff = roff_text(text);
  return roff.substr(0, 1) == "." ? "\\&" + roff : roff;
}

std::string roff_bold(std::string_view text) { return "\\fB" + roff_text(text) + "\\fR"; }

std::string roff_italic(std::string_view text) { return "\\fI" + roff_text(text) + "\\fR"; }

}  // namespace timbao
