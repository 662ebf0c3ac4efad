// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/expand/abbreviation_rows.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <system_error>

#include "common/base/error.h"
#include "common/base/take_part.h"
#include "common/base/utf8.h"
#include "common/text/fold.h"
#include "common/text/letters.h"
#include "common/text/syllable.h"

namespace timbao {
namespace {

constexpr std::size_t kMostNameBytes = 200;
constexpr std::size_t kMostNameWords = 20;

/// The line that is read, for error messages.
struct LinePlace {
  const std::string& name;
  std::size_t number;
};

[[noreturn]] void refuse(const LinePlace& place, const std::string& what) {
  throw Error(ExitCode::usage, place.name + ":" + std::to_string(place.number) + ": " + what,
              "the form of the file: docs/variants.md");
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

bool is_of_word(char32_t c) {
  return c == '#' || class_of(c) == LetterClass::letter || class_of(c) == LetterClass::digit;
}

/// The words of a text, as views into it.
std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  std::size_t begin = 0, at = 0;
  const auto end_word = [&](std::size_t end) {
    if (end > begin) words.push_back(text.substr(begin, end - begin));
  };
  while (at < text.size()) {
    const CodePoint read = read_code_point(text, at);
    if (!is_of_word(read.value)) {
      end_word(at);
      begin = at + read.length;
    }
    at += read.length;
  }
  end_word(at);
  return words;
}

/// "TP. HCM" for a name as it is typed in a file; refuses what cannot be looked up.
std::string checked_name(std::string_view text, const LinePlace& place) {
  const std::vector<std::string_view> words = words_of(text);
  if (words.empty() || std::all_of(words.begin(), words.end(), [](std::string_view word) { return word == "#"; }))
    refuse(place, "an abbreviation and its expansion need letters");
  if (text.size() > kMostNameBytes || words.size() > kMostNameWords)
    refuse(place, "a name has at most " + std::to_string(kMostNameWords) + " words and " +
                      std::to_string(kMostNameBytes) + " bytes");
  return std::string(text);
}

double share_of(std::string_view text, const LinePlace& place) {
  if (text.empty()) return 1;
  double share = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), share);
  if (error != std::errc() || end != text.data() + text.size() || !(share > 0 && share <= 1))
    refuse(place, "a share is a number above 0, and at most 1: 0.5");
  return share;
}

/// The form and the expansion, and what may stand behind them.
std::vector<std::string_view> columns_of(std::string_view line, const LinePlace& place) {
  std::vector<std::string_view> columns;
  if (line.find('\t') != std::string_view::npos) {
    while (!line.empty()) columns.push_back(trimmed(take_part(line, "\t")));
  } else if (const std::size_t sign = line.find('='); sign != std::string_view::npos) {
    columns = {trimmed(line.substr(0, sign)), trimmed(line.substr(sign + 1))};
  } else {
    refuse(place, "a line is ABBREVIATION = EXPANSION, or columns with tabs between them");
  }
  columns.resize(std::max<std::size_t>(columns.size(), 6));
  return columns;
}

AbbreviationRow row_of_line(std::string_view line, const LinePlace& place) {
  if (well_formed_prefix(line) != line.size()) refuse(place, "the line is no UTF-8");
  const std::vector<std::string_view> columns = columns_of(line, place);
  AbbreviationRow row;
  row.form = checked_name(columns[0], place);
  row.expansion = checked_name(columns[1], place);
  row.form_key = columns[2].empty() ? abbreviation_key(row.form) : std::string(columns[2]);
  row.expansion_key = columns[3].empty() ? abbreviation_key(row.expansion) : std::string(columns[3]);
  row.share = share_of(columns[4], place);
  row.kind = columns[5];
  const auto numbers = [](const std::string& key) { return std::count(key.begin(), key.end(), '#'); };
  if (numbers(row.form_key) != numbers(row.expansion_key) || numbers(row.form_key) > 1)
    refuse(place, "# stands for a number: once in both names, or in neither");
  return row;
}

}  // namespace

std::string abbreviation_key(std::string_view name) {
  std::string key;
  for (const std::string_view word : words_of(name)) key += (key.empty() ? "" : " ") + fold_text(word);
  return key;
}

std::vector<std::string> exact_words(std::string_view name) {
  std::vector<std::string> words;
  for (const std::string_view word : words_of(name)) words.push_back(exact_key(canonical(word)));
  return words;
}

std::vector<AbbreviationRow> sound_abbreviation_rows(std::string_view text) {
  constexpr std::size_t kColumns = 6;
  std::vector<AbbreviationRow> rows;
  while (!text.empty()) {
    std::string_view line = take_part(text, "\n");
    if (line.empty() || line.front() == '#') continue;
    std::array<std::string_view, kColumns> columns;
    for (std::string_view& column : columns) column = take_part(line, "\t");
    AbbreviationRow row{
        std::string(columns[0]), std::string(columns[1]), std::string(columns[2]), std::string(columns[3]), 0,
        std::string(columns[5])};
    std::from_chars(columns[4].data(), columns[4].data() + columns[4].size(), row.share);
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<AbbreviationRow> read_abbreviation_rows(std::string_view text, const std::string& name) {
  if (text.substr(0, kByteOrderMark.size()) == kByteOrderMark) text.remove_prefix(kByteOrderMark.size());
  std::vector<AbbreviationRow> rows;
  std::size_t number = 0;
  while (!text.empty()) {
    ++number;
    const std::string_view content = trimmed(take_part(text, "\n"));
    if (!content.empty() && content.front() != '#') rows.push_back(row_of_line(content, {name, number}));
  }
  return rows;
}

}  // namespace timbao
