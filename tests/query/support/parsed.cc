// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/query/support/parsed.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>
#include <string>

#include "query/language/describe.h"

namespace timbao::test {

ParsedQuery parse(std::string_view text) {
  constexpr Day kToday{2018, 2, 1};
  static Tokenizer tokenizer;
  return parse_query(text, tokenizer, kToday);
}

std::string read(std::string_view text) { return describe(parse(text).root); }

namespace {

std::string weight_of(const Node& node) {
  if (node.weight == 1) return "";
  std::ostringstream text;
  text << '^' << node.weight;
  return text.str();
}

}  // namespace

std::string shape(const Node& node) {
  const std::string sign = node.occur == Occur::must ? "+" : node.occur == Occur::must_not ? "-" : "";
  const std::string field = node.field ? std::string(row_of(*node.field).name) + ":" : "";
  const std::string strict = node.strictness == Strictness::strict ? "=" : "";
  const std::string weight = weight_of(node);
  if (node.kind == NodeKind::words) return sign + field + strict + "words[" + node.value + "]" + weight;
  if (node.kind == NodeKind::phrase) return sign + field + strict + "phrase[" + node.value + "]" + weight;
  if (node.kind == NodeKind::prefix) return sign + field + strict + "prefix[" + node.value + "]" + weight;
  if (node.field == Field::date) return sign + describe(node);
  if (node.kind == NodeKind::filter) return sign + field + "[" + node.value + "]";
  std::string text = node.kind == NodeKind::sequence ? "seq("
                     : node.kind == NodeKind::all_of ? "and("
                     : node.kind == NodeKind::near   ? "near("
                                                     : "or(";
  for (const Node& child : node.children) {
    const bool is_first = &child == node.children.data();
    const std::string distance = node.kind == NodeKind::near && !is_first ? std::to_string(child.distance) + " " : "";
    text += (is_first ? "" : " ") + distance + shape(child);
  }
  return sign + text + ")" + weight;
}

void expect_trees(const std::vector<TreeCase>& cases) {
  for (const TreeCase& c : cases) EXPECT_EQ(shape(parse(c.query).root), c.tree) << c.query << ": " << c.why;
}

bool has_note(std::string_view query, std::string_view part) {
  const std::vector<Note> notes = parse(query).notes;
  return std::any_of(notes.begin(), notes.end(), [&](const Note& n) { return n.text.find(part) != n.text.npos; });
}

}  // namespace timbao::test
