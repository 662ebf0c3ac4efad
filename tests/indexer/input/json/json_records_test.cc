// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/json/json_records.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "common/base/json.h"
#include "tests/indexer/input/memory_source.h"
#include "tests/processor_time.h"
#include "tests/sanitizer.h"

namespace timbao {
namespace {

using Texts = std::vector<std::string>;

struct Cut {
  Texts texts;
  std::vector<std::uint64_t> lines;
};

/// The records of a file; what is no JSON is said to be broken, as the reader of articles does.
Cut cut(std::string_view content, std::size_t limit_bytes = 1'000, std::size_t piece_bytes = 1'000'000) {
  test::MemorySource source(content, piece_bytes);
  BufferedInput input(source);
  JsonRecords records(input, limit_bytes);
  Cut found;
  while (records.next()) {
    found.texts.push_back(records.is_too_long() ? "<too long>" : records.text());
    found.lines.push_back(records.line());
    if (!Json::accept(records.text())) records.restart_inside();
  }
  return found;
}

TEST(JsonRecords, CutsListsAndObjectsInARow) {
  const Texts expected{R"({"a":1})", R"({"b":{"c":"}]"}})"};
  for (const char* content :
       {R"([{"a":1},{"b":{"c":"}]"}}])", R"({"a":1}{"b":{"c":"}]"}})", "{\"a\":1}\n\n{\"b\":{\"c\":\"}]\"}}\n",
        " [ {\"a\":1} , {\"b\":{\"c\":\"}]\"}} ] ", R"([{"a":1}][{"b":{"c":"}]"}}])",
        "\xEF\xBB\xBF[{\"a\":1},\xEF\xBB\xBF{\"b\":{\"c\":\"}]\"}},]"})
    for (const std::size_t piece_bytes : {1U, 1'000U})
      EXPECT_EQ(cut(content, 1'000, piece_bytes).texts, expected) << content;
}

TEST(JsonRecords, KnowsTheLineWhereARecordBegins) {
  EXPECT_EQ(cut("[\n{\n\"a\":1},\n\n{\"a\":2},{\"a\":3}\n]").lines, (std::vector<std::uint64_t>{2, 5, 5}));
}

TEST(JsonRecords, GivesWhatIsNoObjectAsARecord) {
  EXPECT_EQ(cut("window.x = [{\"a\":1}];").texts, (Texts{"window.x = [", R"({"a":1})"}));
  EXPECT_EQ(cut("[1,2]").texts, Texts{"1,2]"});
  EXPECT_EQ(cut("[]").texts, Texts{});
}

TEST(JsonRecords, StandInsideOtherObjects) {
  const std::string content = R"({"n":"{\"","data":[{"a":{"b":1}},)"
                              "\n{\"a\":2}],\"meta\":{\"x\":3}}";
  for (const std::size_t piece_bytes : {1U, 1'000U}) {
    test::MemorySource source(content, piece_bytes);
    BufferedInput input(source);
    JsonRecords records(input, 1'000, 1);
    Texts texts;
    while (records.next()) texts.push_back(std::to_string(records.line()) + records.text());
    EXPECT_EQ(texts, (Texts{R"(1{"a":{"b":1}})", R"(2{"a":2})", R"(2{"x":3})"}));
  }
}

TEST(JsonRecords, LosesOnlyTheRecordThatIsCutOff) {
  const Texts found = cut("[\n  {\n    \"a\": 1,\n    \"b\": {\n  },\n  {\n    \"a\": 2\n  },\n  {\n    \"a\": \"x\n  "
                          "},\n  {\n    \"a\": 4\n  }\n]\n")
                          .texts;
  ASSERT_EQ(found.size(), 4U);
  EXPECT_EQ(found[1], "{\n    \"a\": 2\n  }");
  EXPECT_EQ(found[3], "{\n    \"a\": 4\n  }");
}

TEST(JsonRecords, PassesOverARecordThatIsTooLong) {
  EXPECT_EQ(cut("[{\"a\":\"" + std::string(300'000, 'x') + "\"},{\"a\":1}]").texts,
            (Texts{"<too long>", R"({"a":1})"}));
}

TEST(JsonRecords, GivesBackAnyObjectsInAnyLayout) {
  std::mt19937 random(7);
  const Texts values{"1", "\"a\"", "\"]}\"", "\"\\\"{\"", "[1,[2]]", "{\"x\":{}}", "null", "\"đê\\n\""};
  for (int round = 0; round < 300; ++round) {
    const Texts between{",", ",\n", " ,\n\n ", "\n"};
    Texts expected;
    std::string content = round % 2 == 0 ? "[" : "";
    for (std::size_t left = random() % 6; left > 0; --left) {
      std::string object =
          "{\"k\":" + values[random() % values.size()] + ",\"l\":" + values[random() % values.size()] + "}";
      content += (expected.empty() ? "" : between[random() % between.size()]) + object;
      expected.push_back(std::move(object));
    }
    if (round % 2 == 0) content += "]";
    EXPECT_EQ(cut(content).texts, expected) << content;
  }
}

TEST(JsonRecords, LosesOnlyTheRecordsThatAreCutOffWhereverTheFileIsReadAnew) {
  std::string content;
  Texts expected;
  for (int i = 0; i < 3'000; ++i) {
    const std::string number = std::to_string(i);
    const std::string whole = "{\n\"n\":" + number + ",\"t\":\"" + std::string(200, 'y') + "\"}";
    const bool is_cut_off = i % 97 == 0;
    content += is_cut_off ? "{\n\"cut\":" + number + ",\n" : whole + "\n";
    if (!is_cut_off) expected.push_back(whole);
  }
  Texts found = cut(content, 400'000).texts;
  found.erase(std::remove_if(found.begin(), found.end(), [](const std::string& text) { return !Json::accept(text); }),
              found.end());
  EXPECT_EQ(found, expected);
}

TEST(JsonRecords, ReadsBrokenRecordsInsideABrokenOneInTimeThatGrowsWithTheirNumber) {
  constexpr std::size_t kBroken = test::rounds(200'000);
  std::string content = "{";
  for (std::size_t i = 0; i < kBroken; ++i) content += "\n{\n{}}";
  std::size_t records = 0;
  EXPECT_LT(test::processor_seconds([&] { records = cut(content, 16'000'000).texts.size(); }), test::kSomeSeconds);
  EXPECT_GE(records, kBroken);
}

TEST(JsonRecords, ComesToAnEndWhateverIsBroken) {
  std::string content;
  for (int i = 0; i < 20'000; ++i) content += "{\n";
  EXPECT_GE(cut(content, 1'000'000).texts.size(), 1'000U);
}

}  // namespace
}  // namespace timbao
