// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "common/index/moment_key.h"
#include "tests/indexer/write/made_articles.h"
#include "tests/temp_directory.h"

namespace timbao {
namespace {

using test::made_article;

/// When an article was first indexed, as the index has it.
std::optional<std::int64_t> first_indexed(const std::string& index, const std::string& id) {
  const Xapian::Database database(index);
  const auto document = database.postlist_begin(id_term(id));
  if (document == database.postlist_end(id_term(id))) return std::nullopt;
  return moment_of_key(database.get_document(*document).get_value(slot::kFirstIndexed));
}

/// A writer whose runs begin at a moment that the test chooses.
struct MadeRun {
  test::MakeSink make_sink;
  std::int64_t moment;
  BuildBase base = BuildBase::current;

  void operator()(const std::string& index, std::vector<ReadArticle> articles) const {
    const auto at_moment = [this](SinkOptions options) {
      options.moment = moment;
      options.base = base;
      return make_sink(options);
    };
    test::write_index(index, at_moment, std::move(articles));
  }
};

class FirstIndexed : public testing::TestWithParam<test::MakeSink> {
 protected:
  void SetUp() override { MadeRun{aside_sink, 100}(index_, {made_article("a", "Một"), made_article("b", "Hai")}); }

  test::TempDirectory directory_;
  std::string index_ = directory_ / "index";
};

TEST_P(FirstIndexed, StaysWhenAnArticleChanges) {
  MadeRun{GetParam(), 200}(index_, {made_article("a", "Một"), made_article("b", "Khác"), made_article("c", "Ba")});
  EXPECT_EQ(first_indexed(index_, "a"), 100);
  EXPECT_EQ(first_indexed(index_, "b"), 100);
  EXPECT_EQ(first_indexed(index_, "c"), 200);
}

TEST_P(FirstIndexed, OfTwoArticlesWithOneIdIsOne) {
  MadeRun{GetParam(), 200}(index_, {made_article("c", "Ba"), made_article("c", "Bốn"), made_article("b", "Khác"),
                                    made_article("b", "Khác nữa")});
  EXPECT_EQ(first_indexed(index_, "b"), 100);
  EXPECT_EQ(first_indexed(index_, "c"), 200);
}

TEST_P(FirstIndexed, IsNotMadeUpForAnArticleOfWhichAnOlderIndexDidNotKnowIt) {
  {
    Xapian::WritableDatabase database(existing_generation_path(index_));
    Xapian::Document document = database.get_document(1);
    document.remove_value(slot::kFirstIndexed);
    database.replace_document(1, document);
    database.commit();
  }
  MadeRun{GetParam(), 200}(index_, {made_article("a", "Khác")});
  EXPECT_EQ(first_indexed(index_, "a"), std::nullopt);
  EXPECT_EQ(first_indexed(index_, "b"), 100);
}

INSTANTIATE_TEST_SUITE_P(EveryWay, FirstIndexed, testing::Values(test::in_place_sink, [](const SinkOptions& options) {
                           return aside_sink(options);
                         }));

class FirstIndexedRebuilt : public testing::TestWithParam<BuildBase> {};

TEST_P(FirstIndexedRebuilt, StaysAlsoWhereTheIndexIsMadeAnew) {
  const test::TempDirectory directory;
  const std::string index = directory / "index";
  MadeRun{aside_sink, 100}(index, {made_article("a", "Một"), made_article("b", "Hai")});
  MadeRun{aside_sink, 200, GetParam()}(index, {made_article("a", "Khác"), made_article("c", "Ba")});
  EXPECT_EQ(first_indexed(index, "a"), 100);
  EXPECT_EQ(first_indexed(index, "b"), std::nullopt) << "it is gone";
  EXPECT_EQ(first_indexed(index, "c"), 200);
}

INSTANTIATE_TEST_SUITE_P(EveryBase, FirstIndexedRebuilt, testing::Values(BuildBase::takedowns, BuildBase::ledger));

}  // namespace
}  // namespace timbao
