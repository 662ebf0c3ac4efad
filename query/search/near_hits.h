// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "query/search/ranked_article.h"
#include "query/search/search_context.h"
#include "query/suggest/best_hits.h"

namespace timbao {

/// The best hits of a search. Where its page does not show them, they are found when they are asked for, so that a
/// suggestion is the same for every page and order.
///
///   NearHits hits(context, page(context, counted));
///   suggestion_for(asked, {vocabulary, tokenizer, hits})
///
/// Takes    the context of a search, and its page, which both must outlive this.
/// Errors   Xapian::Error, and Error(index_failed), where the index is damaged.
/// Source   docs/query-language.md, "Did you mean". Covered by search_suggest_test.
/// Threads  one a thread.
class NearHits : public BestHits {
 public:
  NearHits(const SearchContext& context, const std::vector<RankedArticle>& hits) : context_(context), page_(hits) {}

  [[nodiscard]] bool have_together(const std::string& left, const std::string& right) override;
  void add_to(NearText& near) override;

 private:
  [[nodiscard]] const std::vector<RankedArticle>& best();

  const SearchContext& context_;
  const std::vector<RankedArticle>& page_;
  std::optional<std::vector<RankedArticle>> found_;  // where the page does not have them
};

/// How many of the best hits a suggestion is made from.
inline constexpr std::size_t kNearHits = 6;

}  // namespace timbao
