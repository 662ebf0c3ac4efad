// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/text_clauses.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "common/index/terms.h"
#include "query/language/extras.h"

namespace timbao {
namespace {

/// The tokens [begin, end) of a text.
struct Span {
  std::size_t begin, end;
};

/// How many names (dates, documents) a unit asks for at most, and in how many ways it may be fulfilled at most.
constexpr std::size_t kMostNames = 16;
constexpr std::size_t kMostWays = 64;

Span span_of(const Alternative& alternative) { return {alternative.first, alternative.first + alternative.count}; }
Span span_of(const Extra& extra) { return {extra.first, std::size_t{extra.first} + extra.count}; }

bool lies_in(const Span& inner, const Span& outer) { return inner.begin >= outer.begin && inner.end <= outer.end; }

/// The spans in their order, those that overlap as one; each token that lies in none is a span of its own.
std::vector<Span> merged(std::vector<Span> spans, std::size_t tokens) {
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

/// Whether a document type lies within a document's number. 05-CT/TW asks for this very document: that an article has
/// any directive with the number 5 is not enough.
bool is_type_of_a_number(const Extra& extra, const std::vector<Extra>& extras) {
  if (extra.kind != ExtraKind::document_type) return false;
  return std::any_of(extras.begin(), extras.end(), [&](const Extra& other) {
    return other.kind == ExtraKind::document && other.first < extra.first + extra.count &&
           extra.first < other.first + other.count;
  });
}

Clause alternative_clause(const Alternative& alternative, AskedWordList& words);

/// Makes the clauses of one text.
class TextClauses {
 public:
  TextClauses(const Node& node, Demand demand, AskedWordList& words) : node_(node), demand_(demand), words_(words) {}

  [[nodiscard]] std::size_t tokens() const { return node_.text.tokens.size(); }
  [[nodiscard]] const std::vector<Extra>& extras() const { return node_.text.extras; }

  /// The tokens of a span side by side, or the readings that stand for several of them. A single word is a clause of
  /// its own kind.
  Clause phrase(const Span& span) {
    Clause clause = steps(span);
    const bool is_one_word = clause.steps.size() == 1 && field_has_terms();
    return is_one_word ? word_clause(clause.steps.front().word) : std::move(clause);
  }

  /// The same, of kind phrase in any case.
  Clause steps(const Span& span) {
    Clause clause;
    clause.kind = ClauseKind::phrase;
    clause.length = span.end - span.begin;
    for (std::size_t i = span.begin; i < span.end; ++i)
      clause.steps.push_back({i - span.begin, i - span.begin + 1, words_.id_of(node_.text.tokens[i], node_, demand_)});
    for (const Extra& extra : extras()) {
      const Span its = span_of(extra);
      if (!is_asked_reading(extra) || !lies_in(its, span)) continue;
      clause.steps.push_back({its.begin - span.begin, its.end - span.begin, words_.id_of(extra, node_, demand_)});
    }
    std::stable_sort(clause.steps.begin(), clause.steps.end(),
                     [](const PhraseStep& a, const PhraseStep& b) { return a.from < b.from; });
    return clause;
  }

  /// A span of tokens, or one of the names or alternatives that stand for a part of it together with the rest of the
  /// span. Where dates and documents run into each other, a span may hold very many names, and each one asks for all the
  /// rest of the span once more: then only the words and alternatives are asked for.
  Clause unit(const Span& span) {
    std::vector<Clause> ways = ways_of_words(span);
    for (const Alternative& alternative : node_.alternatives)
      if (lies_in(span_of(alternative), span) && ways.size() <= kMostWays)
        ways.push_back(around(span, span_of(alternative), alternative_clause(alternative, words_)));
    return group_clause(ClauseKind::any_of, std::move(ways));
  }

  /// The words of a span, its joined forms as phrases, and its names, any of which will do.
  std::vector<Clause> optional_ways(const Span& span) {
    std::vector<Clause> ways = pieces(span);
    for (const Extra* name : names(span)) ways.push_back(terms_clause({extra_term(*name)}));
    return ways;
  }

 private:
  std::vector<Clause> ways_of_words(const Span& span) {
    std::vector<Clause> ways;
    ways.push_back(group_clause(ClauseKind::all_of, pieces(span)));
    for (const Extra* name : names(span)) ways.push_back(with_name(span, *name));
    return ways;
  }

  /// The names (dates, documents) of a span; none where there are too many.
  [[nodiscard]] std::vector<const Extra*> names(const Span& span) const {
    std::vector<const Extra*> list;
    std::size_t all = 0;
    for (const Extra& extra : extras()) {
      if (is_reading(extra) || !lies_in(span_of(extra), span)) continue;
      ++all;
      if (!is_type_of_a_number(extra, extras())) list.push_back(&extra);
    }
    return all <= kMostNames ? list : std::vector<const Extra*>();
  }

  /// The body has no terms of its own: only a token sequence tells whether a word stands in it.
  [[nodiscard]] bool field_has_terms() const { return !node_.field || !row_of(*node_.field).prefix.empty(); }

  /// The words of a span, and a phrase for each joined form, range and document's number in it.
  std::vector<Clause> pieces(const Span& span) {
    std::vector<Span> phrases;
    for (const Extra& extra : extras()) {
      const Span its = span_of(extra);
      if ((is_asked_reading(extra) || extra.kind == ExtraKind::document) && lies_in(its, span))
        phrases.push_back({its.begin - span.begin, its.end - span.begin});
    }
    std::vector<Clause> clauses;
    for (const Span& piece : merged(std::move(phrases), span.end - span.begin))
      clauses.push_back(phrase({span.begin + piece.begin, span.begin + piece.end}));
    return clauses;
  }

  /// The term of a name, and the words of the span before and behind it.
  Clause with_name(const Span& span, const Extra& extra) {
    return around(span, span_of(extra), terms_clause({extra_term(extra)}));
  }

  /// What stands in place of a part of a span, and the words of the span before and behind that part.
  Clause around(const Span& span, const Span& part, Clause in_its_place) {
    std::vector<Clause> way = pieces({span.begin, part.begin});
    for (Clause& rest : pieces({part.end, span.end})) way.push_back(std::move(rest));
    way.push_back(std::move(in_its_place));
    return group_clause(ClauseKind::all_of, std::move(way));
  }

  const Node& node_;
  Demand demand_;
  AskedWordList& words_;
};

/// An alternative's words side by side, or one of its terms.
Clause alternative_clause(const Alternative& alternative, AskedWordList& words) {
  std::vector<Clause> ways;
  if (!alternative.node.text.tokens.empty()) {
    TextClauses text(alternative.node, Demand::needed, words);
    ways.push_back(text.phrase({0, text.tokens()}));
  }
  std::vector<std::string> terms = alternative_terms(alternative);
  if (!terms.empty()) ways.push_back(terms_clause(std::move(terms)));
  return group_clause(ClauseKind::any_of, std::move(ways));
}

/// Each word by itself, also of a date or a number: an article with any of the words is a hit.
std::vector<Clause> optional_units(const Node& node, const std::vector<Span>& spans, AskedWordList& words) {
  std::vector<Clause> clauses;
  TextClauses text(node, Demand::optional, words);
  for (const Span& span : merged(spans, text.tokens()))
    for (Clause& way : text.optional_ways(span)) clauses.push_back(std::move(way));
  for (const Alternative& alternative : node.alternatives) clauses.push_back(alternative_clause(alternative, words));
  return clauses;
}

std::vector<Clause> needed_units(const Node& node, std::vector<Span> spans, AskedWordList& words) {
  std::vector<Clause> clauses;
  TextClauses text(node, Demand::needed, words);
  for (const Alternative& alternative : node.alternatives) spans.push_back(span_of(alternative));
  for (const Span& span : merged(std::move(spans), text.tokens())) clauses.push_back(text.unit(span));
  return clauses;
}

}  // namespace

Clause alternative_phrase(const Alternative& alternative, AskedWordList& words) {
  TextClauses text(alternative.node, Demand::needed, words);
  return text.steps({0, text.tokens()});
}

std::vector<std::string> alternative_terms(const Alternative& alternative) {
  std::vector<std::string> terms = alternative.terms;
  for (const Extra& extra : alternative.node.text.extras) {
    const bool is_whole_text = extra.first == 0 && extra.count == alternative.node.text.tokens.size();
    if (is_reading(extra) || !is_whole_text) continue;
    std::string term = extra_term(extra);
    if (std::find(terms.begin(), terms.end(), term) == terms.end()) terms.push_back(std::move(term));
  }
  return terms;
}

Clause phrase_clause(const Node& node, Demand demand, AskedWordList& words) {
  TextClauses text(node, demand, words);
  std::vector<Clause> ways;
  ways.push_back(text.phrase({0, text.tokens()}));
  for (const Extra& extra : text.extras())
    if (extra.kind == ExtraKind::document && extra.count == text.tokens() && !node.field)
      ways.push_back(terms_clause({extra_term(extra)}));
  return group_clause(ClauseKind::any_of, std::move(ways));
}

Clause prefix_clause(const Node& node, AskedWordList& words) {
  return TextClauses(node, Demand::needed, words).phrase({0, 1});
}

std::vector<Clause> unit_clauses(const Node& node, Demand demand, AskedWordList& words) {
  std::vector<Span> spans;
  for (const Extra& extra : node.text.extras)
    if (!is_percent(extra)) spans.push_back(span_of(extra));
  return demand == Demand::optional ? optional_units(node, spans, words) : needed_units(node, std::move(spans), words);
}

}  // namespace timbao
