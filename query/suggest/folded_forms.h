// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

#include "common/base/flat_table.h"

namespace timbao {

/// The folded forms of all readings that have codes, which are the words that a mistyped one may have been meant as. A
/// look takes a few dozen instructions, because every slip of the fingers is looked up.
///
///   folded_forms().has("dang") == true       folded_forms().has("dsng") == false
///
/// Takes    folded forms.
/// Errors   none. Two forms may have one hash, which makes a text a form that is none.
/// Source   common/index/token_codes.h. Covered by slips_test.
/// Threads  any number of readers: folded_forms() is built once, in a fraction of a millisecond, and does not change.
class FoldedForms {
 public:
  FoldedForms();

  [[nodiscard]] bool has(std::string_view folded) const;

 private:
  struct Slot {
    std::uint64_t key = 0;

    [[nodiscard]] bool is_free() const { return key == 0; }
    [[nodiscard]] bool is_same(const Slot& other) const { return key == other.key; }
    [[nodiscard]] std::uint64_t hash() const { return key; }
  };

  FlatTable<Slot> forms_{std::size_t{1} << 15U};
};

/// The forms of the codes that this program ships, and whether a text is one of them.
const FoldedForms& folded_forms();
inline bool is_folded_form(std::string_view text) { return folded_forms().has(text); }

}  // namespace timbao
