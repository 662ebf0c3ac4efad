// SPDX-License-Identifier: GPL-2.0-or-later
// Neighbours beside a plain count over the words that the articles are made of.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "common/index/terms.h"
#include "common/text/syllable.h"
#include "query/expand/function_words.h"
#include "query/search/searcher.h"
#include "query/suggest/pair_readings.h"
#include "tests/query/support/generated_archive.h"

namespace timbao {
namespace {

using Words = std::vector<test::WrittenWord>;

bool is_listed(const test::WrittenWord& left, const test::WrittenWord& right) {
  std::uint32_t most = 0, count = 0;
  for (const PairReading& reading : pair_readings(left.folded, right.folded)) {
    most = std::max(most, reading.count);
    if (reading.left_marks == marks_of(left.folded, exact_key(left.printed)) &&
        reading.right_marks == marks_of(right.folded, exact_key(right.printed)))
      count = reading.count;
  }
  return count > 0 && count >= most / 20;
}

/// How often words stand somewhere.
struct PlainCounts {
  std::map<std::string, std::uint64_t> left, right, everywhere;
  std::uint64_t tokens = 0, near = 0, mentions = 0;
};

/// The words of one paragraph, and where a phrase stands among them.
class PlainParagraph {
 public:
  PlainParagraph(const Words& words, const std::vector<std::string>& phrase, std::size_t within)
      : words_(words), length_(phrase.size()), within_(within), is_mention_(words.size() + 1) {
    for (std::size_t i = 0; i + length_ <= words.size(); ++i) {
      bool is_here = true;
      for (std::size_t k = 0; k < length_; ++k) is_here = is_here && words[i + k].printed == phrase[k];
      if (!is_here) continue;
      mentions_.push_back(i);
      for (std::size_t k = 0; k < length_; ++k) is_mention_[i + k] = true;
    }
  }

  void add_to(PlainCounts& counts) const {
    counts.tokens += words_.size();
    counts.mentions += mentions_.size();
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (!is_mention_[i] && side(i) != 0) ++counts.near;
      if (is_pair(i)) add_pair(i, counts);
      if (is_pair(i) || (i > 0 && is_pair(i - 1))) continue;
      ++counts.everywhere[words_[i].printed];
      if (!is_mention_[i]) add(words_[i].printed, side(i), counts);
    }
  }

 private:
  /// -1: before the nearest mention; 1: behind it; 0: none is near.
  [[nodiscard]] int side(std::size_t i) const {
    std::size_t nearest = within_ + 1;
    int side = 0;
    for (const std::size_t mention : mentions_) {
      const std::size_t distance = i < mention ? mention - i : i + 1 - (mention + length_);
      if (distance >= nearest) continue;
      side = i < mention ? -1 : 1;
      nearest = distance;
    }
    return side;
  }

  [[nodiscard]] bool is_pair(std::size_t i) const {
    return i + 1 < words_.size() && is_listed(words_[i], words_[i + 1]);
  }

  void add_pair(std::size_t i, PlainCounts& counts) const {
    const std::string word = words_[i].printed + " " + words_[i + 1].printed;
    ++counts.everywhere[word];
    for (const std::size_t each : {i, i + 1})
      if (is_mention_[each] || side(each) == 0) return;
    add(word, side(i), counts);
  }

  static void add(const std::string& word, int side, PlainCounts& counts) {
    if (side != 0) ++(side < 0 ? counts.left : counts.right)[word];
  }

  const Words& words_;
  std::size_t length_, within_;
  std::vector<bool> is_mention_;
  std::vector<std::size_t> mentions_;  // the places of their first words
};

PlainCounts count_all(const std::vector<std::string>& phrase, std::size_t within) {
  PlainCounts counts;
  for (const test::GeneratedArticle& article : test::generated_archive())
    for (const test::Stretch& stretch : article.stretches) PlainParagraph(stretch.words, phrase, within).add_to(counts);
  return counts;
}

/// Dunning's formula as textbooks have it.
double plain_likelihood(double near, const PlainCounts& counts, double everywhere) {
  const double tokens = static_cast<double>(counts.tokens), all = static_cast<double>(counts.near);
  const std::array<std::array<double, 2>, 2> observed{
      {{near, everywhere - near}, {all - near, tokens - all - (everywhere - near)}}};
  double sum = 0;
  for (std::size_t i = 0; i < 2; ++i)
    for (std::size_t j = 0; j < 2; ++j) {
      const double row = observed[i][0] + observed[i][1], column = observed[0][j] + observed[1][j];
      if (observed[i][j] > 0) sum += observed[i][j] * std::log(observed[i][j] * tokens / (row * column));
    }
  return 2 * sum;
}

std::vector<std::string> syllables_of(const std::string& word) {
  const std::size_t space = word.find(' ');
  if (space == std::string::npos) return {word};
  return {word.substr(0, space), word.substr(space + 1)};
}

/// The lines that an answer should have.
std::map<std::string, Neighbour> plain_neighbours(const PlainCounts& counts, FunctionWords wanted) {
  std::map<std::string, Neighbour> words;
  for (const auto& [word, everywhere] : counts.everywhere) {
    Neighbour neighbour;
    if (counts.left.count(word) > 0) neighbour.left = counts.left.at(word);
    if (counts.right.count(word) > 0) neighbour.right = counts.right.at(word);
    neighbour.expected =
        static_cast<double>(counts.near) * static_cast<double>(everywhere) / static_cast<double>(counts.tokens);
    const auto near = static_cast<double>(neighbour.observed());
    if (near <= neighbour.expected) continue;
    if (wanted == FunctionWords::no && is_function_word(syllables_of(word))) continue;
    neighbour.log_likelihood = plain_likelihood(near, counts, static_cast<double>(everywhere));
    words[word] = neighbour;
  }
  return words;
}

struct AskedNeighbours {
  std::string query;
  std::vector<std::string> phrase;
  std::size_t within;
  FunctionWords function_words;
};

void expect_as_counted(Searcher& searcher, const AskedNeighbours& asked) {
  SCOPED_TRACE(asked.query + " within " + std::to_string(asked.within));
  SearchRequest request;
  request.query = asked.query;
  request.marks = MarksMode::strict;
  request.limit = 0;
  request.overview.neighbours = asked.within;
  request.overview.function_words = asked.function_words;
  const Neighbours found = searcher.search(request).overview.neighbours.value();
  const PlainCounts counts = count_all(asked.phrase, asked.within);
  std::map<std::string, Neighbour> expected = plain_neighbours(counts, asked.function_words);
  EXPECT_EQ(found.mentions, counts.mentions);
  EXPECT_EQ(found.words.size(), std::min<std::size_t>(expected.size(), 100));
  EXPECT_GT(found.words.size(), 5U) << "few words test little";
  double before = HUGE_VAL;
  for (const Neighbour& word : found.words) {
    ASSERT_EQ(expected.count(word.word), 1U) << word.word;
    EXPECT_EQ(word.left, expected[word.word].left) << word.word;
    EXPECT_EQ(word.right, expected[word.word].right) << word.word;
    EXPECT_NEAR(word.expected, expected[word.word].expected, 1e-6) << word.word;
    EXPECT_NEAR(word.log_likelihood, expected[word.word].log_likelihood, 1e-6) << word.word;
    EXPECT_LE(word.log_likelihood, before);
    before = word.log_likelihood;
  }
}

TEST(NearWordsOracle, CountsAsAPlainCountOverAllWords) {
  for (const std::vector<std::string>& indexes :
       {std::vector<std::string>{test::generated_index()}, test::generated_halves()}) {
    Searcher searcher(indexes);
    expect_as_counted(searcher, {"đảng", {"đảng"}, 1, FunctionWords::yes});
    expect_as_counted(searcher, {"đảng", {"đảng"}, 5, FunctionWords::yes});
    expect_as_counted(searcher, {"xã", {"xã"}, 50, FunctionWords::yes});
    expect_as_counted(searcher, {"khuỷu", {"khuỷu"}, 3, FunctionWords::no});
    expect_as_counted(searcher, {"\"hội dân\"", {"hội", "dân"}, 2, FunctionWords::no});
    expect_as_counted(searcher, {"\"cán bộ\"", {"cán", "bộ"}, 4, FunctionWords::yes});
  }
}

}  // namespace
}  // namespace timbao
