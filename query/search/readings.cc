// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/readings.h"

#include <algorithm>
#include <tuple>

#include "common/text/written.h"

namespace timbao {
namespace {

/// The field in which the readings of a word are counted. The body has no terms of its own: its words are in those of
/// all text.
std::optional<Field> counted_field(const AskedWord& word) {
  return word.field && !row_of(*word.field).prefix.empty() ? word.field : std::nullopt;
}

/// The readings of one word. Words that differ only in the readings that they stand for have the same.
WordReadings readings_of(const AskedWord& word, const WordCounts& counts, const ArticleSet& articles) {
  WordReadings shares{written(word.exact) + (word.is_beginning() ? "*" : ""), counted_field(word), {}};
  for (const ReadingCount& reading : counts.readings)
    shares.readings.push_back({written(reading.exact), articles.count(reading.term), reading.articles});
  std::sort(shares.readings.begin(), shares.readings.end(), [](const ReadingShare& a, const ReadingShare& b) {
    return std::tie(b.hits, b.articles, a.reading) < std::tie(a.hits, a.articles, b.reading);
  });
  return shares;
}

}  // namespace

std::vector<WordReadings> readings_of(const PreparedQuestion& prepared, const ArticleSet& articles) {
  const Question& question = prepared.question();
  std::vector<WordReadings> list;
  std::vector<std::pair<std::string, std::optional<Field>>> known;
  for (const RankedWord& ranked : question.ranked) {
    const AskedWord& word = question.words[ranked.word];
    std::pair<std::string, std::optional<Field>> spelling{word.exact, counted_field(word)};
    if (std::find(known.begin(), known.end(), spelling) != known.end()) continue;
    known.push_back(std::move(spelling));
    list.push_back(readings_of(word, prepared.counts()[ranked.word], articles));
  }
  return list;
}

}  // namespace timbao
