// SPDX-License-Identifier: GPL-2.0-or-later
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/index/article.h"
#include "common/index/article_tokens.h"
#include "common/index/term_maker.h"
#include "common/index/terms.h"
#include "query/language/parse.h"
#include "query/language/question.h"
#include "query/sequence/scan.h"
#include "query/sequence/sieve.h"
#include "tests/fuzz/require.h"

namespace {

using namespace timbao;
using fuzz::require;

struct Counter {
  std::size_t tokens = 0;
  void field(Field /*field*/) {}
  void paragraph() {}
  void sentence() {}
  void joined() {}
  void code(std::uint32_t /*code*/) { ++tokens; }
  void literal(std::string_view /*term*/) { ++tokens; }
};

/// A token for each code and literal; paragraphs in their order; names within the article.
void check_layout(std::string_view sequence, const ArticleTokens& tokens) {
  Counter counter;
  walk_sequence(sequence, counter);
  require(tokens.codes().size() == counter.tokens && tokens.title_tokens() <= counter.tokens);
  std::uint32_t begin = 0;
  for (const ArticleTokens::Paragraph& paragraph : tokens.paragraphs()) {
    require(begin <= paragraph.begin && paragraph.begin <= counter.tokens);
    begin = paragraph.begin;
  }
  for (std::size_t i = 0; i < tokens.names(); ++i) {
    const ArticleTokens::Name name = tokens.name(i);
    require(name.place + std::size_t{name.span} <= counter.tokens && name.paragraph < tokens.paragraphs().size());
  }
}

Question question_of(std::string_view query) {
  constexpr Day kToday{2018, 1, 31};
  Tokenizer tokenizer;
  SearchRequest request;
  request.today = kToday;
  return make_question(parse_query(query, tokenizer, kToday).root, request);
}

/// A question that is asked of every input.
class Asked {
 public:
  explicit Asked(std::string_view query)
      : question_(question_of(query)), scanner_(question_.words), sieve_(question_.hits, scanner_) {}

  void check(std::string_view sequence, const ArticleTokens& tokens) {
    static_cast<void>(sieve_.may_hold(sequence) && sieve_.may_hold(tokens));
    scanner_.scan(tokens, scanned_);
    require(scanned_.tokens == tokens.codes().size());
    std::uint32_t place = 0;
    for (const FoundToken& token : scanned_.found) {
      require(place <= token.place && token.place + std::size_t{token.span} <= scanned_.tokens);
      require(token.group.value() < scanner_.groups() && token.paragraph < tokens.paragraphs().size());
      for (const WordId word : question_.words.ids())
        require(!scanner_.is(token, word) || scanner_.is_any_reading(token, word));
      place = token.place;
    }
  }

 private:
  Question question_;
  SequenceScanner scanner_;
  PhraseSieve sieve_;
  ScannedArticle scanned_;
};

void check(std::string_view sequence) {
  static std::array<Asked, 4> asked{Asked("và của ktxh 5700"), Asked("\"xây dựng\" =đảng"),
                                    Asked("title:hội 2015-2020"), Asked("\"tp hcm\" OR so:5-CT/TW lead:đồng")};
  static ArticleTokens tokens;  // one for all, as in a search
  tokens.assign(sequence);
  check_layout(sequence, tokens);
  for (Asked& one : asked) one.check(sequence, tokens);
}

/// The sequence of an article, its title the first line, has as many tokens as its texts.
void check_article(const std::string& text) {
  static TermMaker maker;
  std::string_view rest = text;
  Article article;
  article.title = fuzz::take_until(rest, '\n');
  article.body = rest;
  const std::string bytes = maker.make(article).tokens;
  const std::string_view sequence = checked_sequence(bytes);
  Tokenizer tokenizer;
  const std::size_t title = tokenizer.tokenize(article.title).tokens.size();
  const ArticleTokens tokens(sequence);
  require(tokens.title_tokens() == title);
  require(tokens.codes().size() == title + tokenizer.tokenize(article.body).tokens.size());
  check(sequence);
}

}  // namespace

// Bytes as a token sequence, which need not be one, and as the text of an article.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = fuzz::text_of(data, size);
  check(bytes);
  check_article(repair_utf8(bytes).text);
  return 0;
}
