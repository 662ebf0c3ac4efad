// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/base/flat_table.h"
#include "query/expand/abbreviation_rows.h"

namespace timbao {

/// Which of the two names of a row a key belongs to.
///
///   form        as it is written, word by word: "gd dt" of GD-ĐT
///   together    the same as one word: "gddt"
///   expansion   "giao duc va dao tao"
enum class NameSide : std::uint8_t { form, together, expansion };

/// A name of a row.
struct AbbreviationName {
  const AbbreviationRow* row = nullptr;
  NameSide side = NameSide::form;
};

/// A list of abbreviations, which finds its rows by either name.
///
///   const auto table = shipped_abbreviations();
///   table->find("csgt")                   the form of CSGT
///   table->find("canh sat giao thong")    the expansion of CSGT
///
/// Threads  it never changes, so that any number of threads may read it.
/// Source   docs/variants.md. Covered by shipped_abbreviations_test.
class AbbreviationTable {
 public:
  explicit AbbreviationTable(std::vector<AbbreviationRow> rows);
  AbbreviationTable(const AbbreviationTable&) = delete;
  AbbreviationTable& operator=(const AbbreviationTable&) = delete;

  /// The names that have a key, in the order of the rows. Of forms with equal expansions only the first: GD-ĐT and GDĐT.
  [[nodiscard]] std::vector<AbbreviationName> find(const std::string& key) const;

  /// Whether some key goes on behind these words: "canh sat" does, "canh sat giao thong" may not.
  [[nodiscard]] bool goes_on_behind(const std::string& words) const;

  [[nodiscard]] const std::vector<AbbreviationRow>& rows() const { return rows_; }

 private:
  /// A key, or words that a key begins with, by their fnv_key().
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t names = 0;  // their place in names_; of what is no key 0
    bool goes_on = false;

    [[nodiscard]] bool is_free() const { return key == 0; }
    [[nodiscard]] bool is_same(const Slot& other) const { return key == other.key; }
    [[nodiscard]] std::uint64_t hash() const { return key; }
  };

  void add(const AbbreviationName& name);
  Slot& slot_of_key(const std::string& key);
  [[nodiscard]] const Slot* slot_with(const std::string& words) const;

  std::vector<AbbreviationRow> rows_;
  std::vector<std::vector<AbbreviationName>> names_;
  FlatTable<Slot> slots_{std::size_t{1} << 13U};
};

/// The list that is shipped with the program, read once.
///
/// Errors   none: abbreviation_rows_test reads the list.
std::shared_ptr<const AbbreviationTable> shipped_abbreviations();

/// The shipped list and more rows behind it.
std::shared_ptr<const AbbreviationTable> abbreviations_with(std::vector<AbbreviationRow> rows);

/// Whether a name is written in capitals only: TP.HCM and Q.# are, TTg and Sài Gòn are not.
bool is_in_capitals(std::string_view name);

/// A name without its signs and spaces: "GDĐT" for "GD-ĐT".
std::string without_signs(std::string_view name);

}  // namespace timbao
