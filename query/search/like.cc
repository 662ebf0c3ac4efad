// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/like.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "common/index/listed_pairs.h"
#include "common/index/terms.h"
#include "common/text/written.h"
#include "query/plan/estimates.h"
#include "query/plan/ranking_numbers.h"

namespace timbao {
namespace {

/// A word, or a pair of neighbours, and what it tells about an article.
struct Telling {
  std::string text;                // "quy hoạch"
  std::vector<std::string> words;  // exact keys
  double value = 0;
};

/// One word, or two neighbours.
using Keys = std::vector<const Word*>;

struct KeyLess {
  bool operator()(const Keys& a, const Keys& b) const {
    return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(),
                                        [](const Word* left, const Word* right) { return left->exact < right->exact; });
  }
};

/// How often an article has each of its words and pairs.
using Occurrences = std::map<Keys, unsigned, KeyLess>;

/// The texts of an article while their words are counted. The texts are kept, since words belong to them.
class OccurrenceCounter {
 public:
  explicit OccurrenceCounter(Tokenizer& tokenizer) : tokenizer_(tokenizer) {}

  void add(std::string_view text, unsigned times) {
    texts_.push_back(tokenizer_.tokenize(text.substr(0, ranking::kLikeTextBytes)));
    const std::vector<Token>& tokens = texts_.back().tokens;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (tokens[i].word->kind != TokenKind::word) continue;
      occurrences_[{tokens[i].word}] += times;
      const bool has_neighbour = i > 0 && tokens[i].gap <= Gap::space && tokens[i - 1].word->kind == TokenKind::word;
      if (has_neighbour) occurrences_[{tokens[i - 1].word, tokens[i].word}] += times;
    }
  }

  [[nodiscard]] const Occurrences& occurrences() const { return occurrences_; }

 private:
  Tokenizer& tokenizer_;
  std::vector<TokenizedText> texts_;
  Occurrences occurrences_;
};

/// Whether the term of a pair stands in every article that has the pair; that of another one stands for titles only.
bool is_posted(const Keys& pair) { return is_listed_pair(pair[0]->folded, pair[1]->folded); }

/// How many articles have a word as it is printed, or a pair; of a pair that is not posted it is estimated.
double articles_with(const Keys& keys, const Vocabulary& vocabulary) {
  double rarest = vocabulary.articles();
  for (const Word* const word : keys) rarest = std::min<double>(rarest, vocabulary.articles_with(reading_term(*word)));
  if (keys.size() == 1) return rarest;
  if (!is_posted(keys)) return ranking::kUnpostedShare * rarest;
  return std::min<double>(rarest, vocabulary.articles_with(pair_term(keys[0]->folded, keys[1]->folded)));
}

/// Whether an article has words so often that it is no chance. Two neighbours that are no word of the shipped list, such
/// as the end of one word and the beginning of the next, must stand in more than the title.
bool is_repeated(const Keys& keys, unsigned times) {
  return times > (keys.size() == 1 || is_posted(keys) ? 1 : ranking::kTitleCount);
}

Telling telling_of(const Keys& keys, unsigned times, const Vocabulary& vocabulary) {
  Telling telling;
  for (const Word* const word : keys) {
    telling.text += (telling.text.empty() ? "" : " ") + written(word->exact);
    telling.words.push_back(word->exact);
  }
  const double rarity = idf(vocabulary.articles(), articles_with(keys, vocabulary));
  telling.value = times / (times + ranking::kLikeHalf) * rarity;
  return telling;
}

/// The most telling ones of so many words, the best first.
std::vector<Telling> most_telling(const Occurrences& occurrences, std::size_t words, const Vocabulary& vocabulary) {
  std::vector<Telling> list;
  for (const auto& [keys, times] : occurrences)
    if (keys.size() == words && is_repeated(keys, times)) list.push_back(telling_of(keys, times, vocabulary));
  std::sort(list.begin(), list.end(), [](const Telling& a, const Telling& b) {
    return a.value != b.value ? a.value > b.value : a.text < b.text;
  });
  if (list.size() > ranking::kLikeTerms) list.resize(ranking::kLikeTerms);
  return list;
}

bool is_in(const std::vector<Telling>& pairs, const std::string& word) {
  return std::any_of(pairs.begin(), pairs.end(), [&](const Telling& pair) {
    return std::find(pair.words.begin(), pair.words.end(), word) != pair.words.end();
  });
}

Node words_node(const std::string& text, Tokenizer& tokenizer) {
  Node node;
  node.kind = NodeKind::words;
  node.value = text;
  node.text = tokenizer.tokenize(text);
  return node;
}

Node excluded_id(const std::string& id) {
  Node node;
  node.kind = NodeKind::filter;
  node.field = Field::id;
  node.value = id;
  node.occur = Occur::must_not;
  return node;
}

}  // namespace

Node like_tree(const Article& article, const Vocabulary& vocabulary, Tokenizer& tokenizer) {
  OccurrenceCounter counter(tokenizer);
  counter.add(article.title, ranking::kTitleCount);
  counter.add(article.lead, 2);
  counter.add(article.body, 1);
  const std::vector<Telling> pairs = most_telling(counter.occurrences(), 2, vocabulary);
  Node any;
  any.kind = NodeKind::any_of;
  for (const Telling& pair : pairs) any.children.push_back(words_node(pair.text, tokenizer));
  for (const Telling& word : most_telling(counter.occurrences(), 1, vocabulary))
    if (!is_in(pairs, word.words.front())) any.children.push_back(words_node(word.text, tokenizer));
  any.children.erase(std::remove_if(any.children.begin(), any.children.end(),
                                    [](const Node& node) { return node.text.tokens.empty(); }),
                     any.children.end());
  Node root;
  if (any.children.empty()) return root;
  root.children.push_back(std::move(any));
  root.children.push_back(excluded_id(article.id));
  return root;
}

Node restricted(Node ranking, Node wanted) {
  wanted.occur = Occur::must;
  ranking.children.insert(ranking.children.begin(), std::move(wanted));
  return ranking;
}

}  // namespace timbao
