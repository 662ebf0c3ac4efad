// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace Xapian {
class Database;
}

namespace timbao {

/// A reading of a folded form, and how many articles have it.
///
///   {"dang~93", "đang~3", 1200}     {"Sdang~", "dang", 7}
struct ReadingCount {
  std::string term;   ///< the reading term, after the prefix of the field that was asked for
  std::string exact;  ///< the exact key; the folded form itself for the reading without marks
  std::uint32_t articles = 0;
};

/// A term, and how many articles have it.
struct TermCount {
  std::string term;
  std::uint32_t articles = 0;
};

/// How often terms, readings and pairs occur in an archive. It is an interface, so that the planning of queries can be
/// tested without an index.
///
///   const auto vocabulary = vocabulary_of(database, cache);
///   vocabulary->articles_with("dang~93");
///
/// Takes    terms as terms.h spells them.
/// Errors   that of an index: Xapian::Error.
/// Threads  one thread at a time, as its database.
/// Source   counts of Xapian's posting lists. Covered by vocabulary_test; tests/query/support has one without an index.
class Vocabulary {
 public:
  virtual ~Vocabulary() = default;

  /// How many articles the archive has.
  [[nodiscard]] virtual std::uint32_t articles() const = 0;

  /// The average length of an article in tokens, each token of a title counted three times (schema.h, plain_count).
  [[nodiscard]] virtual double average_tokens() const = 0;

  /// How many articles have a term; 0 where none has.
  [[nodiscard]] virtual std::uint32_t articles_with(const std::string& term) const = 0;

  /// The readings of a folded form among the terms with a field's prefix ("" for the plain terms), sorted by term.
  [[nodiscard]] virtual std::vector<ReadingCount> readings(std::string_view term_prefix,
                                                           std::string_view folded) const = 0;

  /// The terms that begin with a text, sorted: terms_beginning("Y") are the years of all articles.
  [[nodiscard]] virtual std::vector<TermCount> terms_beginning(const std::string& beginning) const = 0;
};

/// Caches what a vocabulary has read, because words come again from query to query. Its size is bounded: it is emptied
/// when it is full.
class VocabularyCache {
 public:
  /// Empties the cache if it is full, or if the database was opened again since the last call.
  ///
  /// Takes    IndexReader::times_opened().
  void clear_if_reopened(std::uint64_t times_opened);

  std::optional<double> average_tokens;
  std::unordered_map<std::string, std::uint32_t> counts;
  std::unordered_map<std::string, std::vector<ReadingCount>> readings;  ///< by what their terms begin with
  std::unordered_map<std::string, std::vector<TermCount>> beginnings;   ///< likewise

 private:
  std::uint64_t times_opened_ = 0;
};

/// The vocabulary of an open database. Database and cache must outlive it.
std::unique_ptr<Vocabulary> vocabulary_of(const Xapian::Database& database, VocabularyCache& cache);

}  // namespace timbao
