// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/text/plain_text.h"

#include <array>
#include <cstddef>

#include "common/base/ascii.h"

namespace timbao {
namespace {

/// Line ends beyond \n and \r: of Word, of Skype and of old mainframes.
constexpr std::array<std::string_view, 3> kLineEnds{"\u2028", "\u2029", "\u0085"};

/// White space as UTF-8, the commonest first. Line ends are cut before these are looked for.
constexpr std::array<std::string_view, 23> kSpaces{" ",      "\t",     "\u00A0", "\r",     "\n",     "\v",
                                                   "\f",     "\u2028", "\u2029", "\u0085", "\u200B", "\uFEFF",
                                                   "\u3000", "\u2002", "\u2003", "\u2004", "\u2005", "\u2006",
                                                   "\u2007", "\u2008", "\u2009", "\u200A", "\u202F"};

/// Whether one of kSpaces may begin with a byte: most bytes of a text need no comparison.
bool may_begin_space(char byte) {
  return static_cast<unsigned char>(byte) <= ' ' || byte == '\xC2' || byte == '\xE2' || byte == '\xE3' ||
         byte == '\xEF';
}

/// The bytes of the white space that `text` begins with; 0 where it begins with none.
std::size_t space_at_start(std::string_view text) {
  if (text.empty() || !may_begin_space(text.front())) return 0;
  for (std::string_view space : kSpaces)
    if (starts_with(text, space)) return space.size();
  return 0;
}

std::size_t space_at_end(std::string_view text) {
  if (text.empty() || (is_ascii(text.back()) && !may_begin_space(text.back()))) return 0;
  for (std::string_view space : kSpaces)
    if (ends_with(text, space)) return space.size();
  return 0;
}

struct LineEnd {
  std::size_t begin, length;
};

constexpr std::string_view kMayEndLine = "\r\n\xC2\xE2";  // the first bytes of line ends

constexpr std::array<bool, 256> may_end_line() {
  std::array<bool, 256> table{};
  for (const char byte : kMayEndLine) table[static_cast<unsigned char>(byte)] = true;
  return table;
}

/// The first byte from a place on that may begin a line end. std::string_view::find_first_of takes several times as long.
std::size_t next_candidate(std::string_view text, std::size_t at) {
  constexpr std::array<bool, 256> kTable = may_end_line();
  while (at < text.size() && !kTable[static_cast<unsigned char>(text[at])]) ++at;
  return at;
}

/// The first line end of a text, or the text's own end. The bytes C2 and E2 begin the line ends beyond ASCII.
LineEnd line_end_of(std::string_view text) {
  for (std::size_t at = next_candidate(text, 0); at < text.size(); at = next_candidate(text, at + 1)) {
    if (text[at] == '\r' || text[at] == '\n') return {at, 1};
    for (const std::string_view end : kLineEnds)
      if (starts_with(text.substr(at), end)) return {at, end.size()};
  }
  return {text.size(), 0};
}

}  // namespace

std::string_view trim(std::string_view text) {
  while (const std::size_t bytes = space_at_start(text)) text.remove_prefix(bytes);
  while (const std::size_t bytes = space_at_end(text)) text.remove_suffix(bytes);
  return text;
}

std::vector<std::string_view> paragraphs_of(std::string_view text) {
  std::vector<std::string_view> paragraphs;
  while (!text.empty()) {
    const LineEnd end = line_end_of(text);
    const std::string_view paragraph = trim(text.substr(0, end.begin));
    if (!paragraph.empty()) paragraphs.push_back(paragraph);
    text.remove_prefix(end.begin + end.length);
  }
  return paragraphs;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  std::size_t begin = 0, at = 0;
  while (at < text.size()) {
    const std::size_t space = may_begin_space(text[at]) ? space_at_start(text.substr(at)) : 0;
    if (space > 0 && at > begin) words.push_back(text.substr(begin, at - begin));
    at += space > 0 ? space : 1;
    if (space > 0) begin = at;
  }
  if (at > begin) words.push_back(text.substr(begin));
  return words;
}

std::string join(const std::vector<std::string_view>& texts, std::string_view separator) {
  std::string joined;
  for (std::string_view text : texts) {
    if (!joined.empty()) joined += separator;
    joined += text;
  }
  return joined;
}

}  // namespace timbao
