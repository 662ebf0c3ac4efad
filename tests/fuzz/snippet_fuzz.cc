// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/base/escape.h"
#include "common/index/term_maker.h"
#include "common/index/terms.h"
#include "query/language/parse.h"
#include "query/output/render.h"
#include "query/show/highlighter.h"
#include "tests/fuzz/require.h"
#include "tests/query/support/fake_vocabulary.h"

namespace {

using namespace timbao;
using fuzz::require;

/// Highlights stand in their order, do not touch, and lie in the text, which is UTF-8 and can be shown.
void check_highlights(const HighlightedText& shown) {
  require(fuzz::is_well_formed(shown.text));
  const std::size_t chars = count_code_points(shown.text);
  bool is_first = true;
  std::size_t end = 0;
  for (const CharRange& range : shown.highlights) {
    require(range.begin < range.end && range.end <= chars && (is_first || range.begin > end));
    end = range.end;
    is_first = false;
  }
  const std::string line = render(shown, Highlight::html);
  require(find_control(line) == line.size());
}

/// What is looked for, and how long a snippet may be.
struct Asked {
  Question question;
  std::size_t limit_chars = 0;
};

Asked take_asked(std::string_view& rest) {
  constexpr Day kToday{2018, 1, 31};
  static Tokenizer tokenizer;
  SearchRequest request;
  request.today = kToday;
  request.snippet_chars = fuzz::take_byte(rest);
  const std::string query(fuzz::take_until(rest, '\n'));
  return {make_question(parse_query(query, tokenizer, kToday).root, request), request.snippet_chars};
}

void check(const Asked& asked, const Article& article, std::string_view sequence) {
  static Tokenizer tokenizer;
  const test::FakeVocabulary vocabulary(100, {});
  const QueryWeights weights = weigh(asked.question, count_words(asked.question, vocabulary), vocabulary);
  const SequenceScanner scanner(asked.question.words);
  ScannedArticle scanned;
  scanner.scan(ArticleTokens(sequence), scanned);
  const ArticleHighlighter highlighter(weights, scanner, scanned, tokenizer);
  const HighlightedText title = highlighter.title(article), snippet = highlighter.snippet(article, asked.limit_chars);
  require(title.text == article.title);
  check_highlights(title);
  check_highlights(snippet);
  require(count_code_points(snippet.text) <= (asked.limit_chars == 0 ? 0 : asked.limit_chars + 2));
}

}  // namespace

// A byte (the limit), a query, a title and a body, a line each: what matches is highlighted, whether the token sequence is
// the article's own or any other bytes.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static TermMaker maker;
  const std::string text = repair_utf8(fuzz::text_of(data, size)).text;
  std::string_view rest = text;
  const Asked asked = take_asked(rest);
  Article article;
  article.title = fuzz::take_until(rest, '\n');
  article.lead = fuzz::take_until(rest, '\n');
  article.body = rest;
  const std::string sequence = maker.make(article).tokens;
  check(asked, article, checked_sequence(sequence));
  check(asked, article, fuzz::text_of(data, size));
  return 0;
}
