// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/expand/abbreviation_table.h"

#include <algorithm>
#include <iterator>

#include "common/base/utf8.h"
#include "common/text/letters.h"
#include "common/text/token_rules.h"
#include "query/expand/embedded.h"

namespace timbao {
namespace {

std::string without_spaces(std::string key) {
  key.erase(std::remove(key.begin(), key.end(), ' '), key.end());
  return key;
}

}  // namespace

AbbreviationTable::AbbreviationTable(std::vector<AbbreviationRow> rows) : rows_(std::move(rows)) {
  names_.reserve(3 * rows_.size());
  for (const AbbreviationRow& row : rows_) {
    add(row.form_key, {&row, NameSide::form});
    add(row.expansion_key, {&row, NameSide::expansion});
    if (row.form_key.find(' ') != std::string::npos && is_in_capitals(row.form))
      add(without_spaces(row.form_key), {&row, NameSide::together});
  }
}

void AbbreviationTable::add(std::string key, AbbreviationName name) {
  const auto words = static_cast<std::size_t>(1 + std::count(key.begin(), key.end(), ' '));
  most_words_ = std::max(most_words_, words);
  std::vector<AbbreviationName>& known = names_[std::move(key)];
  const bool is_known = std::any_of(known.begin(), known.end(), [&](const AbbreviationName& other) {
    return name.side != NameSide::expansion && other.side != NameSide::expansion &&
           other.row->expansion == name.row->expansion;
  });
  if (!is_known) known.push_back(name);
}

std::vector<AbbreviationName> AbbreviationTable::find(const std::string& key) const {
  const auto found = names_.find(key);
  return found == names_.end() ? std::vector<AbbreviationName>() : found->second;
}

std::shared_ptr<const AbbreviationTable> shipped_abbreviations() {
  static const auto kTable =
      std::make_shared<const AbbreviationTable>(sound_abbreviation_rows(embedded::abbreviations()));
  return kTable;
}

std::shared_ptr<const AbbreviationTable> abbreviations_with(std::vector<AbbreviationRow> rows) {
  std::vector<AbbreviationRow> all = shipped_abbreviations()->rows();
  std::move(rows.begin(), rows.end(), std::back_inserter(all));
  return std::make_shared<const AbbreviationTable>(std::move(all));
}

bool is_in_capitals(std::string_view name) {
  for (std::size_t at = 0; at < name.size();) {
    const CodePoint read = read_code_point(name, at);
    if (is_small_letter(read.value)) return false;
    at += read.length;
  }
  return true;
}

std::string without_signs(std::string_view name) {
  std::string letters;
  for (std::size_t at = 0; at < name.size();) {
    const CodePoint read = read_code_point(name, at);
    const LetterClass letter_class = class_of(read.value);
    if (letter_class == LetterClass::letter || letter_class == LetterClass::digit)
      letters.append(name.substr(at, read.length));
    at += read.length;
  }
  return letters;
}

}  // namespace timbao
