// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/base/strong_index.h"
#include "common/index/vocabulary.h"
#include "query/language/question.h"

namespace timbao {

/// What an archive has of one word of a question.
struct WordCounts {
  std::vector<ReadingCount> readings;  ///< all readings of its folded form, in its field; of a beginning, all words
  double articles_folded = 0;          ///< how many articles have any of them, estimated (ShareWithAny)
  std::uint32_t articles_own = 0;      ///< how many have the typed reading
  std::uint32_t articles_plain = 0;    ///< how many have the form without marks
};

/// The counts of all words of a question.
using QuestionCounts = IndexedVector<WordId, WordCounts>;

/// Looks up the words of a question in the archive's vocabulary.
///
///   const QuestionCounts counts = count_words(question, vocabulary);
///   counts[word].articles_own            articles that have the word as it was typed
///
/// Takes    a question and the vocabulary of the archive that it is for.
/// Returns  one entry for each of Question::words; words that differ only in the readings that they stand for are
///          looked up once.
/// Errors   those of the vocabulary: of an index, Error(index_failed).
/// Source   docs/ranking.md, "Two passes". Covered by clause_kinds_test (CountWords).
QuestionCounts count_words(const Question& question, const Vocabulary& vocabulary);

/// The terms of the readings that a word stands for, of those that the archive has.
///
///   terms_of(word, counts) == {"dang~", "dang~93"}      of "đảng", which stands for itself and the form without marks
///
/// Takes    a word and its counts.
/// Returns  terms with the prefix of the word's field, in the order of the vocabulary.
/// Errors   none.
/// Source   docs/query-language.md, "What is a hit". Covered by clause_kinds_test.
std::vector<std::string> terms_of(const AskedWord& word, const WordCounts& counts);

/// The commonest terms of the beginning of a word: as many as find candidates where nothing else does.
///
///   commonest_terms(counts of th*, 20'000)      {"the~63", "thanh~2", …}: as many as have 40,000 postings together
///
/// Takes    the counts of a beginning, and all articles of the archive.
/// Returns  at least one term where there is any.
/// Errors   none.
/// Source   docs/ranking.md, "Beginnings of words and weights". Covered by clause_kinds_test.
std::vector<std::string> commonest_terms(const WordCounts& counts, double articles);

}  // namespace timbao
