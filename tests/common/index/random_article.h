// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/base/utf8.h"
#include "common/index/article.h"
#include "tests/common/text/vietnamese.h"

namespace timbao::test {

/// An article of well-formed text, each of its fields sometimes empty.
inline Article random_article(RandomTexts& random) {
  const auto text = [&](std::size_t pieces) { return repair_utf8(random.next(random.below(pieces))).text; };
  Article article;
  article.id = text(4);
  article.title = text(8);
  article.lead = text(15);
  article.body = text(80);
  for (std::size_t i = random.below(3); i > 0; --i) article.captions.push_back(text(5));
  for (std::size_t i = random.below(3); i > 0; --i) article.authors.push_back(text(3));
  for (std::size_t i = random.below(3); i > 0; --i) article.sections.push_back(text(3));
  article.source = text(3);
  if (random.below(2) == 0) article.date = static_cast<std::int64_t>(random.below(4'000'000'000U)) - 2'000'000'000;
  article.url = text(3);
  article.path = text(3);
  for (std::size_t i = random.below(3); i > 0; --i)
    article.others.push_back({"extra.x" + std::to_string(i), "[1,\"a\"]"});
  return article;
}

}  // namespace timbao::test
