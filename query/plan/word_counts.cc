// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/plan/word_counts.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

#include "common/index/terms.h"
#include "query/language/completion.h"
#include "query/plan/estimates.h"
#include "query/plan/ranking_numbers.h"

namespace timbao {
namespace {

std::string_view prefix_of(const AskedWord& word) {
  return word.field ? row_of(*word.field).prefix : std::string_view();
}

/// The readings for which the beginning of a word stands.
std::vector<ReadingCount> completions_of(const AskedWord& word, const Vocabulary& vocabulary) {
  const WordCompletion completion(word);
  const std::string_view prefix = prefix_of(word);
  std::vector<ReadingCount> completions;
  for (TermCount& term : vocabulary.terms_beginning(std::string(prefix) + word.folded)) {
    const SplitTerm reading = split_term(std::string_view(term.term).substr(prefix.size()));
    std::string exact = exact_of(reading.folded, reading.marks);
    if (completion.takes(reading.folded, exact))
      completions.push_back({std::move(term.term), std::move(exact), term.articles});
  }
  return completions;
}

/// A beginning stands for all of its completions alike, as a word for the reading that was typed.
WordCounts count_beginning(const AskedWord& word, const Vocabulary& vocabulary) {
  WordCounts counts;
  counts.readings = completions_of(word, vocabulary);
  ShareWithAny any(vocabulary.articles());
  for (const ReadingCount& reading : counts.readings) any.add(reading.articles);
  counts.articles_folded = any.articles();
  counts.articles_own = static_cast<std::uint32_t>(std::lround(any.articles()));
  return counts;
}

WordCounts count_word(const AskedWord& word, const Vocabulary& vocabulary) {
  if (word.is_beginning()) return count_beginning(word, vocabulary);
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
  return word.is_beginning() || word.readings == Readings::any || typed ||
         (word.readings == Readings::typed_or_plain && plain);
}

}  // namespace

QuestionCounts count_words(const Question& question, const Vocabulary& vocabulary) {
  QuestionCounts counts;
  for (const AskedWord& word : question.words) {
    const auto is_counted_alike = [&](WordId counted) {
      const AskedWord& other = question.words[counted];
      return !word.is_beginning() && !other.is_beginning() && other.folded == word.folded &&
             other.exact == word.exact && other.field == word.field;
    };
    const auto known = counts.ids();
    const auto same = std::find_if(known.begin(), known.end(), is_counted_alike);
    counts.push_back(same != known.end() ? counts[*same] : count_word(word, vocabulary));
  }
  return counts;
}

std::vector<std::string> commonest_terms(const WordCounts& counts, double articles) {
  std::vector<const ReadingCount*> commonest;
  commonest.reserve(counts.readings.size());
  for (const ReadingCount& reading : counts.readings) commonest.push_back(&reading);
  std::stable_sort(commonest.begin(), commonest.end(),
                   [](const ReadingCount* a, const ReadingCount* b) { return a->articles > b->articles; });
  std::vector<std::string> terms;
  double postings = 0;
  for (const ReadingCount* reading : commonest) {
    if (postings >= ranking::kCommonestPostings * articles) break;
    terms.push_back(reading->term);
    postings += reading->articles;
  }
  return terms;
}

std::vector<std::string> terms_of(const AskedWord& word, const WordCounts& counts) {
  std::vector<std::string> terms;
  for (const ReadingCount& reading : counts.readings)
    if (stands_for(word, reading)) terms.push_back(reading.term);
  return terms;
}

}  // namespace timbao
