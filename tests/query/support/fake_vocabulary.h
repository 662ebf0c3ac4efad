// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/article.h"
#include "common/index/impact.h"
#include "common/index/term_maker.h"
#include "common/index/terms.h"
#include "common/index/vocabulary.h"

namespace timbao::test {

/// A vocabulary without an index: of some articles, or with counts that a test sets.
class FakeVocabulary : public Vocabulary {
 public:
  explicit FakeVocabulary(const std::vector<Article>& articles)
      : articles_(static_cast<std::uint32_t>(articles.size())) {
    TermMaker maker;
    for (const Article& article : articles) {
      const ArticleTerms made = maker.make(article);
      for (const TermImpact& term : made.terms) ++counts_[std::string(term.term)];
    }
  }
  FakeVocabulary(std::uint32_t articles, std::map<std::string, std::uint32_t> counts)
      : articles_(articles), counts_(std::move(counts)) {}

  [[nodiscard]] std::uint32_t articles() const override { return articles_; }

  [[nodiscard]] double average_tokens() const override { return impact::kUsualTokens; }

  [[nodiscard]] std::uint32_t articles_with(const std::string& term) const override {
    const auto found = counts_.find(term);
    return found == counts_.end() ? 0 : found->second;
  }

  [[nodiscard]] std::vector<ReadingCount> readings(std::string_view term_prefix,
                                                   std::string_view folded) const override {
    const std::string beginning = std::string(term_prefix) + readings_prefix(folded);
    std::vector<ReadingCount> list;
    for (auto at = counts_.lower_bound(beginning); at != counts_.end() && at->first.rfind(beginning, 0) == 0; ++at) {
      list.push_back({at->first, exact_of(folded, at->first.substr(beginning.size())), at->second});
    }
    return list;
  }

  [[nodiscard]] std::vector<TermCount> terms_beginning(const std::string& beginning) const override {
    std::vector<TermCount> list;
    for (auto at = counts_.lower_bound(beginning); at != counts_.end() && at->first.rfind(beginning, 0) == 0; ++at)
      list.push_back({at->first, at->second});
    return list;
  }

 private:
  std::uint32_t articles_;
  std::map<std::string, std::uint32_t> counts_;
};

}  // namespace timbao::test
