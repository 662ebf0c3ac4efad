// SPDX-License-Identifier: GPL-2.0-or-later
// What docs/archives.md says of keys and reasons is what the program does.
#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <set>
#include <string>

#include "indexer/input/article/article.h"
#include "indexer/input/article/article_jsonl_keys.h"
#include "tests/temp_directory.h"

namespace timbao {
namespace {

const std::map<std::string, Part> kPartOfRow{
    {"id", Part::id},         {"title", Part::title},       {"lead", Part::lead},
    {"body", Part::body},     {"captions", Part::captions}, {"author", Part::authors},
    {"source", Part::source}, {"section", Part::sections},  {"date", Part::date},
    {"url", Part::url},       {"path", Part::path},         {"tags", Part::tags},
    {"page", Part::page},     {"issue", Part::issue},       {"edition", Part::edition}};

std::vector<std::string> page() { return test::lines_of(test::read_file(TIMBAO_SOURCE_DIR "/docs/archives.md")); }

TEST(ArchivesPage, NamesTheKeysOfEachFieldBestFirst) {
  const std::regex row(R"(\| `(\w+)` \| ([\w: ]+) \|)");
  std::set<std::string> rows;
  for (const std::string& line : page()) {
    std::smatch found;
    if (!std::regex_match(line, found, row) || kPartOfRow.count(found[1]) == 0) continue;
    rows.insert(found[1]);
    std::istringstream keys(found[2]);
    std::size_t last_rank = 0;
    for (std::string key; keys >> key;) {
      const KeyMeaning meaning = meaning_of(key);
      EXPECT_EQ(meaning.part, kPartOfRow.at(found[1])) << key;
      EXPECT_GE(meaning.rank, last_rank) << key << " stands behind a better name";
      last_rank = meaning.rank;
    }
  }
  EXPECT_EQ(rows.size(), kPartOfRow.size());
}

TEST(ArchivesPage, NamesEveryReason) {
  std::set<std::string> named;
  const std::regex reason("`([a-z_]+)`");
  for (const std::string& line : page()) {
    if (line.find("| rejected |") == std::string::npos && line.find("| warning |") == std::string::npos) continue;
    const std::string first = line.substr(0, line.find('|', 2));
    for (std::sregex_iterator at(first.begin(), first.end(), reason), end; at != end; ++at) named.insert((*at)[1]);
  }
  std::set<std::string> expected;
  for (int i = 0; i < 6; ++i) expected.emplace(reason_name(static_cast<RejectReason>(i)));
  for (std::size_t i = 0; i < kNoticeKinds; ++i) expected.emplace(row_of(static_cast<NoticeKind>(i)).name);
  EXPECT_EQ(named, expected);
}

TEST(Keys, AreComparedWithoutCaseMarksAndSeparators) {
  for (const char* key : {"Publish_Date", "publish-date", "PublishDate", " publish.date"})
    EXPECT_EQ(meaning_of(key).part, Part::date) << key;
  EXPECT_EQ(meaning_of("ngàyđăng").part, Part::date);
  EXPECT_EQ(meaning_of("nộiDung").part, Part::body);
  EXPECT_EQ(meaning_of("tags/15").part, Part::tags);
  for (const char* key : {"", "views", "tags/", "tags/x", "titles", "crawled_at", "date_download"})
    EXPECT_EQ(meaning_of(key).part, Part::other) << key;
}

}  // namespace
}  // namespace timbao
