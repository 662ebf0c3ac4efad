// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/question.h"

#include <algorithm>
#include <functional>
#include <map>
#include <utility>

#include "common/index/terms.h"
#include "query/language/days.h"
#include "query/language/filters.h"

namespace timbao {

bool operator==(const AskedWord& a, const AskedWord& b) {
  return a.folded == b.folded && a.exact == b.exact && a.readings == b.readings && a.field == b.field;
}

namespace {

/// What a marked word stands for where it is only one of several that may be missing, and where it is needed.
enum class Demand : std::uint8_t { some, every };

Clause group(ClauseKind kind, std::vector<Clause> children) {
  if (children.size() == 1 && kind != ClauseKind::none_of) return std::move(children.front());
  Clause clause;
  clause.kind = kind;
  clause.children = std::move(children);
  return clause;
}

Clause days_clause(const DayRange& days) {
  Clause clause;
  clause.kind = ClauseKind::days;
  clause.days = days;
  return clause;
}

/// Any of several clauses; ranges of days among them that meet are one.
Clause any_of(std::vector<Clause> children) {
  const auto is_of_days = [](const Clause& child) { return child.kind == ClauseKind::days; };
  if (std::count_if(children.begin(), children.end(), is_of_days) < 2)
    return group(ClauseKind::any_of, std::move(children));
  const auto days = std::stable_partition(children.begin(), children.end(), std::not_fn(is_of_days));
  std::vector<DayRange> ranges;
  for (auto child = days; child != children.end(); ++child) ranges.push_back(child->days);
  children.erase(days, children.end());
  for (const DayRange& range : merged_days(std::move(ranges))) children.push_back(days_clause(range));
  return group(ClauseKind::any_of, std::move(children));
}

Clause terms_clause(std::vector<std::string> terms) {
  Clause clause;
  clause.kind = ClauseKind::terms;
  clause.terms = std::move(terms);
  return clause;
}

/// [begin, end) of tokens.
struct Span {
  std::size_t begin, end;
};

/// Extras that are readings and stand for several tokens, or for one with a second value.
bool is_step(const Extra& extra) { return extra.kind == ExtraKind::whole || extra.kind == ExtraKind::range; }

bool is_percent(const Extra& extra) { return is_step(extra) && !extra.folded.empty() && extra.folded.back() == '%'; }

class Maker {
 public:
  Maker(const SearchRequest& request, Question& question) : request_(request), question_(question) {}

  void make(const Node& root) {
    question_.counted = with_days(request_.match == MatchMode::any ? ranked(root) : needed(root));
    question_.hits = request_.match == MatchMode::all ? question_.counted : with_days(ranked(root));
    collect_ranked(root);
  }

 private:
  // ---- trees

  /// The clause of a node all of whose words are needed.
  Clause needed(const Node& node) {
    switch (node.kind) {
      case NodeKind::words:
        return group(ClauseKind::all_of, units(node, Demand::every));
      case NodeKind::phrase:
        return phrase(node, Demand::every);
      case NodeKind::filter:
        return filter(node);
      case NodeKind::any_of:
        return any_of(needed_children(node));
      case NodeKind::all_of:
      case NodeKind::sequence:
        break;
    }
    return conjunction(node);
  }

  std::vector<Clause> needed_children(const Node& node) {
    std::vector<Clause> clauses;
    for (const Node& child : node.children) clauses.push_back(needed(child));
    return clauses;
  }

  /// Children that must be there, filters of one field side by side, and children that must not.
  Clause conjunction(const Node& node) {
    std::vector<Clause> wanted = filters(node), unwanted;
    for (const Node& child : node.children)
      if (child.occur == Occur::must_not)
        unwanted.push_back(needed(child));
      else if (child.kind != NodeKind::filter)
        wanted.push_back(needed(child));
    if (!unwanted.empty()) wanted.push_back(group(ClauseKind::none_of, std::move(unwanted)));
    return wanted.empty() ? nothing() : group(ClauseKind::all_of, std::move(wanted));
  }

  /// The same field twice is OR, different fields AND.
  std::vector<Clause> filters(const Node& node) {
    std::map<Field, std::vector<Clause>> by_field;
    for (const Node& child : node.children)
      if (child.kind == NodeKind::filter && child.occur != Occur::must_not)
        by_field[*child.field].push_back(filter(child));
    std::vector<Clause> clauses;
    clauses.reserve(by_field.size());
    for (auto& [field, alternatives] : by_field) clauses.push_back(any_of(std::move(alternatives)));
    return clauses;
  }

  Clause filter(const Node& node) {
    question_.filtered = true;
    return node.field == Field::date ? days_clause(node.days) : terms_clause(filter_terms(node));
  }

  /// Top level of ranked search: optional operands, unless something is required.
  Clause ranked(const Node& root) {
    if (root.kind != NodeKind::sequence || stands_alone(root)) return needed(root);
    std::vector<Clause> wanted = filters(root), unwanted, optional;
    const std::size_t filter_count = wanted.size();
    for (const Node& child : root.children) {
      if (child.kind == NodeKind::filter && child.occur != Occur::must_not) continue;
      if (child.occur == Occur::must_not)
        unwanted.push_back(needed(child));
      else if (child.occur == Occur::must)
        wanted.push_back(needed(child));
      else
        add_optional(child, optional);
    }
    if (wanted.size() == filter_count && !optional.empty()) {
      wanted.push_back(group(ClauseKind::any_of, std::move(optional)));
      question_.optional_words = true;
    }
    if (!unwanted.empty()) wanted.push_back(group(ClauseKind::none_of, std::move(unwanted)));
    return wanted.empty() ? nothing() : group(ClauseKind::all_of, std::move(wanted));
  }

  /// A phrase alone is required.
  static bool stands_alone(const Node& root) {
    const auto texts = std::count_if(root.children.begin(), root.children.end(), [](const Node& child) {
      return child.kind != NodeKind::filter && child.occur != Occur::must_not;
    });
    const auto phrases = std::count_if(root.children.begin(), root.children.end(), [](const Node& child) {
      return child.kind == NodeKind::phrase && child.occur != Occur::must_not;
    });
    return texts == 1 && phrases == 1;
  }

  void add_optional(const Node& node, std::vector<Clause>& optional) {
    if (node.kind == NodeKind::words) {
      for (Clause& unit : units(node, Demand::some)) optional.push_back(std::move(unit));
    } else {
      optional.push_back(node.kind == NodeKind::phrase ? phrase(node, Demand::some) : needed(node));
    }
  }

  static Clause nothing() {
    Clause clause;
    clause.kind = ClauseKind::any_of;
    return clause;
  }

  Clause with_days(Clause clause) {
    if (!request_.days) return clause;
    question_.filtered = true;
    std::vector<Clause> both;
    both.push_back(std::move(clause));
    both.push_back(days_clause(*request_.days));
    return group(ClauseKind::all_of, std::move(both));
  }

  // ---- words

  [[nodiscard]] Readings readings_of(const AskedWord& word, const Node& node, Demand demand, TokenKind kind) const {
    if (node.strictness == Strictness::strict || request_.marks == MarksMode::strict) return Readings::own;
    const bool any = !word.is_marked() || kind == TokenKind::number || request_.marks == MarksMode::fold;
    return any || demand == Demand::some ? Readings::any : Readings::own_or_plain;
  }

  /// The number of a word; it is new unless the same was asked for before. `asked` lacks field and readings.
  WordId ask(AskedWord asked, TokenKind kind, const Node& node, Demand demand) {
    asked.field = node.field;
    asked.readings = readings_of(asked, node, demand, kind);
    for (const WordId known : question_.words.ids())
      if (question_.words[known] == asked) return known;
    return question_.words.push_back(std::move(asked));
  }

  WordId ask(const Token& token, const Node& node, Demand demand) {
    return ask({token.word->folded, token.word->exact, {}, {}}, token.word->kind, node, demand);
  }

  WordId ask(const Extra& whole, const Node& node, Demand demand) {
    const TokenKind kind = whole.exact == whole.folded ? TokenKind::number : TokenKind::word;
    return ask({whole.folded, whole.exact, {}, {}}, kind, node, demand);
  }

  Clause word_clause(WordId word) {
    Clause clause;
    clause.kind = ClauseKind::word;
    clause.word = word;
    return clause;
  }

  // ---- runs

  /// The tokens of a span side by side, or their wholes.
  Clause run(const Node& node, Span span, Demand demand) {
    Clause clause;
    clause.kind = ClauseKind::run;
    clause.length = span.end - span.begin;
    for (std::size_t i = span.begin; i < span.end; ++i)
      clause.steps.push_back({i - span.begin, i - span.begin + 1, ask(node.text.tokens[i], node, demand)});
    for (const Extra& extra : node.text.extras) {
      const std::size_t begin = extra.first, end = extra.first + extra.count;
      if (!is_step(extra) || is_percent(extra) || begin < span.begin || end > span.end) continue;
      clause.steps.push_back({begin - span.begin, end - span.begin, ask(extra, node, demand)});
    }
    std::stable_sort(clause.steps.begin(), clause.steps.end(),
                     [](const RunStep& a, const RunStep& b) { return a.from < b.from; });
    // The body has no terms of its own: only a token sequence tells whether a word stands in it.
    const bool has_terms = !node.field || !row_of(*node.field).prefix.empty();
    return clause.steps.size() == 1 && has_terms ? word_clause(clause.steps.front().word) : std::move(clause);
  }

  /// A phrase that is a document's number and nothing else is found in every spelling of it.
  Clause phrase(const Node& node, Demand demand) {
    std::vector<Clause> ways;
    ways.push_back(run(node, {0, node.text.tokens.size()}, demand));
    for (const Extra& extra : node.text.extras)
      if (extra.kind == ExtraKind::document && extra.count == node.text.tokens.size() && !node.field)
        ways.push_back(terms_clause({extra_term(extra)}));
    return group(ClauseKind::any_of, std::move(ways));
  }

  // ---- units: what was typed as one thing

  /// Merges spans that overlap; each token that is in none is a span of its own.
  static std::vector<Span> merged(std::vector<Span> spans, std::size_t tokens) {
    std::sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) { return a.begin < b.begin; });
    std::vector<Span> all;
    std::size_t next = 0;
    for (const Span& span : spans) {
      if (!all.empty() && span.begin < all.back().end && span.begin < next) {
        all.back().end = std::max(all.back().end, span.end);
      } else {
        for (; next < span.begin; ++next) all.push_back({next, next + 1});
        all.push_back(span);
      }
      next = std::max(next, all.back().end);
    }
    for (; next < tokens; ++next) all.push_back({next, next + 1});
    return all;
  }

  static std::vector<Span> spans_of(const Node& node, bool (*takes)(const Extra&)) {
    std::vector<Span> spans;
    for (const Extra& extra : node.text.extras)
      if (takes(extra)) spans.push_back({extra.first, extra.first + std::size_t{extra.count}});
    return spans;
  }

  /// Words, and runs for what is joined, a range or a document's number.
  std::vector<Clause> pieces(const Node& node, Span span, Demand demand) {
    std::vector<Span> runs;
    for (const Span& one : spans_of(node, [](const Extra& extra) {
           return (is_step(extra) && !is_percent(extra)) || extra.kind == ExtraKind::document;
         }))
      if (one.begin >= span.begin && one.end <= span.end)
        runs.push_back({one.begin - span.begin, one.end - span.begin});
    std::vector<Clause> clauses;
    for (const Span& piece : merged(std::move(runs), span.end - span.begin))
      clauses.push_back(run(node, {span.begin + piece.begin, span.begin + piece.end}, demand));
    return clauses;
  }

  /// A span of tokens, or one of its other names with what the name leaves out. Where names chain into a span that
  /// holds many of them, only the words are asked for: each name is one more way to say all the rest.
  Clause unit(const Node& node, Span span, Demand demand) {
    constexpr std::ptrdiff_t kMostNames = 16;
    std::vector<Clause> ways;
    ways.push_back(group(ClauseKind::all_of, pieces(node, span, demand)));
    const auto names_it = [&](const Extra& extra) {
      return !is_step(extra) && extra.first >= span.begin && extra.first + std::size_t{extra.count} <= span.end;
    };
    const bool has_few = std::count_if(node.text.extras.begin(), node.text.extras.end(), names_it) <= kMostNames;
    for (const Extra& extra : node.text.extras) {
      const std::size_t begin = extra.first, end = extra.first + extra.count;
      if (!has_few || !names_it(extra) || hides_type(node, extra)) continue;
      std::vector<Clause> way = pieces(node, {span.begin, begin}, demand);
      for (Clause& rest : pieces(node, {end, span.end}, demand)) way.push_back(std::move(rest));
      way.push_back(terms_clause({extra_term(extra)}));
      ways.push_back(group(ClauseKind::all_of, std::move(way)));
    }
    return group(ClauseKind::any_of, std::move(ways));
  }

  /// 05-CT/TW asks for this very document: any directive number 5 is not enough.
  static bool hides_type(const Node& node, const Extra& extra) {
    if (extra.kind != ExtraKind::document_type) return false;
    return std::any_of(node.text.extras.begin(), node.text.extras.end(), [&](const Extra& other) {
      return other.kind == ExtraKind::document && other.first < extra.first + extra.count &&
             extra.first < other.first + other.count;
    });
  }

  std::vector<Clause> units(const Node& node, Demand demand) {
    std::vector<Clause> clauses;
    const auto any_extra = [](const Extra& extra) { return !is_percent(extra); };
    for (const Span& span : merged(spans_of(node, any_extra), node.text.tokens.size()))
      clauses.push_back(unit(node, span, demand));
    return clauses;
  }

  // ---- ranking

  void collect_ranked(const Node& node) {
    if (node.kind == NodeKind::words || node.kind == NodeKind::phrase) return rank_text(node);
    if (node.kind == NodeKind::filter) open_ = false;
    for (const Node& child : node.children) {
      if (node.kind != NodeKind::sequence || child.occur == Occur::must_not) open_ = false;
      if (child.occur != Occur::must_not) collect_ranked(child);
    }
    if (node.kind != NodeKind::sequence) open_ = false;
  }

  /// The words of a text in their order; quotes and brackets do not part neighbours.
  void rank_text(const Node& node) {
    open_ = open_ && last_field_ == node.field;
    for (const Token& token : node.text.tokens) {
      const bool first = &token == &node.text.tokens.front();
      const bool linked = open_ && (first || token.gap != Gap::paragraph);
      question_.ranked.push_back(
          {ask(token, node, Demand::every), linked ? RankedWord::Link::neighbour : RankedWord::Link::none});
      open_ = true;
    }
    last_field_ = node.field;
    for (const Extra& extra : node.text.extras)
      if (is_step(extra) && !is_percent(extra)) question_.ranked_wholes.push_back(ask(extra, node, Demand::every));
    if (!node.field)
      for (const Extra& extra : node.text.extras) question_.ranked_terms.push_back(extra_term(extra));
  }

  const SearchRequest& request_;
  Question& question_;
  bool open_ = false;  // the next text is a neighbour of the last ranked word
  std::optional<Field> last_field_;
};

}  // namespace

Question make_question(const Node& root, const SearchRequest& request) {
  Question question;
  Maker(request, question).make(root);
  return question;
}

}  // namespace timbao
