// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/plan/word_counts.h"

#include <algorithm>
#include <string_view>

#include "query/plan/estimates.h"

namespace timbao {
namespace {

std::string_view prefix_of(const AskedWord& word) {
  return word.field ? row_of(*word.field).prefix : std::string_view();
}

WordCounts count_word(const AskedWord& word, const Vocabulary& vocabulary) {
  WordCounts counts;
  counts.readings = vocabulary.readings(prefix_of(word), word.folded);
  ShareWithAny any_reading(vocabulary.articles());
  for (const ReadingCount& reading : counts.readings) {
    any_reading.add(reading.articles);
    if (reading.exact == word.exact) counts.articles_own = reading.articles;
    if (reading.exact == word.folded) counts.articles_plain = reading.articles;
  }
  counts.articles_folded = any_reading.articles();
  return counts;
}

bool stands_for(const AskedWord& word, const ReadingCount& reading) {
  const bool typed = reading.exact == word.exact;
  const bool plain = reading.exact == word.folded;
  return word.readings == Readings::any || typed || (word.readings == Readings::typed_or_plain && plain);
}

}  // namespace

QuestionCounts count_words(const Question& question, const Vocabulary& vocabulary) {
  QuestionCounts counts;
  for (const AskedWord& word : question.words) {
    const auto is_counted_alike = [&](WordId counted) {
      const AskedWord& other = question.words[counted];
      return other.folded == word.folded && other.exact == word.exact && other.field == word.field;
    };
    const auto known = counts.ids();
    const auto same = std::find_if(known.begin(), known.end(), is_counted_alike);
    counts.push_back(same != known.end() ? counts[*same] : count_word(word, vocabulary));
  }
  return counts;
}

std::vector<std::string> terms_of(const AskedWord& word, const WordCounts& counts) {
  std::vector<std::string> terms;
  for (const ReadingCount& reading : counts.readings)
    if (stands_for(word, reading)) terms.push_back(reading.term);
  return terms;
}

}  // namespace timbao
