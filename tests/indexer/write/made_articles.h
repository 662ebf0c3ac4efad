// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <gtest/gtest.h>
#include <xapian.h>

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "common/index/schema.h"
#include "common/index/stored.h"
#include "common/index/terms.h"
#include "common/store/index_folder.h"
#include "common/store/publish.h"
#include "common/store/writer_lock.h"
#include "indexer/input/article/measure.h"
#include "indexer/write/adaptive_sink.h"
#include "indexer/write/aside_sink.h"
#include "indexer/write/in_place_sink.h"

namespace timbao::test {

/// An article of a file.
inline ReadArticle made_article(const std::string& id, const std::string& title,
                                const std::string& body = "Bà con hiến đất làm đường.",
                                const std::string& path = "news.jsonl") {
  ReadArticle read;
  read.article.id = id;
  read.article.title = title;
  read.article.body = body;
  read.article.path = path;
  read.article.date = 1'517'360'460;
  measure(read);
  return read;
}

/// Articles of which no two say the same; those of another seed have the same ids and other texts.
inline std::vector<ReadArticle> made_articles(std::size_t count, unsigned seed = 7) {
  const std::vector<std::string> words{"xã", "Bình", "An", "làm", "đường", "mới", "5.700", "đảng", "viên", "họp"};
  std::mt19937 random(seed);
  std::vector<ReadArticle> articles;
  for (std::size_t i = 0; i < count; ++i) {
    std::string body;
    for (std::size_t word = 0; word < 30; ++word)
      body += words[random() % words.size()] + (word % 9 == 8 ? ".\n" : " ");
    articles.push_back(made_article("id" + std::to_string(i), "Tin số " + std::to_string(i), body));
  }
  return articles;
}

/// An article as the visit of a file gives it to a sink.
inline IncomingArticle incoming(ReadArticle read, Occurrence occurrence = Occurrence::first) {
  IncomingArticle made;
  made.key = article_key(read.article.id);
  made.read = std::move(read);
  made.occurrence = occurrence;
  return made;
}

/// A way into the index.
using MakeSink = std::function<std::unique_ptr<ArticleSink>(const SinkOptions&)>;
inline std::unique_ptr<ArticleSink> in_place_sink(const SinkOptions& options) {
  return std::make_unique<InPlaceSink>(options);
}

/// One run of a writer; each publishes or throws, so it can be run again and again over an index.
inline ArticleCounts write_index(const std::string& index, MakeSink make_sink, std::vector<ReadArticle> articles,
                                 const IndexChanges& changes = {}) {
  const WriterLock lock(index);
  remove_old_generations(index);
  SinkOptions options;
  options.directory = index;
  options.share = share_of_writing(kLeastMemory, 0, 2);
  const auto sink = make_sink(options);
  std::set<std::string> ids;
  for (ReadArticle& read : articles) {
    const Occurrence occurrence = ids.insert(read.article.id).second ? Occurrence::first : Occurrence::repeated;
    sink->add(incoming(std::move(read), occurrence));
  }
  return sink->publish(changes);
}

/// Everything about a document but its number, its place in the run and the moment of its first run.
inline std::string content_of(const Xapian::Document& document) {
  std::string content;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term)
    content += *term + ":" + std::to_string(term.get_wdf()) + "\n";
  for (auto value = document.values_begin(); value != document.values_end(); ++value)
    if (value.get_valueno() != slot::kPlaceInRun && value.get_valueno() != slot::kFirstIndexed)
      content += std::to_string(value.get_valueno()) + "=" + *value + "\n";
  return content + document.get_data();
}

/// The index's articles by id, and its metadata; fails where an id stands twice.
inline std::map<std::string, std::string> contents_of(const std::string& index) {
  std::map<std::string, std::string> found;
  const Xapian::Database database(index);
  for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
    const Xapian::Document document = database.get_document(*at);
    const std::string id = decode_article(stored_text(document)).id;
    EXPECT_EQ(found.count(id), 0U) << id;
    found[id] = content_of(document);
  }
  for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end(); ++key)
    found["metadata " + *key] = database.get_metadata(*key);
  return found;
}

inline std::string title_of(const std::string& index, const std::string& id) {
  const Xapian::Database database(index);
  const auto document = database.postlist_begin(id_term(id));
  if (document == database.postlist_end(id_term(id))) return "none";
  return decode_article(stored_text(database.get_document(*document))).title;
}

/// The generation that the index's stub names.
inline std::string generation_of(const std::string& index) { return current_generation(index); }

}  // namespace timbao::test
