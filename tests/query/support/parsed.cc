// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/query/support/parsed.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "query/language/describe.h"

namespace timbao::test {

ParsedQuery parse(std::string_view text) {
  constexpr Day kToday{2018, 2, 1};
  static Tokenizer tokenizer;
  return parse_query(text, tokenizer, kToday);
}

std::string read(std::string_view text) { return describe(parse(text).root); }

std::string shape(const Node& node) {
  const std::string sign = node.occur == Occur::must ? "+" : node.occur == Occur::must_not ? "-" : "";
  const std::string field = node.field ? std::string(row_of(*node.field).name) + ":" : "";
  const std::string strict = node.strictness == Strictness::strict ? "=" : "";
  if (node.kind == NodeKind::words) return sign + field + strict + "words[" + node.value + "]";
  if (node.kind == NodeKind::phrase) return sign + field + strict + "phrase[" + node.value + "]";
  if (node.field == Field::date) return sign + describe(node);
  if (node.kind == NodeKind::filter) return sign + field + "[" + node.value + "]";
  std::string text = node.kind == NodeKind::sequence ? "seq(" : node.kind == NodeKind::all_of ? "and(" : "or(";
  for (const Node& child : node.children) (text += &child == node.children.data() ? "" : " ") += shape(child);
  return sign + text + ")";
}

void expect_trees(const std::vector<TreeCase>& cases) {
  for (const TreeCase& c : cases) EXPECT_EQ(shape(parse(c.query).root), c.tree) << c.query << ": " << c.why;
}

bool has_note(std::string_view query, std::string_view part) {
  const std::vector<Note> notes = parse(query).notes;
  return std::any_of(notes.begin(), notes.end(), [&](const Note& n) { return n.text.find(part) != n.text.npos; });
}

}  // namespace timbao::test
