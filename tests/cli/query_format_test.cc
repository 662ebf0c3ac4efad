// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: each output format of timbao-query has the keys, columns and highlights that docs/query-language.md lists.
#include <algorithm>
#include <sstream>

#include "tests/cli/query_fixture.h"

namespace timbao::test {
namespace {

class QueryFormat : public QueryTest {};

/// The words of a fenced block of docs/query-language.md.
std::vector<std::string> documented(const std::string& block) {
  const std::string page = read_file(std::string(TIMBAO_SOURCE_DIR) + "/docs/query-language.md");
  const std::size_t begin = page.find("```" + block + "\n");
  EXPECT_NE(begin, std::string::npos) << block;
  const std::size_t first = begin + 4 + block.size();
  std::istringstream text(page.substr(first, page.find("```", first) - first));
  std::vector<std::string> words;
  for (std::string word; text >> word;) words.push_back(word);
  std::sort(words.begin(), words.end());
  return words;
}

/// Objects whose own keys are named; all others are named as a whole.
bool is_opened(const std::string& name) { return name.empty() || name == "total" || name == "hits[].snippet"; }

void add_keys(const Json& object, const std::string& name, std::vector<std::string>& keys) {
  for (const auto& [key, value] : object.items()) {
    std::string full = name;
    full.append(name.empty() ? "" : ".").append(key);
    if (is_opened(full)) {
      add_keys(value, full, keys);
      continue;
    }
    keys.push_back(full);
    if (full == "hits") add_keys(value.at(0), "hits[]", keys);
  }
}

std::vector<std::string> keys_of(const std::string& line) {
  std::vector<std::string> keys;
  add_keys(Json::parse(line), "", keys);
  std::sort(keys.begin(), keys.end());
  return keys;
}

TEST_F(QueryFormat, HasTheDocumentedKeys) {
  EXPECT_EQ(keys_of(query({"--format=json", "ngân sách"}).out), documented("keys"));
  EXPECT_EQ(keys_of(query({"--show", "--format=json", "ngan-sach"}).out), documented("article-keys"));
  EXPECT_EQ(keys_of(query({"--show", "--format=json", "odd\tid"}).out), documented("article-keys"));
}

TEST_F(QueryFormat, HoldsInJsonWhatTheArticleHolds) {
  const Json answer = Json::parse(query({"--format=json", "--limit=1", "ngan sach"}).out);
  EXPECT_EQ(answer["schema"], "timbao-query/1");
  EXPECT_EQ(answer["query"], "ngan sach");
  EXPECT_EQ(answer["parsed"], "ngan sach");
  EXPECT_EQ(answer["offset"], 0);
  EXPECT_EQ(answer["facets"], Json::object());
  EXPECT_EQ(answer["suggestion"], "ngân sách") << "the marks that the hits print";
  const Json& hit = answer["hits"].at(0);
  EXPECT_EQ(hit["rank"], 1);
  EXPECT_GT(hit["score"], 0);
  EXPECT_EQ(hit["title"], "Hội đồng nhân dân tỉnh bàn ngân sách năm 2018");
  EXPECT_EQ(hit["date"], "2018-01-31T08:01:00+07:00");
  EXPECT_EQ(hit["source"], "Báo tỉnh");
  EXPECT_EQ(hit["section"], "Thời sự");
  EXPECT_EQ(hit["author"], "Nguyễn An, Hà Thu");
  EXPECT_EQ(hit["url"], "https://example.vn/ngan-sach.html");
}

TEST_F(QueryFormat, MarksTheOriginalSpelling) {
  const Json answer = Json::parse(query({"--format=json", "dang"}).out);
  for (const Json& hit : answer["hits"]) EXPECT_FALSE(hit["title_marks"].empty()) << hit;
  const Json first = Json::parse(query({"--format=json", "-n1", "đảng"}).out)["hits"].at(0);
  EXPECT_EQ(first["title_marks"].at(0), Json::array({0, 4})) << "Đảng has four letters";
}

TEST_F(QueryFormat, EscapesColumns) {
  const RunResult tsv = query({"--format=tsv", "tab"});
  const std::vector<std::string> lines = lines_of(tsv.out);
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(std::count(lines[0].begin(), lines[0].end(), '\t'), 5);
  EXPECT_NE(lines[0].find("\todd\\tid\t\tDòng có tab"), std::string::npos) << lines[0];
  EXPECT_NE(lines[0].find("gạch \\\\ chéo"), std::string::npos) << lines[0];
}

TEST_F(QueryFormat, HighlightsAsAsked) {
  const RunResult html = query({"--highlight=html", "chéo"});
  EXPECT_NE(html.out.find("<mark>chéo</mark> &lt;đậm&gt;"), std::string::npos) << html.out;
  EXPECT_NE(query({"--highlight=ansi", "chéo"}).out.find("\x1B[1mchéo\x1B[0m"), std::string::npos);
  EXPECT_EQ(query({"--highlight=none", "chéo"}).out.find('\x1B'), std::string::npos);
  EXPECT_EQ(query({"chéo"}).out.find('\x1B'), std::string::npos) << "a pipe is no terminal";
  EXPECT_EQ(query({"--highlight=html", "--format=json", "chéo"}).out.find("<mark>"), std::string::npos);
}

TEST_F(QueryFormat, CutsSnippetsToTheirLength) {
  EXPECT_EQ(Json::parse(query({"--format=json", "--snippet=0", "đất"}).out)["hits"].at(0)["snippet"], nullptr);
  const Json snippet = Json::parse(query({"--format=json", "--snippet=40", "đất"}).out)["hits"].at(0)["snippet"];
  EXPECT_NE(snippet["text"].get<std::string>().find("đất"), std::string::npos);
  EXPECT_FALSE(snippet["marks"].empty());
}

TEST_F(QueryFormat, ExplainsWhereAsked) {
  const Json plain = Json::parse(query({"--format=json", "dang"}).out);
  EXPECT_FALSE(plain.contains("explain"));
  EXPECT_FALSE(plain["hits"].at(0).contains("explain"));
  const Json explained = Json::parse(query({"--format=json", "--explain", "dang date:hôm"}).out);
  EXPECT_TRUE(explained["explain"].is_array());
  EXPECT_NE(explained["explain"].dump().find("date:hôm"), std::string::npos) << explained["explain"];
  EXPECT_FALSE(explained["hits"].at(0)["explain"].empty());
  EXPECT_NE(query({"--explain", "dang"}).out.find("read as: dang"), std::string::npos);
}

TEST_F(QueryFormat, IsQuietWhenItsReaderGoesAway) {
  std::string many;
  for (int i = 0; i < 2000; ++i)
    many += "{\"id\":\"bai-" + std::to_string(i) +
            "\",\"title\":\"Thông báo\",\"body\":\"Đảng bộ xã họp bàn việc cấy.\"}\n";
  add(many);
  for (const std::string options : {"-n all --format jsonl", "-n 2000 --format text", "-n 2000 --format json"}) {
    const std::string command = std::string(TIMBAO_QUERY_BIN) + " --index " + index() + " " + options +
                                " 'đảng' | head -c 100; exit ${PIPESTATUS[0]}";
    const RunResult result = run({"bash", "-c", command});
    EXPECT_EQ(result.status, 0) << options;
    EXPECT_EQ(result.err, "") << options;
  }
}

}  // namespace
}  // namespace timbao::test
