// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "query/language/parse.h"

namespace timbao::test {

/// A query as it is read on 1 February 2018, and as the text that says so.
ParsedQuery parse(std::string_view text);
std::string read(std::string_view text);

/// The tree with every node's kind: seq(words[a b] +phrase[c]).
std::string shape(const Node& node);

struct TreeCase {
  std::string_view query, tree, why;
};
void expect_trees(const std::vector<TreeCase>& cases);

/// Whether a note of the query holds this.
bool has_note(std::string_view query, std::string_view part);

}  // namespace timbao::test
