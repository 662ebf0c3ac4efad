// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/suggest/folded_forms.h"

#include "common/base/fnv.h"
#include "common/index/terms.h"
#include "common/index/token_codes.h"

namespace timbao {

FoldedForms::FoldedForms() : before_(token_codes().size()) {
  for (std::uint32_t code = 0; code < before_.size(); ++code) {
    const std::string_view term = token_codes().term_of(code);
    const auto form = forms_.find_or_add(slot_of(term.substr(0, term.find('~')), code));
    before_[code] = form.slot.last;  // of a new form the code itself
    form.slot.last = code;
  }
}

bool FoldedForms::has(std::string_view folded) const { return forms_.contains(slot_of(folded, 0)); }

std::vector<std::uint32_t> FoldedForms::codes_of(std::string_view folded) const {
  const Slot wanted = slot_of(folded, 0);
  const Slot* const form = forms_.find(wanted.hash(), [&](const Slot& slot) { return slot.is_same(wanted); });
  std::vector<std::uint32_t> codes;
  if (form == nullptr || split_term(token_codes().term_of(form->last)).folded != folded) return codes;
  codes.push_back(form->last);
  while (before_[codes.back()] != codes.back()) codes.push_back(before_[codes.back()]);
  return codes;
}

FoldedForms::Slot FoldedForms::slot_of(std::string_view folded, std::uint32_t code) {
  // A form has few letters, for which FNV takes fewer instructions than folded_hash().
  std::uint64_t hash = fnv_hash(folded);
  hash ^= hash >> 32U;  // the low bits choose the slot
  return {hash == 0 ? 1 : hash, code};
}

const FoldedForms& folded_forms() {
  static const FoldedForms forms;
  return forms;
}

}  // namespace timbao
