// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <string>

#include "common/base/spill_sorter.h"
#include "common/text/tokenize.h"
#include "query/plan/prepared_question.h"
#include "query/request/answer.h"
#include "query/request/mention.h"
#include "query/show/mention_finder.h"
#include "query/show/mention_order.h"

namespace timbao {

/// What the index stores of an article that has mentions, and the index that it comes from.
struct StoredArticle {
  std::string tokens, text;
  std::string index;
};

/// Reads what the index stores of an article; `index` is empty where one index is searched.
///
/// Errors   Xapian::Error; Error(index_failed) where the document is damaged.
StoredArticle stored_article(const Xapian::Document& document, std::string index);

/// Gathers the mentions of a query in articles that are given one by one, and gives out those that a request asks for.
///
///   MentionGatherer gatherer(prepared, request.mentions, {tokenizer, print});
///   for (document : counted articles, the newest first) gatherer.add(stored_article(document, ""));
///   const Mentions all = gatherer.finish();
///
/// By date a mention is given out as soon as it is found; in other orders in finish(). Then as many are held as are
/// asked for, and no more than 32 MB of them: the rest is in a temporary file.
///
/// Errors   Error(index_failed) where an article is damaged; Error(io_failed) where the temporary file cannot be written;
///          what the function that gets the mentions throws.
/// Source   docs/mentions.md. Covered by mentions_oracle_test and mention_gatherer_test.
/// Threads  one a thread. It holds references: question and tokenizer must outlive it.
class MentionGatherer {
 public:
  /// Where mentions go, and what cuts texts into tokens.
  struct Tools {
    Tokenizer& tokenizer;
    std::function<void(const Mention&)> on_mention;
    std::size_t memory_bytes = SpillLimits().memory_bytes;  ///< that sorting takes
  };

  MentionGatherer(const PreparedQuestion& prepared, const MentionRequest& request, Tools tools);

  /// Takes    the articles in the order of MentionSort::date.
  void add(const StoredArticle& stored);

  /// Gives out what is left.
  ///
  /// Returns  how many mentions there are, of all articles, and how many were given out; without items.
  Mentions finish();

 private:
  void take(const Article& article, const PlacesOfArticle& places, const std::string& index);
  void give(const Mention& mention);
  [[nodiscard]] bool is_wanted(std::uint64_t place) const;

  const PreparedQuestion& prepared_;
  MentionRequest request_;
  Tools tools_;
  MentionFinder finder_;
  MentionKeys keys_;
  SpillSorter sorter_;
  ScannedArticle scanned_;
  Mentions all_;
};

/// An article, and every mention of a query in it.
///
///   marked_article(stored_article(document, ""), counted, prepared, tokenizer).marks.words[0].mentions
///
/// Takes    what the index stores of the article, a clause of the question and the question.
/// Errors   Error(index_failed) where the article is damaged.
/// Source   docs/mentions.md: the same places as those that are gathered. Covered by mentions_oracle_test.
MarkedArticle marked_article(const StoredArticle& stored, const Clause& clause, const PreparedQuestion& prepared,
                             Tokenizer& tokenizer);

}  // namespace timbao
