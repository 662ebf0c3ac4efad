// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>

#include "common/base/ascii.h"
#include "common/base/utf8.h"
#include "query/language/parse.h"
#include "query/language/quotes.h"

namespace timbao {
namespace {

bool has_any_of(std::string_view text, std::string_view characters) {
  return text.find_first_of(characters) != std::string_view::npos;
}

bool has_quote(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = read_code_point(text, at);
    if (is_query_quote(c.value)) return true;
    at += c.length;
  }
  return false;
}

std::string describe_days(const DayRange& days) {
  std::string first = days.first == Day{1, 1, 1} ? "" : format_day(days.first);
  const std::string last = days.last == Day{9999, 12, 31} ? "" : format_day(days.last);
  if (first == last && !first.empty()) return first;
  return first.empty() && last.empty() ? "0001-01-01.." : first + ".." + last;
}

std::string describe_filter(const Node& node) {
  if (node.field == Field::date) return describe_days(node.days);
  const bool needs_quotes = has_any_of(node.value, " ()") || has_quote(node.value);
  return needs_quotes ? in_quotes(node.value) : node.value;
}

std::string describe_leaf(const Node& node) {
  std::string text = node.field ? std::string(row_of(*node.field).name) + ":" : "";
  if (node.kind == NodeKind::filter) return text + describe_filter(node);
  if (node.strictness == Strictness::strict) text += '=';
  return text + (node.kind == NodeKind::phrase ? "\"" + node.value + "\"" : node.value);
}

/// Whether a sign directly before these words would be text, or reach the first of them only.
bool needs_brackets_behind_sign(const Node& node) {
  if (node.kind != NodeKind::words || node.field || node.strictness == Strictness::strict) return false;
  const Token& first = node.text.tokens.front();
  return has_any_of(node.value, " ") || first.begin != 0 || is_ascii_digit(first.word->folded.front());
}

bool is_leaf(const Node& node) {
  return node.kind == NodeKind::words || node.kind == NodeKind::phrase || node.kind == NodeKind::filter;
}

std::string in_brackets(const std::string& text) { return "(" + text + ")"; }

std::string describe_in_sequence(const Node& node) {
  constexpr std::array<std::string_view, 3> kSigns{"", "+", "-"};
  const std::string_view sign = kSigns[static_cast<std::size_t>(node.occur)];
  const std::string text = describe(node);
  const bool is_bare = is_leaf(node) && (sign.empty() || !needs_brackets_behind_sign(node));
  return std::string(sign) + (is_bare ? text : in_brackets(text));
}

std::string describe_sequence(const Node& node) {
  std::string text;
  for (const Node& child : node.children) (text += text.empty() ? "" : " ") += describe_in_sequence(child);
  return text;
}

std::string describe_all_of(const Node& node) {
  std::string text;
  for (const Node& child : node.children) {
    const bool excludes = child.occur == Occur::must_not;
    if (text.empty() && excludes) {
      text = describe_in_sequence(child);
      continue;
    }
    if (!text.empty()) text += excludes ? " NOT " : " AND ";
    const bool is_bare = is_leaf(child) || child.kind == NodeKind::sequence;
    text += is_bare ? describe(child) : in_brackets(describe(child));
  }
  return text;
}

std::string describe_any_of(const Node& node) {
  std::string text;
  for (const Node& child : node.children) {
    if (!text.empty()) text += " OR ";
    text += child.kind == NodeKind::any_of ? in_brackets(describe(child)) : describe(child);
  }
  return text;
}

}  // namespace

std::string describe(const Node& node) {
  if (node.kind == NodeKind::sequence) return describe_sequence(node);
  if (node.kind == NodeKind::all_of) return describe_all_of(node);
  return node.kind == NodeKind::any_of ? describe_any_of(node) : describe_leaf(node);
}

}  // namespace timbao
