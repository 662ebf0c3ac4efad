// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/expand/article_counts.h"

#include "common/text/fold.h"

namespace timbao {

std::uint64_t articles_with_folded(const Vocabulary& vocabulary, std::string_view folded) {
  std::uint64_t articles = 0;
  for (const ReadingCount& reading : vocabulary.readings("", folded)) articles += reading.articles;
  return articles;
}

std::uint32_t articles_with_exact(const Vocabulary& vocabulary, const std::string& exact) {
  for (const ReadingCount& reading : vocabulary.readings("", fold_text(exact.substr(0, exact.find('~')))))
    if (reading.exact == exact) return reading.articles;
  return 0;
}

}  // namespace timbao
