// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/near_words.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/index/terms.h"
#include "common/text/written.h"
#include "query/expand/function_words.h"
#include "query/search/archive_words.h"
#include "query/search/article_data.h"
#include "query/sequence/listed_words.h"
#include "query/sequence/near_tokens.h"
#include "query/sequence/rare_word.h"
#include "query/show/mention_finder.h"

namespace timbao {
namespace {

/// How often a word stands on each side of mentions.
struct Sides {
  std::uint64_t left = 0, right = 0;

  void add(NearSide side) { ++(side == NearSide::left ? left : right); }
  [[nodiscard]] std::uint64_t both() const { return left + right; }
};

/// The words near the mentions of all articles, while they are counted.
class NearWordCounter {
 public:
  explicit NearWordCounter(std::size_t within) : within_(within), by_number_(listed_words().size()) {}

  void add(const ArticleTokens& tokens, const std::vector<TokenStretch>& mentions) {
    near_.assign(tokens, mentions, within_);
    mentions_ += mentions.size();
    all_near_ += near_.tokens().size();
    for (const NearTokens::NearToken& token : near_.tokens()) add_token(tokens, token);
    add_rare_words(tokens);
  }

  [[nodiscard]] std::uint64_t mentions() const { return mentions_; }
  [[nodiscard]] std::uint64_t all_near() const { return all_near_; }
  [[nodiscard]] const std::vector<Sides>& by_number() const { return by_number_; }
  [[nodiscard]] const std::unordered_map<std::string, Sides>& rare() const { return rare_; }

 private:
  /// Counts the listed word that begins with a token near a mention; and the token itself where it is no part of one.
  void add_token(const ArticleTokens& tokens, const NearTokens::NearToken& token) {
    const std::uint16_t* const codes = tokens.codes().data() + token.place;
    const NearSide side = near_.side(token.place);
    std::uint32_t before = ListedWords::kNoWord, behind = ListedWords::kNoWord;
    if (token.place > token.begin) before = listed_words().number_of(codes[-1], codes[0]);
    if (token.place + 1 < token.end) behind = listed_words().number_of(codes[0], codes[1]);
    if (behind != ListedWords::kNoWord && near_.is_near(token.place + 1)) by_number_[behind].add(side);
    const bool is_alone = before == ListedWords::kNoWord && behind == ListedWords::kNoWord;
    if (is_alone && codes[0] != ArticleTokens::kNoCode) by_number_[codes[0]].add(side);
  }

  void add_rare_words(const ArticleTokens& tokens) {
    for (std::size_t i = 0; i < tokens.names(); ++i) {
      const ArticleTokens::Name name = tokens.name(i);
      if (is_rare_word(tokens, name) && near_.is_near(name.place))
        add_rare_word(std::string(name.term), near_.side(name.place));
    }
  }

  void add_rare_word(const std::string& term, NearSide side) {
    const auto known = rare_.size() < kMostRareWords ? rare_.try_emplace(term).first : rare_.find(term);
    if (known != rare_.end()) known->second.add(side);
  }

  std::size_t within_;
  NearTokens near_;
  std::uint64_t mentions_ = 0, all_near_ = 0;
  std::vector<Sides> by_number_;                 // of words with codes, by their numbers in listed_words()
  std::unordered_map<std::string, Sides> rare_;  // of words without, by their reading terms
};

NearWordCounter count_near_words(const SearchContext& context, const ArticleSet& articles) {
  const OpenArchive& archive = context.archive();
  const SequenceScanner& scanner = context.prepared().scanner();
  NearWordCounter counter(*context.request().overview.neighbours);
  MentionFinder finder(context.question().counted, context.prepared());
  ScannedArticle scanned;
  std::vector<TokenStretch> mentions;
  each_batch(articles.documents(), [&](const std::vector<Xapian::docid>& batch) {
    fetch_tokens(archive, batch);
    for (const Xapian::docid id : batch) {
      const ArticleTokens& tokens = tokens_of(archive, id);
      scanner.scan(tokens, scanned);
      mentions.clear();
      for (const MentionPlace& place : finder.find(scanned))
        mentions.push_back({place.first, place.end, place.paragraph});
      counter.add(tokens, mentions);
    }
  });
  return counter;
}

/// The best words so far.
class BestWords {
 public:
  BestWords(const NearWordCounter& counter, const ArchiveWords& archive) {
    counts_.all_near = static_cast<double>(counter.all_near());
    counts_.tokens = static_cast<double>(std::max<std::uint64_t>(archive.tokens, 1));
  }

  /// What a word has that stands so often in the archive.
  [[nodiscard]] NearCounts counts(const Sides& sides, std::uint64_t everywhere) const {
    NearCounts counts = counts_;
    counts.near = static_cast<double>(sides.both());
    counts.everywhere = static_cast<double>(std::max(everywhere, sides.both()));
    return counts;
  }

  /// Whether a word is among the best with so much.
  [[nodiscard]] bool takes(double likelihood) const {
    return likelihood > 0 && (words_.size() < kMostNeighbours || likelihood >= words_.back().log_likelihood);
  }

  void add(std::string text, const Sides& sides, std::uint64_t everywhere) {
    const NearCounts counted = counts(sides, everywhere);
    Neighbour word{std::move(text), sides.left, sides.right, counted.expected(), log_likelihood(counted)};
    if (!takes(word.log_likelihood)) return;
    words_.insert(std::upper_bound(words_.begin(), words_.end(), word, is_before), std::move(word));
    if (words_.size() > kMostNeighbours) words_.pop_back();
  }

  [[nodiscard]] std::vector<Neighbour> take() { return std::move(words_); }

 private:
  static bool is_before(const Neighbour& a, const Neighbour& b) {
    if (a.log_likelihood != b.log_likelihood) return a.log_likelihood > b.log_likelihood;
    return a.observed() != b.observed() ? a.observed() > b.observed() : a.word < b.word;
  }

  NearCounts counts_;
  std::vector<Neighbour> words_;  // the best first
};

void add_coded_words(const NearWordCounter& counter, const ArchiveWords& archive, FunctionWords wanted,
                     BestWords& best) {
  const std::vector<Sides>& sides = counter.by_number();
  for (std::uint32_t number = 0; number < sides.size(); ++number) {
    if (sides[number].both() == 0) continue;
    if (!best.takes(log_likelihood(best.counts(sides[number], archive.times[number])))) continue;
    if (wanted == FunctionWords::no && is_function_word(listed_words().syllables_of(number))) continue;
    best.add(listed_words().text_of(number), sides[number], archive.times[number]);
  }
}

/// A rare word, and how much it can have at most: as much as if it stood once in each article that has it.
struct RareWord {
  std::string term;
  Sides sides;
  double at_most = 0;
};

/// Articles are read to count rare words: only of those that may be among the best.
void add_rare_words(const NearWordCounter& counter, const OpenArchive& archive, BestWords& best) {
  std::vector<RareWord> words;
  for (const auto& [term, sides] : counter.rare()) {
    if (!best.takes(log_likelihood(best.counts(sides, sides.both())))) continue;
    const double at_most = log_likelihood(best.counts(sides, archive.vocabulary.articles_with(term)));
    if (best.takes(at_most)) words.push_back({term, sides, at_most});
  }
  std::sort(words.begin(), words.end(), [](const RareWord& a, const RareWord& b) {
    return a.at_most != b.at_most ? a.at_most > b.at_most : a.term < b.term;
  });
  for (const RareWord& word : words) {
    if (!best.takes(word.at_most)) return;
    const SplitTerm parts = split_term(word.term);
    best.add(written(exact_of(parts.folded, parts.marks)), word.sides, count_rare_word(archive, word.term));
  }
}

/// A cell's part of G², but for the factor 2.
double cell(double counted, double expected) {
  return counted > 0 && expected > 0 ? counted * std::log(counted / expected) : 0;
}

}  // namespace

double log_likelihood(const NearCounts& counts) {
  const double expected = counts.expected();
  if (counts.near <= expected) return 0;
  const double elsewhere = counts.tokens - counts.all_near, others = counts.tokens - counts.everywhere;
  const double sum = cell(counts.near, expected) +
                     cell(counts.everywhere - counts.near, elsewhere * counts.everywhere / counts.tokens) +
                     cell(counts.all_near - counts.near, counts.all_near * others / counts.tokens) +
                     cell(others - (counts.all_near - counts.near), elsewhere * others / counts.tokens);
  return std::max(2 * sum, 0.0);
}

Neighbours near_words(const SearchContext& context, const ArticleSet& articles) {
  const OpenArchive& archive = context.archive();
  const OverviewRequest& wanted = context.request().overview;
  const NearWordCounter counter = count_near_words(context, articles);
  ArchiveWordsCache unkept;
  ArchiveWordsCache& cache = archive.words == nullptr ? unkept : *archive.words;
  Neighbours neighbours;
  neighbours.within = *wanted.neighbours;
  neighbours.mentions = counter.mentions();
  if (counter.all_near() == 0) return neighbours;
  const ArchiveWords& words = cache.of(archive);
  BestWords best(counter, words);
  add_coded_words(counter, words, wanted.function_words, best);
  add_rare_words(counter, archive, best);
  neighbours.words = best.take();
  return neighbours;
}

}  // namespace timbao
