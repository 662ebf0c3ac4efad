// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/article/measure.h"

#include <initializer_list>
#include <string>
#include <vector>

namespace timbao {
namespace {

constexpr std::size_t kShortBytes = 15;       // libstdc++ holds so many bytes inside the string object
constexpr std::size_t kAllocationBytes = 16;  // what the allocator adds to each piece of memory, on average

std::size_t held_by(const std::string& text) {
  return text.capacity() > kShortBytes ? text.capacity() + kAllocationBytes : 0;
}

std::size_t held_by(const std::vector<std::string>& list) {
  std::size_t bytes = list.capacity() * sizeof(std::string);
  for (const std::string& text : list) bytes += held_by(text);
  return bytes;
}

}  // namespace

std::size_t text_bytes(const Article& article) {
  std::size_t bytes = article.title.size() + article.lead.size() + article.body.size();
  for (const std::string& caption : article.captions) bytes += caption.size();
  return bytes;
}

std::size_t held_bytes(const Article& article) {
  std::size_t bytes = sizeof(ReadArticle);
  for (const std::string* const text :
       {&article.id, &article.title, &article.lead, &article.body, &article.source, &article.url, &article.path})
    bytes += held_by(*text);
  for (const auto* const list : {&article.captions, &article.authors, &article.sections}) bytes += held_by(*list);
  bytes += article.others.capacity() * sizeof(OtherField);
  for (const OtherField& other : article.others) bytes += held_by(other.name) + held_by(other.json);
  return bytes;
}

void measure(ReadArticle& read) {
  read.bytes = text_bytes(read.article);
  read.held_bytes = held_bytes(read.article);
}

}  // namespace timbao
