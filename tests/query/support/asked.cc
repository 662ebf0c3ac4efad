// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/query/support/asked.h"

#include <array>
#include <stdexcept>

#include "common/index/sequence.h"
#include "common/index/term_maker.h"
#include "query/language/parse.h"
#include "query/plan/clause_matcher.h"
#include "query/search/document_filters.h"
#include "query/sequence/sieve.h"
#include "tests/query/support/small_index.h"

namespace timbao::test {
namespace {

std::string describe_word(const AskedWord& word) {
  constexpr std::array<std::string_view, 3> kSigns{"", "~", "="};
  std::string text = word.field ? std::string(row_of(*word.field).name) + ':' : "";
  text += kSigns[static_cast<std::size_t>(word.readings)];
  return text + word.exact + (word.is_beginning() ? "*" : "");
}

std::string describe_phrase(const Question& question, const Clause& phrase) {
  std::string singles, wholes;
  for (const PhraseStep& step : phrase.steps) {
    const std::string word = describe_word(question.words[step.word]);
    if (step.to == step.from + 1)
      (singles += singles.empty() ? "" : " ") += word;
    else
      wholes += " | " + word + '@' + std::to_string(step.from) + '-' + std::to_string(step.to);
  }
  return "phrase(" + singles + wholes + ')';
}

std::string join(const std::vector<std::string>& texts) {
  std::string joined;
  for (const std::string& text : texts) (joined += joined.empty() ? "" : ", ") += text;
  return joined;
}

}  // namespace

Question ask(std::string_view query, SearchRequest request) {
  static Tokenizer tokenizer;
  request.query = query;
  request.today = {2018, 2, 1};
  return make_question(parse_query(query, tokenizer, request.today).root, request);
}

ScannedArticle scanned(const Article& article, const SequenceScanner& scanner) {
  const std::string sequence = sequence_of(article);
  ScannedArticle found;
  scanner.scan(ArticleTokens(checked_sequence(sequence)), found);
  return found;
}

bool passes_sieve(const Question& question, const Article& article) {
  const SequenceScanner scanner(question.words);
  const std::string sequence = sequence_of(article);
  const PhraseSieve sieve(question.hits, scanner);
  return sieve.may_hold(checked_sequence(sequence)) && sieve.may_hold(ArticleTokens(checked_sequence(sequence)));
}

bool is_hit(std::string_view query, const Article& article, const SearchRequest& request) {
  const Question question = ask(query, request);
  const SequenceScanner scanner(question.words);
  TermMaker terms;
  const Xapian::Document document = document_of(article, terms);
  DocumentFilters filters(question.hits, nullptr);
  filters.look_at(document);
  const bool is_true = ClauseMatcher(question.hits, scanner).is_true(scanned(article, scanner), filters);
  if (is_true && !passes_sieve(question, article)) throw std::logic_error("the sieve held back a hit");
  return is_true;
}

std::string describe_clause(const Question& question, const Clause& clause) {
  std::vector<std::string> children;
  for (const Clause& child : clause.children) children.push_back(describe_clause(question, child));
  if (clause.kind == ClauseKind::word) return describe_word(question.words[clause.word]);
  if (clause.kind == ClauseKind::phrase) return describe_phrase(question, clause);
  if (clause.kind == ClauseKind::days)
    return "days(" + format_day(clause.days.first) + ".." + format_day(clause.days.last) + ')';
  return std::string(row_of(clause).name) + '(' + join(clause.kind == ClauseKind::terms ? clause.terms : children) +
         ')';
}

}  // namespace timbao::test
