// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/describe.h"

#include <array>
#include <cstdint>
#include <string_view>

#include "common/base/ascii.h"
#include "common/base/utf8.h"
#include "query/language/quotes.h"

namespace timbao {
namespace {

/// How tightly the text of a node holds together, from the loosest. A node needs brackets where its parent holds
/// together as tightly as itself, or more tightly.
enum class Binding : std::uint8_t { any_of, all_of, near, sequence, single };

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

/// "title:=", as far as a node has a field and is strict.
std::string before_value(const Node& node) {
  std::string text = node.field ? std::string(row_of(*node.field).name) + ":" : "";
  if (node.strictness == Strictness::strict) text += '=';
  return text;
}

std::string in_brackets(const std::string& text) { return "(" + text + ")"; }

/// Words with a field before them and several words, or a sign, behind it, stand in brackets.
std::string describe_words(const Node& node) {
  const bool needs_brackets = node.field && (has_any_of(node.value, " ") || node.text.tokens.front().begin != 0);
  return before_value(node) + (needs_brackets ? in_brackets(node.value) : node.value);
}

std::string describe_prefix(const Node& node) { return before_value(node) + node.value + '*'; }

std::string describe_phrase(const Node& node) { return before_value(node) + "\"" + node.value + "\""; }

std::string describe_filter(const Node& node) {
  if (node.field == Field::date) return before_value(node) + describe_days(node.days);
  const bool needs_quotes = has_any_of(node.value, " ()") || has_quote(node.value);
  return before_value(node) + (needs_quotes ? in_quotes(node.value) : node.value);
}

Binding binding_of(const Node& node);

/// "^0.5"; the digits behind the point as far as they are needed.
std::string describe_weight(double weight) {
  std::string text = std::to_string(weight);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return "^" + text;
}

/// A child as it stands within a parent that binds its children as `parent` says.
std::string describe_within(Binding parent, const Node& child) {
  return binding_of(child) > parent ? describe(child) : in_brackets(describe(child));
}

/// Whether a sign directly before these words would be read as text, or would reach the first of them only.
bool needs_brackets_behind_sign(const Node& node) {
  if (node.kind != NodeKind::words || node.field || node.weight != 1 || node.strictness == Strictness::strict)
    return false;
  const Token& first = node.text.tokens.front();
  return has_any_of(node.value, " ") || first.begin != 0 || is_ascii_digit(first.word->folded.front());
}

std::string describe_operand(const Node& node) {
  constexpr std::array<std::string_view, 3> kSigns{"", "+", "-"};
  const std::string_view sign = kSigns[static_cast<std::size_t>(node.occur)];
  const bool needs_brackets = !sign.empty() && needs_brackets_behind_sign(node);
  return std::string(sign) + (needs_brackets ? in_brackets(describe(node)) : describe_within(Binding::sequence, node));
}

std::string describe_sequence(const Node& node) {
  std::string text;
  for (const Node& child : node.children) (text += text.empty() ? "" : " ") += describe_operand(child);
  return text;
}

std::string describe_near(const Node& node) {
  std::string text;
  for (const Node& child : node.children) {
    if (!text.empty()) text += " NEAR/" + std::to_string(child.distance) + ' ';
    text += describe_within(Binding::sequence, child);
  }
  return text;
}

std::string describe_all_of(const Node& node) {
  std::string text;
  for (const Node& child : node.children) {
    const bool excludes = child.occur == Occur::must_not;
    if (text.empty() && excludes) {
      text = describe_operand(child);
      continue;
    }
    if (!text.empty()) text += excludes ? " NOT " : " AND ";
    text += describe_within(Binding::all_of, child);
  }
  return text;
}

std::string describe_any_of(const Node& node) {
  std::string text;
  for (const Node& child : node.children)
    (text += text.empty() ? "" : " OR ") += describe_within(Binding::any_of, child);
  return text;
}

struct DescribeRow {
  NodeKind value;
  Binding binding;
  std::string (*describe)(const Node& node);
};
constexpr std::array<DescribeRow, 8> kDescribeRows{{
    {NodeKind::words, Binding::single, describe_words},
    {NodeKind::phrase, Binding::single, describe_phrase},
    {NodeKind::prefix, Binding::single, describe_prefix},
    {NodeKind::filter, Binding::single, describe_filter},
    {NodeKind::sequence, Binding::sequence, describe_sequence},
    {NodeKind::all_of, Binding::all_of, describe_all_of},
    {NodeKind::any_of, Binding::any_of, describe_any_of},
    {NodeKind::near, Binding::near, describe_near},
}};
static_assert(covers_every_value<kDescribeRows>());

Binding binding_of(const Node& node) {
  return node.weight != 1 ? Binding::single : row_of_value(kDescribeRows, node.kind).binding;
}

}  // namespace

std::string describe(const Node& node) {
  std::string text = row_of_value(kDescribeRows, node.kind).describe(node);
  if (node.weight == 1) return text;
  // Not every word may have a weight directly behind it: km^2 is text.
  const bool needs_brackets = is_group(node.kind) || (node.kind == NodeKind::words && text.back() != ')');
  return (needs_brackets ? in_brackets(text) : text) + describe_weight(node.weight);
}

}  // namespace timbao
