// SPDX-License-Identifier: GPL-2.0-or-later
// The fields of the pages in tests/golden/pages, exactly as tests/golden/pages.jsonl has them.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>

#include "common/base/day.h"
#include "common/base/json.h"
#include "indexer/input/pages/article_page.h"

using namespace timbao;

namespace {

const std::string kGolden = TIMBAO_SOURCE_DIR "/tests/golden/";

std::string content_of(const std::string& path) {
  std::ostringstream content;
  content << std::ifstream(path, std::ios::binary).rdbuf();
  return content.str();
}

Json lines_of(const std::string& text) {
  Json lines = Json::array();
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

/// The fields of an article as a row of pages.jsonl has them.
Json row_of(const std::string& file, const Article& article) {
  Json row{{"file", file}};
  row["title"] = article.title;
  row["lead"] = article.lead;
  row["body"] = lines_of(article.body);
  row["captions"] = article.captions;
  row["authors"] = article.authors;
  row["date"] = article.date ? Json(format_timestamp(*article.date)) : Json();
  row["section"] = article.sections.empty() ? "" : article.sections.front();
  row["source"] = article.source;
  row["url"] = article.url;
  return row;
}

TEST(GoldenPages, HaveExactlyTheExpectedFields) {
  std::ifstream rows(kGolden + "pages.jsonl");
  std::set<std::string> named, found;
  for (std::string line; std::getline(rows, line);) {
    const Json row = Json::parse(line);
    const auto file = row["file"].get<std::string>();
    named.insert(file);
    std::string html = content_of(kGolden + "pages/" + file);
    ASSERT_TRUE(looks_like_page(html)) << file;
    const ParsedArticle parsed = parse_article_page(html, ListPages::passed_over);
    EXPECT_EQ(std::holds_alternative<Notice>(parsed), row.contains("list")) << file;
    if (const auto* const read = std::get_if<ReadArticle>(&parsed)) {
      EXPECT_EQ(row_of(file, read->article), row) << file;
    }
  }
  for (const auto& entry : std::filesystem::directory_iterator(kGolden + "pages"))
    found.insert(entry.path().filename().string());
  EXPECT_EQ(named, found);
  EXPECT_GE(named.size(), 30U);
}

}  // namespace
