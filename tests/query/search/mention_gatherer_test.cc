// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: what does not fit into memory comes out the same, records keep everything, and long titles are cut.
#include "query/search/mention_gatherer.h"

#include <gtest/gtest.h>

#include "query/search/mention_record.h"
#include "tests/query/support/asked.h"
#include "tests/query/support/fake_vocabulary.h"
#include "tests/query/support/generated_archive.h"
#include "tests/query/support/small_index.h"

namespace timbao {
namespace {

std::vector<std::string> gathered(const MentionRequest& request, std::size_t memory_bytes) {
  static const Xapian::Database kDatabase(test::generated_index());
  VocabularyCache cache;
  const PreparedQuestion prepared(test::ask("dang OR hoi"), *vocabulary_of(kDatabase, cache));
  Tokenizer tokenizer;
  std::vector<std::string> records;
  MentionGatherer gatherer(
      prepared, request,
      {tokenizer, [&](const Mention& mention) { records.push_back(mention_record(mention)); }, memory_bytes});
  for (Xapian::docid document = 1; document <= 700; ++document)
    gatherer.add(stored_article(kDatabase.get_document(document), "ix"));
  const Mentions all = gatherer.finish();
  EXPECT_EQ(all.shown, records.size());
  return records;
}

TEST(MentionGatherer, GivesTheSameInLittleMemory) {
  for (const auto& row : kMentionSorts)
    for (const std::optional<std::size_t> limit : {std::optional<std::size_t>(), std::optional<std::size_t>(50)}) {
      const MentionRequest request{ShowMentions::yes, limit, 9, row.value};
      const auto in_memory = gathered(request, std::size_t{32} << 20U);
      EXPECT_GT(in_memory.size(), 40U);
      EXPECT_EQ(gathered(request, 5'000), in_memory) << row.name;
    }
}

TEST(MentionGatherer, CutsATitleThatIsLong) {
  Article article = test::article_with("xã", "");
  for (int i = 0; i < 2000; ++i) article.title += " họp";
  article.source = article.title;
  article.id = "a";
  const PreparedQuestion prepared(test::ask("xã"), test::FakeVocabulary(1, {}));
  TermMaker terms;
  Tokenizer tokenizer;
  std::vector<Mention> mentions;
  MentionGatherer gatherer(prepared, {ShowMentions::yes, {}, 0, MentionSort::date},
                           {tokenizer, [&](const Mention& mention) { mentions.push_back(mention); }});
  gatherer.add(stored_article(test::document_of(article, terms), ""));
  ASSERT_EQ(mentions.size(), 1U);
  EXPECT_LT(mentions[0].title.size(), 600U);
  EXPECT_EQ(mentions[0].title.substr(mentions[0].title.size() - 3), "…");
  EXPECT_LT(mentions[0].source.size(), 600U);
}

TEST(MentionRecord, KeepsEveryMember) {
  Mention mention{"id", "title\n", -5, "source", "index", Field::author, 7, {1, 1U << 20U}, "l", "", "r", "đảng"};
  for (const std::optional<std::int64_t> date : {std::optional<std::int64_t>(), std::optional<std::int64_t>(-5)}) {
    mention.date = date;
    const Mention again = mention_of(mention_record(mention));
    EXPECT_EQ(mention_record(again), mention_record(mention));
    EXPECT_EQ(again.date, date);
    EXPECT_EQ(again.field, Field::author);
    EXPECT_EQ(again.item, 7U);
    EXPECT_EQ(again.marks.end, std::size_t{1} << 20U);
    EXPECT_EQ(
        again.id + again.title + again.source + again.index + again.left + again.match + again.right + again.reading,
        "idtitle\nsourceindexlrđảng");
  }
}

}  // namespace
}  // namespace timbao
