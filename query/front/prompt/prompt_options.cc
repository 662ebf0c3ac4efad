// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/front/prompt/prompt_options.h"

namespace timbao {

std::vector<const QueryOption*> prompt_options() {
  std::vector<const QueryOption*> options;
  for (const QueryOption& option : query_option_table())
    if (option.askable == Askable::yes && option.row.long_name() != "offset") options.push_back(&option);
  return options;
}

const QueryOption* prompt_option_named(std::string_view name) {
  for (const QueryOption* option : prompt_options())
    if (option->row.long_name() == name) return option;
  return nullptr;
}

}  // namespace timbao
