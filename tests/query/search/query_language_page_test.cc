// SPDX-License-Identifier: GPL-2.0-or-later
// What docs/query-language.md says is so: its worked examples are run over the articles that it shows.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "common/base/day_range.h"
#include "query/search/searcher.h"
#include "tests/query/support/small_index.h"
#include "tests/temp_directory.h"

namespace timbao {
namespace {

struct Example {
  std::string query;
  std::vector<std::string> ids;
  bool in_order = false;
};

struct Page {
  std::vector<Article> articles;
  std::vector<Example> examples;
};

Article article_of(const nlohmann::json& record) {
  Article article;
  article.id = record["id"];
  article.title = record["title"];
  article.body = record["body"];
  article.source = record["source"];
  const std::optional<DayRange> day = parse_day_range(record["date"].get<std::string>(), {});
  article.date = first_second_of(day->first);
  return article;
}

/// The texts between backticks of a cell of a table.
std::vector<std::string> code_in(const std::string& cell) {
  std::vector<std::string> codes;
  for (std::size_t open = cell.find('`'); open != std::string::npos;) {
    const std::size_t close = cell.find('`', open + 1);
    codes.push_back(cell.substr(open + 1, close - open - 1));
    open = cell.find('`', close + 1);
  }
  return codes;
}

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  std::istringstream in(text);
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

/// Reads a line of the table of examples: | `query` | `ids` | because |
void add_example(const std::string& line, Page& page) {
  const std::size_t second = line.find(" | ", 2), third = line.find(" | ", second + 3);
  if (second == std::string::npos || third == std::string::npos) return;
  const std::vector<std::string> query = code_in(line.substr(0, second));
  const std::vector<std::string> found = code_in(line.substr(second, third - second));
  if (query.size() != 1) return;
  Example example{query[0], {}, found.size() > 1};
  for (const std::string& ids : found)
    for (std::string& id : words_of(ids)) example.ids.push_back(std::move(id));
  page.examples.push_back(std::move(example));
}

Page read_page() {
  std::ifstream file(std::string(TIMBAO_SOURCE_DIR) + "/docs/query-language.md");
  Page page;
  bool is_there = false;
  for (std::string line; std::getline(file, line);) {
    if (line.rfind("## ", 0) == 0) is_there = line == "## Worked examples";
    if (!is_there) continue;
    if (line.rfind('{', 0) == 0) page.articles.push_back(article_of(nlohmann::json::parse(line)));
    if (line.rfind("| `", 0) == 0) add_example(line, page);
  }
  return page;
}

TEST(QueryLanguagePage, FindsWhatItsExamplesSay) {
  const Page page = read_page();
  ASSERT_GE(page.articles.size(), 4U);
  ASSERT_GE(page.examples.size(), 30U);
  test::TempDirectory directory;
  test::write_index(directory / "index", page.articles);
  Searcher searcher({directory / "index"});
  for (const Example& example : page.examples) {
    SearchRequest request;
    request.query = example.query;
    request.today = {2018, 2, 3};
    std::vector<std::string> found, expected = example.ids;
    const Answer answer = searcher.search(request);
    for (const Hit& hit : answer.hits) found.push_back(hit.id);
    if (!example.in_order) {
      std::sort(found.begin(), found.end());
      std::sort(expected.begin(), expected.end());
    }
    EXPECT_EQ(found, expected) << example.query;
    EXPECT_TRUE(answer.notes.empty()) << example.query << ": " << answer.notes.front().text;
  }
}

}  // namespace
}  // namespace timbao
