// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/clause_decider.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "common/store/index_folder.h"
#include "common/store/open_index.h"
#include "common/store/open_shards.h"
#include "tests/query/support/asked.h"
#include "tests/query/support/small_index.h"
#include "tests/temp_directory.h"

namespace timbao {
namespace {

/// Two databases as one: of their articles, which are numbered in turn, only the last has the phrase.
class ClauseDeciderTest : public testing::Test {
 protected:
  void SetUp() override {
    test::write_index(first_, {test::article_with("Tin", "phố gốm làng"), test::article_with("Tin", "gốm phố làng")});
    test::write_index(second_, {test::article_with("Tin", "gốm phố cũ"), test::article_with("Tin", "làng gốm phố")});
    for (const std::string& index : {first_, second_}) parts_.push_back(open_database(existing_generation_path(index)));
    all_ = joined(parts_);
  }

  /// Calls `use` with a decider of a phrase, and with the cache that it fills.
  template <typename Use>
  void with_decider(Use use) {
    VocabularyCache words;
    TokenCache tokens;
    const auto vocabulary = vocabulary_of(all_, words);
    const OpenArchive archive{all_, *vocabulary, tokens, DocumentNumbers::of_its_part, nullptr, nullptr, &parts_};
    const PreparedQuestion prepared(test::ask("\"làng gốm\""), *vocabulary);
    use(ClauseDecider(prepared.question().hits, prepared, archive), tokens);
  }

  test::TempDirectory directory_;
  std::string first_ = directory_ / "first", second_ = directory_ / "second";
  std::vector<Xapian::Database> parts_;
  Xapian::Database all_;
};

TEST_F(ClauseDeciderTest, DecidesByTheNumberInTheArchive) {
  with_decider([](const ClauseDecider& decider, TokenCache& /*tokens*/) {
    for (const Xapian::docid document : {1U, 2U, 3U, 4U})
      EXPECT_EQ(decider.is_true(document), document == 4) << document;
  });
}

TEST_F(ClauseDeciderTest, KeepsWhatItReadOfSeveralDatabases) {
  with_decider([](const ClauseDecider& decider, TokenCache& tokens) {
    EXPECT_TRUE(decider.is_true(4));
    EXPECT_NE(tokens.find(4), nullptr) << "ranking reads it next";
  });
}

/// Document 2 of the second database is document 4 of both, and document 2 of both is document 1 of the second.
TEST_F(ClauseDeciderTest, DoesNotTakeTheNumberOfAPartForThatOfTheArchive) {
  with_decider([&](const ClauseDecider& decider, TokenCache& tokens) {
    EXPECT_FALSE(decider.is_true(2));
    EXPECT_TRUE(decider(parts_[1].get_document(2)));
    EXPECT_FALSE(decider.is_true(2)) << "it is still the other article";
    EXPECT_FALSE(decider(parts_[1].get_document(1)));
    EXPECT_TRUE(decider.is_true(4));
    EXPECT_EQ(tokens.find(1), nullptr) << "what Xapian hands over has no number to keep it by";
  });
}

}  // namespace
}  // namespace timbao
