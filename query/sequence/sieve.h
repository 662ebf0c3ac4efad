// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/article_tokens.h"
#include "common/index/sequence.h"
#include "query/language/clause.h"
#include "query/sequence/scan.h"

namespace timbao {

/// Drops most of the articles that have all words of a phrase but not side by side. It walks over the token sequence as
/// it is stored, and looks only for the two neighbouring words of the phrase that are least likely to meet by chance.
/// This takes a tenth of the time that decoding the sequence and matching the phrase takes.
///
///   const PhraseSieve sieve(question.hits, scanner);
///   if (!sieve.may_hold(checked_sequence(stored_tokens(document)))) return false;
///
/// Errors   none.
/// Source   docs/ranking.md, "Phrases", has the measurements. Covered by sieve_test, and by clause_matcher_test, which fails
///          where the sieve drops an article for which the clause is true.
/// Threads  read only once it is made: threads may share one.
class PhraseSieve {
 public:
  /// Takes    a clause and the scanner of the same question; neither is needed afterwards. A clause that may be true
  ///          without any phrase lets every article pass.
  PhraseSieve(const Clause& clause, const SequenceScanner& scanner);

  /// Whether the clause may be true for an article.
  ///
  /// Takes    what checked_sequence() returned.
  /// Returns  false only where the clause is not true.
  [[nodiscard]] bool may_hold(std::string_view sequence) const;

  /// The same for an article whose sequence is decoded. It takes a tenth of a microsecond where one of the two words
  /// has two codes at most, as marked words have; where neither has so few, every article passes.
  [[nodiscard]] bool may_hold(const ArticleTokens& tokens) const;

 private:
  using Codes = std::bitset<ArticleTokens::kNoCode + 1>;

  /// What stands for one of the two words in a sequence.
  struct Side {
    Codes codes;
    std::string literal;  ///< the first bytes of a reading without a code: "xay~"; empty: each has a code
    [[nodiscard]] bool has(std::string_view term) const {
      return !literal.empty() && term.substr(0, literal.size()) == literal;
    }
    [[nodiscard]] bool may_be_whole() const { return !literal.empty(); }
  };
  struct Word;
  class Walk;

  /// The words of a phrase at places that can be passed in one way only.
  static std::vector<Word> certain_words(const Clause& phrase, const SequenceScanner& scanner);
  static Side side_of(const Word& word, const SequenceScanner& scanner);

  /// Chooses the two neighbours to look for, and which of them is the anchor of a decoded sequence.
  void look_for(const Word& left, const Word& right, const SequenceScanner& scanner);
  void choose_anchor(const std::vector<std::uint32_t>& codes, int other_at);
  [[nodiscard]] bool meet(const RawVector<std::uint16_t>& codes, std::size_t begin, std::size_t end) const;

  bool lets_all_pass_ = true;  // no two words of the clause have to be neighbours
  Side left_, right_;
  Codes either_;                           // the codes of both sides
  std::array<std::uint16_t, 2> anchor_{};  // the codes of one side, that of the rarer word if it has few enough
  int other_at_ = 0;                       // where the other side stands from there: 1 or -1; 0: there is no anchor
};

}  // namespace timbao
