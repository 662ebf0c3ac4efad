// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/output/citation.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "common/base/ascii_text.h"
#include "common/base/day.h"
#include "common/base/error.h"
#include "common/base/escape.h"
#include "common/base/fnv.h"
#include "common/base/take_part.h"
#include "common/text/fold.h"

namespace timbao {
namespace {

constexpr std::size_t kKeyLetters = 24, kKeyDigits = 6;

/// What a hit holds for a citation, each text on one line.
struct Cited {
  explicit Cited(const Hit& hit)
      : title(on_one_line(hit.title.text)),
        source(on_one_line(hit.source)),
        section(on_one_line(hit.section)),
        url(on_one_line(hit.url)),
        id(escape_line(hit.id)) {
    if (hit.date) day = day_at(*hit.date);
    const std::string authors = on_one_line(hit.author);
    for (std::string_view rest = authors; !rest.empty();)
      if (const std::string_view name = take_part(rest, ", "); !name.empty()) names.emplace_back(name);
  }

  std::string title, source, section, url, id;
  std::vector<std::string> names;
  std::optional<Day> day;
};

/// A day with one separator: day_with({2019, 3, 12}, '/') == "2019/03/12"; with NUL there is none.
std::string day_with(const Day& day, char separator) {
  std::string text;
  for (const char byte : format_day(day))
    if (byte != '-' || separator != '\0') text += byte == '-' ? separator : byte;
  return text;
}

// ---- BibTeX

/// A text as TeX prints it. A brace would count even behind a backslash, so it is a command.
std::string as_tex(std::string_view text) {
  constexpr std::array<std::pair<char, std::string_view>, 10> kWritten{{{'\\', "\\textbackslash{}"},
                                                                        {'{', "\\textbraceleft{}"},
                                                                        {'}', "\\textbraceright{}"},
                                                                        {'~', "\\textasciitilde{}"},
                                                                        {'^', "\\textasciicircum{}"},
                                                                        {'#', "\\#"},
                                                                        {'$', "\\$"},
                                                                        {'%', "\\%"},
                                                                        {'&', "\\&"},
                                                                        {'_', "\\_"}}};
  std::string tex;
  for (const char byte : text) {
    std::string_view written(&byte, 1);
    for (const auto& [sign, command] : kWritten)
      if (sign == byte) written = command;
    tex += written;
  }
  return tex;
}

/// An address, which is not TeX: what would end the field is written as addresses write it.
std::string as_address(std::string_view url) {
  std::string address;
  for (const char byte : url) {
    if (std::string_view("{}\\ \"").find(byte) == std::string_view::npos)
      address += byte;
    else
      append_percent_escape(byte, address);
  }
  return address;
}

std::string key_of(const Cited& cited) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string key;
  for (const char byte : fold_text(cited.source))
    if (is_ascii_letter_or_digit(byte) && key.size() < kKeyLetters) key += byte;
  if (key.empty()) key = "timbao";
  if (cited.day) key += '-' + day_with(*cited.day, '\0');
  key += '-';
  std::uint64_t hash = fnv_hash(cited.id);
  for (std::size_t digit = 0; digit < kKeyDigits; ++digit, hash >>= 4U) key += kDigits[hash & 0xFU];
  return key;
}

std::string names_as_tex(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "{" : " and {") + as_tex(name) + '}';
  return all;
}

void add_field(std::string_view name, std::string_view value, std::string& entry) {
  if (value.empty()) return;
  entry.append(",\n  ").append(name).append(" = {").append(value).append("}");
}

void add_day(const Day& day, std::string& entry) {
  add_field("date", format_day(day), entry);
  add_field("year", std::to_string(day.year), entry);
  add_field("month", std::to_string(day.month), entry);
  add_field("day", std::to_string(day.day), entry);
}

// ---- RIS

void add_line(std::string_view tag, std::string_view value, std::string& record) {
  if (!value.empty()) record.append(tag).append("  - ").append(value).append("\n");
}

}  // namespace

std::string hit_as_bibtex(const Hit& hit) {
  const Cited cited(hit);
  std::string entry = "@article{" + key_of(cited);
  add_field("entrysubtype", "newspaper", entry);
  if (!cited.title.empty()) add_field("title", '{' + as_tex(cited.title) + '}', entry);
  add_field("author", names_as_tex(cited.names), entry);
  add_field("journal", as_tex(cited.source), entry);
  if (cited.day) add_day(*cited.day, entry);
  add_field("keywords", as_tex(cited.section), entry);
  add_field("url", as_address(cited.url), entry);
  add_field("langid", "vietnamese", entry);
  add_field("note", as_tex(cited.id), entry);
  return entry + "\n}\n\n";
}

std::string hit_as_ris(const Hit& hit) {
  const Cited cited(hit);
  std::string record = "TY  - NEWS\n";
  add_line("TI", cited.title, record);
  for (const std::string& name : cited.names) add_line("AU", name, record);
  add_line("T2", cited.source, record);
  if (cited.day) add_line("PY", std::to_string(cited.day->year), record);
  if (cited.day) add_line("DA", day_with(*cited.day, '/') + '/', record);
  add_line("KW", cited.section, record);
  add_line("UR", cited.url, record);
  add_line("LA", "vi", record);
  add_line("AN", cited.id, record);
  return record + "ER  - \n\n";
}

}  // namespace timbao
