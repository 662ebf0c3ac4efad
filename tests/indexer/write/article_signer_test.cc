// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/article_signer.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "common/index/stored.h"
#include "common/store/index_folder.h"
#include "common/store/open_index.h"
#include "common/store/pair_rows.h"
#include "indexer/maintain/check_signatures.h"
#include "indexer/write/article_writer.h"
#include "tests/indexer/write/made_articles.h"
#include "tests/temp_directory.h"

namespace timbao {
namespace {

using test::in_place_sink;
using test::made_article;
using test::write_index;

/// Short articles, so that many of them take little time; of each number and version another text.
std::vector<ReadArticle> short_articles(std::size_t from, std::size_t to, unsigned version = 0) {
  static const std::vector<std::string> words{"giếng", "khuỷu", "ngõa", "quỳnh", "trúc", "thuyền", "buộm", "nhài"};
  std::vector<ReadArticle> articles;
  articles.reserve(to - from);
  for (std::size_t i = from; i < to; ++i) {
    std::mt19937 random(static_cast<unsigned>(i) * 31 + version);
    std::string body;
    for (int word = 0; word < 8; ++word) body += words[random() % words.size()] + ' ';
    articles.push_back(made_article("id" + std::to_string(i), "Tin", body));
  }
  return articles;
}

bool has_bit(const Xapian::Database& database, Xapian::docid document, std::size_t bit) {
  return has_document(read_pair_row(database, {strip_of_document(document), bit}), document);
}

/// How many bits of some documents' signatures are missing in the rows.
std::size_t missing_bits(const Xapian::Database& database, const std::vector<Xapian::docid>& documents) {
  PairSigner signer;
  std::size_t missing = 0;
  for (const Xapian::docid document : documents)
    signer.signature_of(stored_tokens(database.get_document(document))).for_each_bit([&](std::size_t bit) {
      missing += has_bit(database, document, bit) ? 0U : 1U;
    });
  return missing;
}

class ArticleSigning : public testing::Test {
 protected:
  /// Puts an article in under a number.
  void put(Xapian::docid document, const std::string& body) {
    database_.replace_document(document,
                               writer_.write(made_article("a" + std::to_string(document), "Tin", body).article));
  }
  SignedDocument signed_put(Xapian::docid document, const std::string& body) {
    put(document, body);
    return {document, signer_.signature_of(stored_tokens(database_.get_document(document)))};
  }

  test::TempDirectory directory_;
  Xapian::WritableDatabase database_ = create_database(directory_ / "database");
  ArticleWriter writer_;
  PairSigner signer_;
};

TEST_F(ArticleSigning, OfAllSetsExactlyTheBitsOfEachDocument) {
  const std::vector<Xapian::docid> documents{1, 2, 9, 127'999, 128'000, 128'001, 300'000};
  for (const Xapian::docid document : documents)
    put(document, "giếng khuỷu ngõa " + std::to_string(document) + " quỳnh " + std::to_string(document * 7));
  sign_all(database_);
  EXPECT_EQ(last_signed(database_), 300'000U);
  for (const Xapian::docid document : documents) {
    const PairSignature signature = signer_.signature_of(stored_tokens(database_.get_document(document)));
    for (std::size_t bit = 0; bit < kSignatureBits; ++bit)
      ASSERT_EQ(has_bit(database_, document, bit), signature.has(bit)) << document << ' ' << bit;
  }
  for (std::size_t bit = 0; bit < kSignatureBits; ++bit) EXPECT_FALSE(has_bit(database_, 3, bit)) << "no document";
}

TEST_F(ArticleSigning, ReadsTokenSequencesThatAreInTheData) {
  std::string body;
  for (int i = 0; i < 40'000; ++i) body += i % 2 == 0 ? "giếng " : "khuỷu ";
  put(1, body);
  ASSERT_EQ(database_.get_document(1).get_value(slot::kTokens).size(), 1U);
  sign_all(database_);
  EXPECT_EQ(missing_bits(database_, {1}), 0U);
  for (const std::uint16_t bit : bits_of_pair("gieng", "khuyu")) EXPECT_TRUE(has_bit(database_, 1, bit));
  EXPECT_FALSE(has_bit(database_, 1, bits_of_pair("ngoa", "quynh").front())) << "it is not full";
}

TEST_F(ArticleSigning, InPlaceAddsWhatCameAndKeepsWhatWas) {
  for (Xapian::docid document = 1; document <= 20; ++document) put(document, "giếng khuỷu " + std::to_string(document));
  sign_all(database_);
  ArticleSigner articles(database_);
  std::vector<SignedDocument> came{signed_put(21, "ngõa quỳnh"), signed_put(4, "trúc nhài"),
                                   signed_put(128'005, "buộm thuyền")};
  database_.delete_document(1);
  articles.sign(std::move(came));
  EXPECT_EQ(last_signed(database_), 128'005U) << "though the first document is another now";
  EXPECT_EQ(missing_bits(database_, {2, 3, 4, 20, 21, 128'005}), 0U);
}

TEST_F(ArticleSigning, LeavesSmallDatabasesAsTheyAre) {
  put(1, "giếng khuỷu");
  ArticleSigner(database_).sign_from(1);
  EXPECT_FALSE(last_signed(database_));
  ArticleSigner(database_).sign({});
  EXPECT_FALSE(last_signed(database_));
}

TEST_F(ArticleSigning, FromANumberSignsAlsoWhatHadNoSignatureBefore) {
  put(1, "giếng khuỷu");
  sign_all(database_);
  put(2, "ngõa quỳnh");
  ArticleSigner signer(database_);
  put(3, "trúc nhài");
  signer.sign_from(3);
  EXPECT_EQ(last_signed(database_), 3U);
  EXPECT_EQ(missing_bits(database_, {1, 2, 3}), 0U);
}

/// A large index through all that may happen to it.
class SignedIndex : public testing::Test {
 protected:
  static constexpr std::size_t kArticles = kFewestSigned + 100;

  void SetUp() override { write_index(index_, aside_sink, short_articles(0, kArticles)); }

  void expect_all_signed(const std::string& after) const {
    const Xapian::Database database = open_database(existing_generation_path(index_));
    EXPECT_EQ(last_signed(database), database.get_lastdocid()) << after;
    Faults faults;
    check_signatures(database, database.get_doccount(), faults);
    EXPECT_EQ(faults.count(), 0U) << after << ": " << (faults.lines().empty() ? "" : faults.lines().front());
  }

  /// Removes articles by their numbers.
  static IndexChanges without(std::size_t from, std::size_t to) {
    IndexChanges changes;
    for (std::size_t i = from; i < to; ++i) changes.gone.push_back(id_term("id" + std::to_string(i)));
    return changes;
  }

  test::TempDirectory directory_;
  std::string index_ = directory_ / "index";
};

TEST_F(SignedIndex, IsSignedByEveryWayIntoIt) {
  expect_all_signed("the first build");
  write_index(index_, in_place_sink, short_articles(kArticles - 50, kArticles + 50, 1));
  expect_all_signed("articles replaced and added in place");
  write_index(index_, in_place_sink, {}, without(0, 3));
  expect_all_signed("the first articles removed in place");
  write_index(index_, aside_sink, short_articles(kArticles, kArticles + 300, 2));
  expect_all_signed("a merge, which gives all documents other numbers");
  write_index(index_, aside_sink, short_articles(kArticles + 300, kArticles + 400));
  expect_all_signed("a merge that keeps the numbers");
  write_index(index_, aside_sink, {}, without(kArticles + 350, kArticles + 400));
  write_index(index_, aside_sink, short_articles(kArticles + 350, kArticles + 380, 3));
  expect_all_signed("numbers that were free at the end come again");
  write_index(index_, aside_sink, short_articles(100, 3'000, 4), without(10, 90));
  expect_all_signed("so much replaced that the database is written twice");
}

TEST_F(SignedIndex, IsCheckedForBitsThatAreMissing) {
  {
    Xapian::WritableDatabase database(existing_generation_path(index_));
    write_pair_row(database, {0, bits_of_pair("gieng", "khuyu").front()}, "");
    database.commit();
  }
  Faults faults;
  check_signatures(open_database(existing_generation_path(index_)), kArticles, faults);
  EXPECT_GT(faults.count(), 100U);
  EXPECT_NE(faults.lines().front().find("is missing in the rows of its pairs"), std::string::npos);
}

}  // namespace
}  // namespace timbao
