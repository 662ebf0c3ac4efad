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

/// A reading of a folded form, and in how many articles it stands.
struct ReadingCount {
  std::string term;   ///< with the prefix it was asked under: "dang~93", "Sdang~"
  std::string exact;  ///< "đang~3"; the folded form itself where the term has nothing behind its ~
  std::uint32_t articles = 0;
};

/// A term, and in how many articles it stands.
struct TermCount {
  std::string term;
  std::uint32_t articles = 0;
};

/// How often terms, readings and pairs occur in an archive. A plain interface, so that what asks it is tested without
/// an index.
class Vocabulary {
 public:
  virtual ~Vocabulary() = default;

  /// All articles of the archive.
  [[nodiscard]] virtual std::uint32_t articles() const = 0;

  /// Tokens of an article on average, those of titles counted three times.
  [[nodiscard]] virtual double average_tokens() const = 0;

  /// In how many articles a term stands; 0 where it is in none.
  [[nodiscard]] virtual std::uint32_t articles_with(const std::string& term) const = 0;

  /// The readings of a folded form among the terms with a field's prefix ("" for the plain ones), by term.
  [[nodiscard]] virtual std::vector<ReadingCount> readings(std::string_view term_prefix,
                                                           std::string_view folded) const = 0;

  /// The terms that begin so, in their order: of "Y" all years that an article has.
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
