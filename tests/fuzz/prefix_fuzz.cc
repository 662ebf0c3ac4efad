// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/base/utf8.h"
#include "common/index/term_maker.h"
#include "query/language/parse.h"
#include "query/language/question.h"
#include "query/sequence/found_tokens.h"
#include "query/sequence/scan.h"
#include "tests/fuzz/require.h"

namespace {

using namespace timbao;

/// Whether an article has a word that begins as typed; also true where the text is no beginning of a word.
bool stands(const std::string& beginning, const std::string& sequence) {
  static Tokenizer tokenizer;
  const Question question = make_question(parse_query(beginning + '*', tokenizer, {2018, 1, 31}).root, {});
  if (question.words.size() != 1 || !question.words[WordId(0)].is_beginning()) return true;
  const SequenceScanner scanner(question.words);
  ScannedArticle scanned;
  scanner.scan(ArticleTokens(checked_sequence(sequence)), scanned);
  FoundTokens found;
  found.assign(scanned, scanner.groups());
  return found.has_word(WordId(0), scanner);
}

}  // namespace

// A word and a text, a line each: a beginning of the word that finds the text is found with every shorter beginning of
// the same spelling too, and a word of the text is found by its own beginning.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static TermMaker maker;
  const std::string text = repair_utf8(fuzz::text_of(data, size)).text;
  std::string_view rest = text;
  const std::string_view word = fuzz::take_until(rest, '\n').substr(0, 60);
  Article article;
  article.body = rest;
  const std::string sequence = maker.make(article).tokens;
  bool is_found = true;
  std::string beginning;
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t length = read_code_point(word, at).length;
    if (word[at] < 'a' || word[at] > 'z') return 0;  // another letter may change the marks of those before it
    beginning += word.substr(at, length);
    at += length;
    const bool now = stands(beginning, sequence);
    fuzz::require(is_found || !now || beginning.size() <= 2);
    is_found = now;
  }
  return 0;
}
