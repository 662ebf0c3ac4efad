// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/tree_clauses.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

#include "query/language/filters.h"
#include "query/language/text_clauses.h"

namespace timbao {
namespace {

Clause needed(const Node& node, AskedWordList& words);

Clause needed_words(const Node& node, AskedWordList& words) {
  return group_clause(ClauseKind::all_of, unit_clauses(node, Demand::needed, words));
}

Clause needed_phrase(const Node& node, AskedWordList& words) { return phrase_clause(node, Demand::needed, words); }

Clause needed_filter(const Node& node, AskedWordList& /*words*/) {
  return node.field == Field::date ? days_clause(node.days) : terms_clause(filter_terms(node));
}

Clause needed_any_of(const Node& node, AskedWordList& words) {
  std::vector<Clause> clauses;
  clauses.reserve(node.children.size());
  for (const Node& child : node.children) clauses.push_back(needed(child, words));
  return any_of_clause(std::move(clauses));
}

/// What an operand of NEAR asks for: clauses that stand at places. The parser lets nothing else be an operand.
Clause operand_of_near(const Node& node, AskedWordList& words) {
  if (node.kind == NodeKind::prefix) return prefix_clause(node, words);
  if (node.kind == NodeKind::words && node.text.tokens.size() == 1) return needed_words(node, words);
  if (node.kind != NodeKind::any_of) return phrase_clause(node, Demand::needed, words);
  std::vector<Clause> ways;
  ways.reserve(node.children.size());
  for (const Node& child : node.children) ways.push_back(operand_of_near(child, words));
  return group_clause(ClauseKind::any_of, std::move(ways));
}

Clause needed_near(const Node& node, AskedWordList& words) {
  std::vector<Clause> operands;
  std::vector<std::uint32_t> distances;
  for (const Node& child : node.children) {
    if (!operands.empty()) distances.push_back(child.distance);
    operands.push_back(operand_of_near(child, words));
  }
  return near_clause(std::move(operands), std::move(distances));
}

/// Whether a node is a filter, or a group of filters and of nothing else.
bool is_of_filters(const Node& node) {
  return node.kind == NodeKind::filter ||
         (!node.children.empty() && std::all_of(node.children.begin(), node.children.end(), is_of_filters));
}

bool is_wanted_filter(const Node& node) { return is_of_filters(node) && node.occur != Occur::must_not; }

/// The field of a filter, or that of all filters between which OR stands.
std::optional<Field> field_of_filters(const Node& node) {
  if (node.kind != NodeKind::any_of) return node.field;
  std::optional<Field> common;
  for (const Node& child : node.children) {
    const std::optional<Field> field = child.occur == Occur::must_not ? std::nullopt : field_of_filters(child);
    if (!field || (common && common != field)) return std::nullopt;
    common = field;
  }
  return common;
}

/// The filters among a node's children. Values of one field are alternatives, different fields are all needed.
std::vector<Clause> filter_clauses(const Node& node, AskedWordList& words) {
  std::map<Field, std::vector<Clause>> by_field;
  std::vector<Clause> clauses;
  for (const Node& child : node.children) {
    if (!is_wanted_filter(child)) continue;
    const std::optional<Field> field = field_of_filters(child);
    (field ? by_field[*field] : clauses).push_back(needed(child, words));
  }
  for (auto& [field, alternatives] : by_field) clauses.push_back(any_of_clause(std::move(alternatives)));
  return clauses;
}

/// All of some clauses and none of others; never true where there is neither.
Clause all_but(std::vector<Clause> wanted, std::vector<Clause> unwanted) {
  if (!unwanted.empty()) wanted.push_back(none_of_clause(std::move(unwanted)));
  return wanted.empty() ? never_clause() : group_clause(ClauseKind::all_of, std::move(wanted));
}

/// All children of a node, whether they stand behind AND or side by side.
Clause needed_all_of(const Node& node, AskedWordList& words) {
  std::vector<Clause> wanted = filter_clauses(node, words), unwanted;
  for (const Node& child : node.children)
    if (child.occur == Occur::must_not)
      unwanted.push_back(needed(child, words));
    else if (!is_wanted_filter(child))
      wanted.push_back(needed(child, words));
  return all_but(std::move(wanted), std::move(unwanted));
}

/// Words of which an article may lack any: each unit is a clause of its own.
std::vector<Clause> optional_words(const Node& node, AskedWordList& words) {
  return unit_clauses(node, Demand::optional, words);
}

std::vector<Clause> optional_phrase(const Node& node, AskedWordList& words) {
  std::vector<Clause> clauses;
  clauses.push_back(phrase_clause(node, Demand::optional, words));
  return clauses;
}

/// What is in brackets, or the beginning of a word, may be missing as a whole.
std::vector<Clause> optional_whole(const Node& node, AskedWordList& words) {
  std::vector<Clause> clauses;
  clauses.push_back(needed(node, words));
  return clauses;
}

/// The clauses of a node where an article must fulfil it, and where it may lack it among other operands.
struct ClauseRow {
  NodeKind value;
  Clause (*needed)(const Node& node, AskedWordList& words);
  std::vector<Clause> (*optional)(const Node& node, AskedWordList& words);
};
constexpr std::array<ClauseRow, 8> kClauseRows{{
    {NodeKind::words, needed_words, optional_words},
    {NodeKind::phrase, needed_phrase, optional_phrase},
    {NodeKind::prefix, prefix_clause, optional_whole},
    {NodeKind::filter, needed_filter, optional_whole},
    {NodeKind::sequence, needed_all_of, optional_whole},
    {NodeKind::all_of, needed_all_of, optional_whole},
    {NodeKind::any_of, needed_any_of, optional_whole},
    {NodeKind::near, needed_near, optional_whole},
}};
static_assert(covers_every_value<kClauseRows>());

Clause needed(const Node& node, AskedWordList& words) {
  return row_of_value(kClauseRows, node.kind).needed(node, words);
}

/// Whether the query is one phrase, or one NEAR, with or without filters: then an article must fulfil it.
bool is_one_phrase(const Node& root) {
  const auto is_phrase = [](const Node& child) {
    return child.kind == NodeKind::phrase || child.kind == NodeKind::near;
  };
  std::vector<bool> searched;
  for (const Node& child : root.children)
    if (!is_of_filters(child) && child.occur != Occur::must_not) searched.push_back(is_phrase(child));
  return searched.size() == 1 && searched.front();
}

/// Adds clauses that are not there yet: what is repeated a thousand times is looked for once.
void add_new(std::vector<Clause> clauses, std::vector<Clause>& known) {
  for (Clause& clause : clauses)
    if (std::find(known.begin(), known.end(), clause) == known.end()) known.push_back(std::move(clause));
}

struct RankedClause {
  Clause clause;
  bool has_optional_words = false;
};

/// What makes an article a hit of a ranked search: operands side by side may be missing as long as one is there, unless
/// something is required.
RankedClause ranked(const Node& root, AskedWordList& words) {
  if (root.kind != NodeKind::sequence || is_one_phrase(root)) return {needed(root, words)};
  std::vector<Clause> wanted = filter_clauses(root, words), unwanted, optional;
  const std::size_t filter_count = wanted.size();
  for (const Node& child : root.children) {
    if (is_wanted_filter(child)) continue;
    if (child.occur == Occur::must_not)
      unwanted.push_back(needed(child, words));
    else if (child.occur == Occur::must)
      wanted.push_back(needed(child, words));
    else
      add_new(row_of_value(kClauseRows, child.kind).optional(child, words), optional);
  }
  const bool has_optional_words = wanted.size() == filter_count && !optional.empty();
  if (has_optional_words) wanted.push_back(group_clause(ClauseKind::any_of, std::move(optional)));
  return {all_but(std::move(wanted), std::move(unwanted)), has_optional_words};
}

/// The clause, and with it what the request restricts articles to: their days, and since when the index has them.
Clause restricted(Clause clause, const SearchRequest& request) {
  std::vector<Clause> all;
  all.push_back(std::move(clause));
  if (request.days) all.push_back(days_clause(*request.days));
  if (request.first_indexed_since) all.push_back(since_clause(*request.first_indexed_since));
  return group_clause(ClauseKind::all_of, std::move(all));
}

}  // namespace

TreeClauses clauses_of(const Node& root, const SearchRequest& request, AskedWordList& words) {
  TreeClauses clauses;
  if (request.match != MatchMode::any) clauses.counted = restricted(needed(root, words), request);
  if (request.match != MatchMode::all) {
    RankedClause hits = ranked(root, words);
    clauses.has_optional_words = hits.has_optional_words;
    clauses.hits = restricted(std::move(hits.clause), request);
  }
  if (request.match == MatchMode::any) clauses.counted = clauses.hits;
  if (request.match == MatchMode::all) clauses.hits = clauses.counted;
  return clauses;
}

}  // namespace timbao
