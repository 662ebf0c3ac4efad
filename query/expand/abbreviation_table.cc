// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/expand/abbreviation_table.h"

#include <algorithm>
#include <iterator>

#include "common/base/fnv.h"
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

std::string key_of(const AbbreviationName& name) {
  if (name.side == NameSide::expansion) return name.row->expansion_key;
  return name.side == NameSide::form ? name.row->form_key : without_spaces(name.row->form_key);
}

}  // namespace

AbbreviationTable::AbbreviationTable(std::vector<AbbreviationRow> rows) : rows_(std::move(rows)) {
  names_.reserve(3 * rows_.size() + 1);
  names_.emplace_back();  // of what is no key
  for (const AbbreviationRow& row : rows_) {
    const bool may_be_together = row.form_key.find(' ') != std::string::npos && is_in_capitals(row.form);
    for (const NameSide side : {NameSide::form, NameSide::expansion, NameSide::together})
      if (side != NameSide::together || may_be_together) add({&row, side});
  }
}

void AbbreviationTable::add(const AbbreviationName& name) {
  Slot& slot = slot_of_key(key_of(name));
  if (slot.names == 0) {
    slot.names = static_cast<std::uint32_t>(names_.size());
    names_.emplace_back();
  }
  std::vector<AbbreviationName>& known = names_[slot.names];
  const bool is_known = std::any_of(known.begin(), known.end(), [&](const AbbreviationName& other) {
    return name.side != NameSide::expansion && other.side != NameSide::expansion &&
           other.row->expansion == name.row->expansion;
  });
  if (!is_known) known.push_back(name);
}

std::vector<AbbreviationName> AbbreviationTable::find(const std::string& key) const {
  const Slot* const slot = slot_with(key);
  if (slot == nullptr) return {};
  std::vector<AbbreviationName> names = names_[slot->names];
  const auto is_another = [&](const AbbreviationName& name) { return key_of(name) != key; };  // with the same hash
  names.erase(std::remove_if(names.begin(), names.end(), is_another), names.end());
  return names;
}

bool AbbreviationTable::goes_on_behind(const std::string& words) const {
  const Slot* const slot = slot_with(words);
  return slot != nullptr && slot->goes_on;
}

/// The slot of a key. Those of the words that it begins with get to know that a key goes on behind them.
AbbreviationTable::Slot& AbbreviationTable::slot_of_key(const std::string& key) {
  for (std::size_t space = key.find(' '); space != std::string::npos; space = key.find(' ', space + 1))
    slots_.find_or_add({fnv_key(std::string_view(key).substr(0, space))}).slot.goes_on = true;
  return slots_.find_or_add({fnv_key(key)}).slot;
}

const AbbreviationTable::Slot* AbbreviationTable::slot_with(const std::string& words) const {
  const Slot wanted{fnv_key(words)};
  return slots_.find(wanted.hash(), [&](const Slot& slot) { return slot.is_same(wanted); });
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
