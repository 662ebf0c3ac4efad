// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <utility>

#include "common/index/article.h"
#include "common/index/term_maker.h"

namespace timbao::test {

/// An article of these two fields.
inline Article article_with(std::string title, std::string body) {
  Article article;
  article.id = "one";
  article.title = std::move(title);
  article.body = std::move(body);
  return article;
}

/// The bytes of an article's token sequence, as slot::kTokens has them.
inline std::string sequence_of(const Article& article) {
  TermMaker terms;
  return terms.make(article).tokens;
}

}  // namespace timbao::test
