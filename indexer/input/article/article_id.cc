// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/article/article_id.h"

#include <string_view>

#include "common/index/stored.h"
#include "common/index/terms.h"
#include "indexer/input/files/file_source.h"

namespace timbao {
namespace {

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

/// The id that an address gives; empty where it names no page: "#", or the newspaper alone ("https://bao.vn/").
std::string id_of_url(const std::string& url) {
  std::string plain = plain_url(url);
  const bool has_host = url.find("://") != std::string::npos;
  const bool is_host_alone = has_host && plain.find_first_of("/?#") == std::string::npos;
  return is_host_alone ? std::string() : plain;
}

}  // namespace

std::string article_id(const Article& article, const ArticlePlace& place) {
  if (!article.id.empty()) return article.id;
  if (std::string id = id_of_url(article.url); !id.empty()) return id;
  if (place.record == 0) return place.name;
  return place.name + "!" +
         (place.name == kStandardInput ? hexadecimal(content_hash(article)) : std::to_string(place.record));
}

}  // namespace timbao
