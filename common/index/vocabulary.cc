// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/vocabulary.h"

#include <xapian.h>

#include <algorithm>

#include "common/index/schema.h"
#include "common/index/terms.h"

namespace timbao {
namespace {

constexpr std::uint32_t kLongList = 2000;  // a term with more articles has a posting list of several blocks

constexpr std::size_t kLongestCached = 100;  // terms with one beginning; more of them are read anew each time
constexpr std::size_t kMostCounts = 40'000, kMostReadings = 5'000;  // some 6 MB

class IndexVocabulary : public Vocabulary {
 public:
  IndexVocabulary(const Xapian::Database& database, VocabularyCache& cache) : database_(database), cache_(cache) {}

  [[nodiscard]] std::uint32_t articles() const override { return database_.get_doccount(); }

  [[nodiscard]] double average_tokens() const override {
    if (!cache_.average_tokens) {
      const double tokens = static_cast<double>(database_.get_collection_freq(std::string(prefix::kLength)));
      cache_.average_tokens = std::max(1.0, tokens / std::max<double>(1, articles()));
    }
    return *cache_.average_tokens;
  }

  [[nodiscard]] std::uint32_t articles_with(const std::string& term) const override {
    const auto known = cache_.counts.find(term);
    if (known != cache_.counts.end()) return known->second;
    return cache_.counts[term] = database_.get_termfreq(term);
  }

  [[nodiscard]] std::vector<ReadingCount> readings(std::string_view term_prefix,
                                                   std::string_view folded) const override {
    std::string beginning = std::string(term_prefix) + readings_prefix(folded);
    const auto known = cache_.readings.find(beginning);
    if (known != cache_.readings.end()) return known->second;
    std::vector<ReadingCount> found = read(beginning, folded);
    return cache_.readings[std::move(beginning)] = std::move(found);
  }

  [[nodiscard]] std::vector<TermCount> terms_beginning(const std::string& beginning) const override {
    const auto known = cache_.beginnings.find(beginning);
    if (known != cache_.beginnings.end()) return known->second;
    std::vector<TermCount> found = terms_of(beginning);
    return found.size() > kLongestCached ? found : cache_.beginnings[beginning] = std::move(found);
  }

 private:
  [[nodiscard]] std::vector<ReadingCount> read(const std::string& beginning, std::string_view folded) const {
    std::vector<ReadingCount> found;
    for (TermCount& term : terms_of(beginning)) {
      std::string exact = exact_of(folded, std::string_view(term.term).substr(beginning.size()));
      cache_.counts.emplace(term.term, term.articles);
      found.push_back({std::move(term.term), std::move(exact), term.articles});
    }
    return found;
  }

  [[nodiscard]] std::vector<TermCount> terms_of(const std::string& beginning) const {
    std::vector<TermCount> found;
    const Xapian::TermIterator end = database_.allterms_end(beginning);
    for (Xapian::TermIterator term = database_.allterms_begin(beginning); term != end;) {
      found.push_back({*term, term.get_termfreq()});
      // The next step would read all blocks of a long posting list; a search for the next term skips them.
      if (found.back().articles > kLongList)
        term.skip_to(found.back().term + '\0');
      else
        ++term;
    }
    return found;
  }

  const Xapian::Database& database_;
  VocabularyCache& cache_;
};

}  // namespace

void VocabularyCache::clear_if_reopened(std::uint64_t times_opened) {
  if (times_opened == times_opened_ && counts.size() < kMostCounts && readings.size() < kMostReadings &&
      beginnings.size() < kMostReadings)
    return;
  average_tokens.reset();
  counts.clear();
  readings.clear();
  beginnings.clear();
  times_opened_ = times_opened;
}

std::unique_ptr<Vocabulary> vocabulary_of(const Xapian::Database& database, VocabularyCache& cache) {
  return std::make_unique<IndexVocabulary>(database, cache);
}

}  // namespace timbao
