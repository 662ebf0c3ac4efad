// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/suggest/marks.h"

#include <cmath>
#include <string_view>
#include <utility>

#include "common/index/terms.h"
#include "query/suggest/likeliest_path.h"
#include "query/suggest/pair_readings.h"

namespace timbao {
namespace {

// Shares of the sources in the probability of a reading behind another one.
constexpr double kOfNearPairs = 0.8;
constexpr double kOfListedPairs = 0.2;
constexpr double kOfNearWords = 0.15;
constexpr double kOfArchive = 0.05;
constexpr double kNearPrior = 0.3;  // how many occurrences near text must have to count by half
constexpr double kListedPrior = 20;

/// A reading of one word.
struct Reading {
  std::string exact;
  std::string marks;            ///< those of its reading term
  NearText::Number number = 0;  ///< in the near text
  double near = 0;              ///< how often near text has it
  double occurs = 0;            ///< its part of the probability that does not depend on the word before
  double log_occurs = 0;        ///< its logarithm: nothing tells about most readings behind most others
};

/// A word with its readings, and what the shipped list has of it and the word before.
struct WordReadings {
  std::vector<Reading> readings;
  std::vector<PairReading> with_word_before;
};

std::vector<Reading> readings_of(const UnmarkedWord& word, const Vocabulary& vocabulary, const NearText& near) {
  std::vector<Reading> readings;
  double in_archive = 1, in_near_text = kNearPrior;
  for (ReadingCount& known : vocabulary.readings("", word.folded)) {
    if (!word.exact.empty() && word.exact != known.exact) continue;
    const NearText::Number number = near.number_of(known.term);
    readings.push_back({std::move(known.exact), std::string(split_term(known.term).marks), number, near.count(number),
                        static_cast<double>(known.articles)});
    const Reading& reading = readings.back();
    in_archive += known.articles;
    in_near_text += reading.near;
  }
  if (readings.empty())
    readings.push_back({word.exact.empty() ? word.folded : word.exact, "", NearText::kNoNumber, 0, 1});
  for (Reading& reading : readings) {
    reading.occurs = kOfNearWords * reading.near / in_near_text + kOfArchive * (reading.occurs + 0.1) / in_archive;
    reading.log_occurs = std::log(reading.occurs);
  }
  return readings;
}

/// Which share of the readings behind a reading the shipped list gives to another one.
double listed(const Reading& left, const Reading& right, const std::vector<PairReading>& pairs) {
  double both = 0, all = kListedPrior;
  for (const PairReading& pair : pairs) {
    if (pair.left_marks != left.marks) continue;
    all += pair.count;
    if (pair.right_marks == right.marks) both += pair.count;
  }
  return both / all;
}

/// The logarithm of the probability of a reading behind another one.
double log_likelihood_behind(const Reading& left, const Reading& right, const WordReadings& word,
                             const NearText& near) {
  double probability = right.occurs;
  if (left.near > 0 && right.near > 0)
    probability += kOfNearPairs * near.count(left.number, right.number) / (left.near + kNearPrior);
  if (!word.with_word_before.empty()) probability += kOfListedPairs * listed(left, right, word.with_word_before);
  return probability > right.occurs ? std::log(probability) : right.log_occurs;
}

/// Ways through the readings of all words.
class ReadingSteps : public PathSteps {
 public:
  ReadingSteps(const std::vector<WordReadings>& words, const NearText& near) : words_(words), near_(near) {}

  [[nodiscard]] std::size_t places() const override { return words_.size(); }
  [[nodiscard]] std::size_t choices_at(std::size_t place) const override { return words_[place].readings.size(); }
  [[nodiscard]] double begins_with(std::size_t reading) const override {
    return words_[0].readings[reading].log_occurs;
  }
  [[nodiscard]] double follows(std::size_t place, std::size_t before, std::size_t reading) const override {
    const WordReadings& word = words_[place];
    return log_likelihood_behind(words_[place - 1].readings[before], word.readings[reading], word, near_);
  }
  [[nodiscard]] double cost_of(std::size_t /*place*/, std::size_t /*reading*/) const override { return 0; }

 private:
  const std::vector<WordReadings>& words_;
  const NearText& near_;
};

}  // namespace

std::vector<std::string> marked(const std::vector<UnmarkedWord>& unmarked, const Vocabulary& vocabulary,
                                const NearText& near) {
  if (unmarked.empty()) return {};
  std::vector<WordReadings> words;
  words.reserve(unmarked.size());
  for (std::size_t at = 0; at < unmarked.size(); ++at) {
    words.push_back({readings_of(unmarked[at], vocabulary, near), {}});
    if (at > 0) words.back().with_word_before = pair_readings(unmarked[at - 1].folded, unmarked[at].folded);
  }
  const LikelyPath path = likeliest_path(ReadingSteps(words, near));
  std::vector<std::string> exact;
  exact.reserve(words.size());
  for (std::size_t at = 0; at < words.size(); ++at) exact.push_back(words[at].readings[path.choices[at]].exact);
  return exact;
}

}  // namespace timbao
