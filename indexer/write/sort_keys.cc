// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/sort_keys.h"

#include <cstddef>
#include <cstdint>

#include "common/base/utf8.h"
#include "common/index/terms.h"
#include "common/text/collate.h"
#include "common/text/columns.h"

namespace timbao {
namespace {

constexpr std::size_t kTitleKeyBytes = 200;
constexpr std::size_t kTitleReadBytes = 1000;  // quotation marks do not count, so more is read than is used
constexpr std::size_t kTitleReadChars = 200;
constexpr std::uint64_t kSignBit = std::uint64_t{1} << 63U;

/// Big-endian, so that bytes sort as numbers do.
std::string sortable(std::uint64_t number) {
  std::string bytes(8, '\0');
  for (std::size_t i = bytes.size(); i-- > 0; number >>= 8U) bytes[i] = static_cast<char>(number & 0xFFU);
  return bytes;
}

std::string undated() { return std::string(8, '\xFF'); }

/// Seconds as an unsigned number of the same order: those before 1970 are negative, so the sign bit is inverted.
std::uint64_t biased(std::int64_t seconds) { return static_cast<std::uint64_t>(seconds) ^ kSignBit; }

}  // namespace

std::string newest_key(const Article& article) {
  return (article.date ? sortable(~biased(*article.date)) : undated()) + bounded_key(article.id);
}

std::string oldest_key(const Article& article) {
  return (article.date ? sortable(biased(*article.date)) : undated()) + bounded_key(article.id);
}

std::string title_key(const Article& article) {
  std::string key = collation_key(cut_at_letter(cut_at_code_point(article.title, kTitleReadBytes), kTitleReadChars));
  if (key.size() > kTitleKeyBytes) key.resize(kTitleKeyBytes);
  key += '\0';
  return key + newest_key(article);
}

}  // namespace timbao
