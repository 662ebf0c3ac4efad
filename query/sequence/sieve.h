// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/sequence.h"
#include "query/language/clause.h"
#include "query/sequence/article_tokens.h"
#include "query/sequence/scan.h"

namespace timbao {

/// Tells of most articles that have all words of a phrase, but not side by side, that they do not hold it. It walks
/// over the token sequence as it is stored and looks only for the two neighbours of the phrase that are least likely to
/// meet by chance, which costs a tenth of laying the article out and matching it.
///
///   const RunSieve sieve(question.hits, scanner);
///   if (!sieve.may_hold(checked_sequence(stored_tokens(document)))) return false;
class RunSieve {
 public:
  /// Takes    a clause and the scanner of the same question; both are read here only.
  RunSieve(const Clause& clause, const SequenceScanner& scanner);

  /// False only where the clause is not true for the article.
  ///
  /// Takes    what checked_sequence() returned.
  [[nodiscard]] bool may_hold(std::string_view sequence) const;

  /// The same of an article that is laid out: a tenth of a microsecond where one of the two words has two codes at
  /// most, as marked words have; else nothing is held back.
  [[nodiscard]] bool may_hold(const ArticleTokens& tokens) const;

 private:
  using Codes = std::bitset<ArticleTokens::kNoCode + 1>;

  /// What stands for one word of the phrase in a sequence.
  struct Side {
    Codes codes;
    std::string literal;  ///< how it begins where it has no code: "xay~"; empty: it always has one
    [[nodiscard]] bool has(std::string_view term) const {
      return !literal.empty() && term.substr(0, literal.size()) == literal;
    }
    [[nodiscard]] bool may_be_whole() const { return !literal.empty(); }
  };
  struct Word;
  class Walk;

  static std::vector<Word> certain_words(const Clause& run, const SequenceScanner& scanner);
  static Side side_of(const Word& word, const SequenceScanner& scanner);
  void take(const Word& left, const Word& right, const SequenceScanner& scanner);
  void choose_anchor(const std::vector<std::uint32_t>& codes, int other_at);
  [[nodiscard]] bool meet(const std::vector<std::uint16_t>& codes, std::size_t begin, std::size_t end) const;

  bool lets_all_pass_ = true;  // no two words of the clause have to be neighbours
  Side left_, right_;
  Codes either_;
  std::array<std::uint16_t, 2> anchor_{};  // codes of one of the two, the rarer if it can be
  int other_at_ = 0;                       // where the other stands from there: 1 or -1; 0: there is no anchor
};

}  // namespace timbao
