// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/sort_keys.h"

#include <cstddef>

#include "common/base/utf8.h"
#include "common/index/moment_key.h"
#include "common/index/terms.h"
#include "common/text/collate.h"
#include "common/text/columns.h"

namespace timbao {
namespace {

constexpr std::size_t kTitleKeyBytes = 200;
constexpr std::size_t kTitleReadBytes = 1000;  // quotation marks do not count, so more is read than is used
constexpr std::size_t kTitleReadChars = 200;
}  // namespace

std::string newest_key(const Article& article) { return newest_moment_key(article.date) + bounded_key(article.id); }

std::string oldest_key(const Article& article) { return moment_key(article.date) + bounded_key(article.id); }

std::string title_key(const Article& article) {
  std::string key = collation_key(cut_at_letter(cut_at_code_point(article.title, kTitleReadBytes), kTitleReadChars));
  if (key.size() > kTitleKeyBytes) key.resize(kTitleKeyBytes);
  key += '\0';
  return key + newest_key(article);
}

}  // namespace timbao
