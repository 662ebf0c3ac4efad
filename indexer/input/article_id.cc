// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/article_id.h"

#include <string_view>

#include "common/index/stored.h"
#include "common/index/terms.h"

namespace timbao {
namespace {

constexpr std::string_view kStandardInput = "-";

std::string hexadecimal(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string digits;
  for (const char byte : bytes) {
    const auto value = static_cast<unsigned char>(byte);
    digits += kDigits[value >> 4U];
    digits += kDigits[value & 15U];
  }
  return digits;
}

}  // namespace

std::string article_id(const Article& article, const ArticlePlace& place) {
  if (!article.id.empty()) return article.id;
  if (!article.url.empty()) return plain_url(article.url);
  if (place.line == 0) return place.name;
  return place.name + "!" +
         (place.name == kStandardInput ? hexadecimal(content_hash(article)) : std::to_string(place.line));
}

}  // namespace timbao
