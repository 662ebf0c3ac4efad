// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/front/prompt/prompt_options.h"

namespace timbao {
namespace {

/// Whether an option says where a page begins; the prompt turns pages instead.
bool turns_pages(std::string_view option) { return option == "offset" || option == "mention-offset"; }

}  // namespace

std::vector<const QueryOption*> prompt_options() {
  std::vector<const QueryOption*> options;
  for (const QueryOption& option : query_option_table())
    if (option.askable == Askable::yes && !turns_pages(option.row.long_name())) options.push_back(&option);
  return options;
}

const QueryOption* prompt_option_named(std::string_view name) {
  for (const QueryOption* option : prompt_options())
    if (option->row.long_name() == name) return option;
  return nullptr;
}

}  // namespace timbao
