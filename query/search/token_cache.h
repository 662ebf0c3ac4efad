// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string_view>
#include <unordered_map>

#include "common/index/vocabulary.h"
#include "query/sequence/article_tokens.h"

namespace timbao {

/// The tokens of articles that questions have looked at, so that the next question need not fetch them. What has not
/// been asked for lately is forgotten.
///
///   const ArticleTokens& tokens = memory.tokens_of(hit, database.get_document(hit));
///
/// Errors   Error(index_failed) where the article's token sequence is damaged.
class TokenMemory {
 public:
  /// `most_bytes`: how much it holds at most, but for the article asked for last.
  explicit TokenMemory(std::size_t most_bytes = kMostBytes) : most_bytes_(most_bytes) {}

  /// Forgets everything where the database was opened anew since the last call (IndexReader::times_opened).
  void keep_for(std::uint64_t times_opened);

  /// An article that has been kept, or null. Valid until the next call, as what the others return.
  const ArticleTokens* find(Xapian::docid id);

  /// Whether what is kept from now on pushes something else out.
  [[nodiscard]] bool is_full() const { return !old_.articles.empty(); }

  /// Keeps the tokens of an article that has not been.
  ///
  /// Takes    its number in the database that is open, and what checked_sequence() returned.
  const ArticleTokens& keep(Xapian::docid id, std::string_view sequence);

  /// Takes    an article's number and its document, from which it fetches the tokens where they have not been kept.
  const ArticleTokens& tokens_of(Xapian::docid id, const Xapian::Document& document);

 private:
  static constexpr std::size_t kMostBytes = std::size_t{64} << 20U;  // of some 40,000 articles of news

  /// Articles are put into the young half, those that are asked for again too; when that is full it is the old one,
  /// and what the old one still held is forgotten.
  struct Half {
    std::unordered_map<Xapian::docid, ArticleTokens> articles;
    std::size_t bytes = 0;
  };

  const ArticleTokens& keep_tokens(Xapian::docid id, ArticleTokens tokens);

  std::size_t most_bytes_;
  std::uint64_t times_opened_ = 0;
  Half young_, old_;
  ArticleTokens laid_out_;  // used again for every article
};

/// What is kept between the questions that a process answers.
struct SearchMemory {
  std::size_t databases = 1;  ///< of how many the database that is asked is made
  VocabularyMemory vocabulary;
  TokenMemory tokens;

  /// Forgets everything when the index was opened anew.
  void keep_for(std::uint64_t times_opened) {
    vocabulary.keep_for(times_opened);
    tokens.keep_for(times_opened);
  }
};

}  // namespace timbao
