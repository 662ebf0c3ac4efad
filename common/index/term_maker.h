// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/article.h"

namespace timbao {

/// One term of an article, and its impact, which Xapian stores as its wdf (impact.h). For prefix::kLength, the number is
/// the article's length in tokens instead.
struct TermImpact {
  std::string_view term;  ///< valid until the next call of make()
  std::uint32_t impact;
};

/// Everything that Xapian's database gets for one article, except its values.
struct ArticleTerms {
  std::vector<TermImpact> terms;  ///< each once, in no order
  std::string tokens;             ///< the token sequence, with its checksum (sequence.h)
  std::string collapse_key;       ///< for slot::kCollapse; empty where the body is too short for one
};

/// Turns articles into terms. This is the one place that decides which terms a text has. Words, and the numbers of their
/// terms, are cached from article to article, which makes it quick: most words of an article are in the cache.
///
///   TermMaker maker;
///   for (const Article& article : articles) write(maker.make(article));
///
/// Takes    an article.
/// Returns  its terms and its token sequence. They follow from this article and the shipped lists alone, never from other
///          articles: so equal input gives an equal index, in whatever order it comes. The views hold until the next call.
/// Errors   none.
/// Threads  one object for each thread. Its cache takes up to 25 MB, and is emptied when it is full.
/// Source   docs/index-format.md, "Terms". Covered by term_maker_test, tests/golden and article_tokens_fuzz.
class TermMaker {
 public:
  TermMaker();
  ~TermMaker();
  TermMaker(TermMaker&&) noexcept;
  TermMaker& operator=(TermMaker&&) noexcept;

  [[nodiscard]] ArticleTerms make(const Article& article);

 private:
  class Cache;
  std::unique_ptr<Cache> cache_;
};

}  // namespace timbao
