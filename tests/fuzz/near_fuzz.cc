// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/term_maker.h"
#include "query/language/parse.h"
#include "query/language/question.h"
#include "query/sequence/near_match.h"
#include "tests/fuzz/require.h"

namespace {

using namespace timbao;

constexpr std::size_t kMostWords = 500;

/// Each byte but a line end as one of four words, so that any input has matches.
std::string words_of(std::string_view bytes) {
  constexpr std::array<std::string_view, 4> kWords{"xanh", "vàng", "đỏ", "tím"};
  std::string text;
  for (const char byte : bytes.substr(0, kMostWords)) {
    if (byte == '\n')
      text += '\n';
    else
      (text += kWords[static_cast<unsigned char>(byte) % kWords.size()]) += ' ';
  }
  return text;
}

using Tokens = std::vector<std::string>;

/// The words of each line.
std::vector<Tokens> paragraphs_of(const std::string& text) {
  std::vector<Tokens> paragraphs(1);
  std::string word;
  for (const char byte : text) {
    if (byte != ' ' && byte != '\n') {
      word += byte;
      continue;
    }
    if (!word.empty()) paragraphs.back().push_back(word);
    word.clear();
    if (byte == '\n') paragraphs.emplace_back();
  }
  return paragraphs;
}

std::vector<std::size_t> places_of(const Tokens& phrase, const Tokens& paragraph) {
  std::vector<std::size_t> places;
  for (std::size_t at = 0; at + phrase.size() <= paragraph.size(); ++at)
    if (std::equal(phrase.begin(), phrase.end(), paragraph.begin() + static_cast<std::ptrdiff_t>(at)))
      places.push_back(at);
  return places;
}

/// Whether two phrases stand near each other in a paragraph, by looking at every two places.
bool are_near(const Tokens& a, const Tokens& b, std::size_t distance, const Tokens& paragraph) {
  for (const std::size_t first : places_of(a, paragraph))
    for (const std::size_t second : places_of(b, paragraph)) {
      const bool in_order = first + a.size() <= second && second - first - a.size() <= distance;
      const bool reversed = second + b.size() <= first && first - second - b.size() <= distance;
      if (in_order || reversed) return true;
    }
  return false;
}

bool stands(const std::string& query, const std::string& body) {
  static Tokenizer tokenizer;
  static TermMaker maker;
  const Question question = make_question(parse_query(query, tokenizer, {2018, 1, 31}).root, {});
  fuzz::require(question.hits.kind == ClauseKind::near);
  const SequenceScanner scanner(question.words);
  Article article;
  article.body = body;
  const std::string sequence = maker.make(article).tokens;
  ScannedArticle scanned;
  scanner.scan(ArticleTokens(checked_sequence(sequence)), scanned);
  FoundTokens found;
  found.assign(scanned, scanner.groups());
  PhraseMatcher phrases(scanner);
  return stands_near(question.hits, {scanner, found, phrases});
}

}  // namespace

// A byte (the distance), two lines (the operands) and a text: NEAR is true where a plain search finds the operands near
// each other.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view rest = fuzz::text_of(data, size);
  const std::size_t distance = fuzz::take_byte(rest) % 8U;
  const std::string a = words_of(fuzz::take_until(rest, '\n').substr(0, 4));
  const std::string b = words_of(fuzz::take_until(rest, '\n').substr(0, 4));
  if (a.empty() || b.empty()) return 0;
  const std::string body = words_of(rest) + ' ';
  const Tokens left = paragraphs_of(a).front(), right = paragraphs_of(b).front();
  bool expected = false;
  for (const Tokens& paragraph : paragraphs_of(body)) expected = expected || are_near(left, right, distance, paragraph);
  fuzz::require(stands('"' + a + "\" NEAR/" + std::to_string(distance) + " \"" + b + '"', body) == expected);
  return 0;
}
