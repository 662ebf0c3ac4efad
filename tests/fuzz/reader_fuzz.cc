// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "common/base/json.h"
#include "common/index/article_json.h"
#include "indexer/input/files/byte_hash.h"
#include "indexer/input/read_articles.h"
#include "tests/fuzz/memory_file.h"
#include "tests/fuzz/require.h"

namespace {

using namespace timbao;
using fuzz::require;

/// The first byte says what --format and --max-article are.
ReadOptions options_of(unsigned byte) {
  ReadOptions options;
  const std::size_t choice = byte % (kFormatNames.size() + 1);
  if (choice > 0) options.format = kFormatNames[choice - 1].value;
  if (byte % 8 >= 4) options.share.article_text = 64;
  return options;
}

struct Reading {
  std::vector<ReadArticle> articles;
  std::vector<Rejected> rejected;
  std::vector<Notice> passed_over;
  FileReading file;
};

Reading read(const fuzz::MemoryFile& file, const ReadOptions& options) {
  Reading reading;
  ArticleReader reader(options);
  reading.file = reader.read({file.path(), "/archive/input", {}, 0}, [&](ParsedArticle parsed) {
    if (auto* article = std::get_if<ReadArticle>(&parsed))
      reading.articles.push_back(std::move(*article));
    else if (auto* notice = std::get_if<Notice>(&parsed))
      reading.passed_over.push_back(std::move(*notice));
    else
      reading.rejected.push_back(std::move(std::get<Rejected>(parsed)));
  });
  return reading;
}

void check_texts(const Article& article) {
  std::vector<std::string> texts{article.id,     article.title, article.lead, article.body,
                                 article.source, article.url,   article.path};
  for (const auto* list : {&article.captions, &article.authors, &article.sections})
    texts.insert(texts.end(), list->begin(), list->end());
  for (const OtherField& other : article.others) {
    texts.push_back(other.name);
    require(Json::accept(other.json));
  }
  for (const std::string& text : texts) require(fuzz::is_well_formed(text));
}

/// What dump prints of a record is read back as the same article; of other fields, as the same JSON.
void check_dump(const Article& article) {
  const std::string line = to_line(article_json(article));
  JsonlParser parser;
  std::string record = line;
  ParsedArticle parsed = parser.parse(record);
  require(std::holds_alternative<ReadArticle>(parsed));
  Article again = std::get<ReadArticle>(parsed).article;
  require(to_line(article_json(again)) == line);
  again.others = article.others;
  require(again == article);
}

void check(const Reading& reading, std::size_t lines) {
  for (const ReadArticle& read : reading.articles) {
    require(!read.article.id.empty() && (!read.article.title.empty() || !read.article.body.empty()));
    require(read.line <= lines && (read.record == 0) == (read.line == 0));
    check_texts(read.article);
    if (read.record > 0) check_dump(read.article);
  }
  for (const Rejected& rejected : reading.rejected) require(rejected.line <= lines && !rejected.detail.empty());
  for (const Notice& notice : reading.passed_over) {
    const NoticeKind kind = notice.remark.kind;
    require(kind == NoticeKind::no_article || kind == NoticeKind::other_table);
    require(notice.line <= lines && !notice.remark.detail.empty());
  }
}

}  // namespace

// Any bytes are articles and rejections, at least one of them; they stay the same when the file is read again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view bytes = fuzz::text_of(data, size);
  const ReadOptions options = options_of(fuzz::take_byte(bytes));
  const fuzz::MemoryFile file(bytes);
  const Reading reading = read(file, options), again = read(file, options);
  check(reading, static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\n')) + 1);
  require(!reading.articles.empty() || !reading.rejected.empty() || !reading.passed_over.empty());
  require(reading.articles.size() == again.articles.size() && reading.rejected.size() == again.rejected.size());
  require(reading.passed_over.size() == again.passed_over.size());
  for (std::size_t i = 0; i < again.articles.size(); ++i)
    require(reading.articles[i].article == again.articles[i].article);
  ByteHash hash;
  hash.add(bytes);
  if (reading.file.end == FileEnd::whole) require(reading.file.content == hash.value());
  return 0;
}
