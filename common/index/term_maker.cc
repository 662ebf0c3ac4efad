// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/term_maker.h"

#include <array>
#include <unordered_map>

#include "common/index/collapse_key.h"
#include "common/index/folded_hash.h"
#include "common/index/impact.h"
#include "common/index/listed_pairs.h"
#include "common/index/pair_table.h"
#include "common/index/schema.h"
#include "common/index/sequence.h"
#include "common/index/terms.h"
#include "common/index/token_codes.h"
#include "common/text/tokenize.h"

namespace timbao {
namespace {

using TermId = std::uint32_t;
constexpr TermId kNoTerm = 0xFFFFFFFF;

/// Numbers strings from 0 on, in the order in which they first come.
class Strings {
 public:
  TermId id_of(const std::string& text) {
    const auto [entry, added] = ids_.try_emplace(text, static_cast<TermId>(by_id_.size()));
    if (added) by_id_.push_back(&entry->first);
    return entry->second;
  }
  [[nodiscard]] const std::string& text_of(TermId id) const { return *by_id_[id]; }
  [[nodiscard]] std::size_t size() const { return by_id_.size(); }

 private:
  std::unordered_map<std::string, TermId> ids_;
  std::vector<const std::string*> by_id_;
};

/// Counts how often each term occurs in the current article.
class Counter {
 public:
  void add(TermId term, std::uint32_t count) {
    if (term >= counts_.size()) counts_.resize(term + std::size_t{1024});
    if (counts_[term] == 0) touched_.push_back(term);
    counts_[term] += count;
  }

  /// The terms of the current article with their impacts; then begins the next article. The norm is length_norm() of the
  /// article (impact.h).
  std::vector<TermImpact> take(const Strings& terms, double length_norm) {
    std::vector<TermImpact> taken;
    taken.reserve(touched_.size());
    for (const TermId term : touched_) {
      taken.push_back({terms.text_of(term), impact::of(counts_[term], length_norm)});
      counts_[term] = 0;
    }
    touched_.clear();
    return taken;
  }

 private:
  std::vector<std::uint32_t> counts_;
  std::vector<TermId> touched_;
};

/// What is needed of a word in each place where it occurs.
struct WordTerms {
  TermId plain = kNoTerm;   // its reading term
  TermId folded = kNoTerm;  // its number among the folded forms, for pairs
  std::int32_t code = -1;   // its code in token sequences; -1: it has none
  std::uint64_t hash = 0;   // of its folded form, for collapse keys and listed pairs
};

}  // namespace

class TermMaker::Cache {
 public:
  ArticleTerms make(const Article& article) {
    length_ = 0;
    add_field(Field::title, article.title);
    add_field(Field::lead, article.lead);
    add_field(Field::body, article.body);
    add_field(Field::caption, one_a_line(article.captions));
    add_field(Field::author, one_a_line(article.authors));
    std::vector<TermImpact> terms = counter_.take(terms_, impact::length_norm(length_));
    if (length_ > 0) terms.push_back({prefix::kLength, length_});
    return {std::move(terms), sequence_.finish(), collapse_key_.finish()};
  }

  /// Whether the cache has reached its bound. Beginning with an empty one then costs less than going on, and memory stays
  /// bounded.
  [[nodiscard]] bool is_full() const { return terms_.size() > kMostTerms || pairs_.size() > kMostPairs; }

 private:
  static constexpr std::size_t kMostTerms = 100'000;
  static constexpr std::size_t kMostPairs = 250'000;

  void add_field(Field field, std::string_view text) {
    if (text.empty()) return;
    const FieldRow& row = row_of(field);
    const TokenizedText tokenized = tokenizer_.tokenize(text);
    sequence_.begin_field(field);
    length_ += row.plain_count * static_cast<std::uint32_t>(tokenized.tokens.size());
    WordTerms left;
    for (const Token& token : tokenized.tokens) {
      const WordTerms word = terms_of(*token.word);
      sequence_.add(token, word.code);
      if (field == Field::body) collapse_key_.add(word.hash);
      count(word.plain, row);
      if (left.plain != kNoTerm && token.gap != Gap::paragraph) add_pair(left, word, row);
      left = word;
    }
    for (const Extra& extra : tokenized.extras) add_extra(extra, row);
  }

  /// Counts a reading among the plain terms, and among the terms of its field.
  void count(TermId reading, const FieldRow& row) {
    counter_.add(reading, row.plain_count);
    if (!row.prefix.empty()) counter_.add(with_prefix(reading, row), 1);
  }

  void add_extra(const Extra& extra, const FieldRow& row) {
    const TermId term = terms_.id_of(extra_term(extra));
    if (extra.kind == ExtraKind::whole || extra.kind == ExtraKind::range)
      count(term, row);
    else
      counter_.add(term, row.plain_count);
  }

  void add_pair(const WordTerms& left, const WordTerms& right, const FieldRow& row) {
    if (row.pairs == PairRule::none) return;
    if (row.pairs == PairRule::listed && !listed_.has(left.hash, right.hash)) return;
    TermId& term = pairs_.term(left.folded, right.folded);
    if (term == kNoTerm) term = terms_.id_of(pair_term(folded_.text_of(left.folded), folded_.text_of(right.folded)));
    counter_.add(term, row.plain_count);
  }

  TermId with_prefix(TermId term, const FieldRow& row) {
    std::vector<TermId>& known = prefixed_[static_cast<std::size_t>(row.field)];
    if (term >= known.size()) known.resize(term + std::size_t{1024}, kNoTerm);
    if (known[term] == kNoTerm) known[term] = terms_.id_of(std::string(row.prefix) + terms_.text_of(term));
    return known[term];
  }

  WordTerms terms_of(const Word& word) {
    if (word.id == Word::kNoId) return new_word_terms(word);
    if (word.id >= words_.size()) words_.resize(word.id + std::size_t{1024});
    if (words_[word.id].plain == kNoTerm) words_[word.id] = new_word_terms(word);
    return words_[word.id];
  }

  WordTerms new_word_terms(const Word& word) {
    const std::string term = reading_term(word);
    const auto code = token_codes().code_of(term);
    return {terms_.id_of(term), folded_.id_of(word.folded), code ? static_cast<std::int32_t>(*code) : -1,
            folded_hash(word.folded)};
  }

  Tokenizer tokenizer_;
  Strings terms_, folded_;
  std::vector<WordTerms> words_;                              // by Word::id
  std::array<std::vector<TermId>, kFields.size()> prefixed_;  // by field, then by plain term
  const ListedPairs& listed_ = listed_pairs();
  PairTable pairs_;
  Counter counter_;
  std::uint32_t length_ = 0;  // of the current article in tokens, each token of the title as plain_count says
  SequenceWriter sequence_;
  CollapseKey collapse_key_;
};

TermMaker::TermMaker() : cache_(std::make_unique<Cache>()) {}
TermMaker::~TermMaker() = default;
TermMaker::TermMaker(TermMaker&&) noexcept = default;
TermMaker& TermMaker::operator=(TermMaker&&) noexcept = default;

ArticleTerms TermMaker::make(const Article& article) {
  if (cache_->is_full()) cache_ = std::make_unique<Cache>();
  return cache_->make(article);
}

}  // namespace timbao
