// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/suggest/folded_forms.h"

#include "common/base/fnv.h"
#include "common/index/terms.h"
#include "common/index/token_codes.h"

namespace timbao {

FoldedForms::FoldedForms() {
  for (std::uint32_t code = 0; code < token_codes().size(); ++code)
    forms_.find_or_add({fnv_key(split_term(token_codes().term_of(code)).folded)});
}

bool FoldedForms::has(std::string_view folded) const { return forms_.contains({fnv_key(folded)}); }

const FoldedForms& folded_forms() {
  static const FoldedForms forms;
  return forms;
}

}  // namespace timbao
