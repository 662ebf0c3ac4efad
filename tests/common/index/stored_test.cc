// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: a stored article comes back as it was, and damaged bytes are told as damage.
#include "common/index/stored.h"
#include "common/index/schema.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <set>

#include "common/base/error.h"
#include "tests/common/index/random_article.h"
#include "tests/common/store/damage/forged.h"

namespace timbao {
namespace {

Article small_article() {
  Article article;
  article.id = "2018/phuc-yen.txt";
  article.title = "Xây dựng Đảng";
  article.body = "Thị ủy họp.\nĐảng viên dự đông đủ.";
  article.captions = {"Ảnh một", "Ảnh hai"};
  article.date = 1'517'360'460;
  article.others = {{"tags", "[\"a\",\"b\"]"}};
  article.path = "bao/phuc-yen.txt";
  return article;
}

template <typename Call>
void expect_damaged(Call&& call, const std::string& what) {
  try {
    call();
    ADD_FAILURE() << what << ": nothing was thrown";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::index_failed) << what;
    EXPECT_FALSE(error.hint().empty()) << what;
  }
}

std::string with_flipped_bit(std::string bytes, std::size_t bit) {
  bytes[bit / 8] = static_cast<char>(static_cast<unsigned char>(bytes[bit / 8]) ^ (1U << (bit % 8)));
  return bytes;
}

TEST(StoredText, GivesBackTheArticle) {
  EXPECT_EQ(decode_article(encode_article(small_article())), small_article());
  EXPECT_EQ(decode_article(encode_article({})), Article{});
  test::RandomTexts random(14);
  for (int i = 0; i < 2000; ++i) {
    const Article article = test::random_article(random);
    ASSERT_EQ(decode_article(encode_article(article)), article);
  }
}

TEST(StoredText, KeepsZeroBytesAndEmptyEntries) {
  Article article = small_article();
  article.body = std::string("a\0b", 3);
  article.captions = {"", std::string(1, '\0')};
  article.date = std::int64_t{-62'135'596'800};
  EXPECT_EQ(decode_article(encode_article(article)), article);
}

TEST(StoredText, IsSmallerThanItsArticle) {
  Article article;
  for (int i = 0; i < 40; ++i) article.body += "Hội đồng nhân dân thành phố thông qua nghị quyết về ngân sách.\n";
  EXPECT_LT(encode_article(article).size(), article.body.size() / 10);
}

TEST(StoredText, IsTheSameForEqualArticles) {
  EXPECT_EQ(encode_article(small_article()), encode_article(small_article()));
}

TEST(DamagedStoredText, IsFoundByEveryFlippedBit) {
  const std::string bytes = encode_article(small_article());
  for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit)
    expect_damaged([&] { static_cast<void>(decode_article(with_flipped_bit(bytes, bit))); },
                   "bit " + std::to_string(bit));
}

TEST(DamagedStoredText, IsFoundWhereBytesAreMissingOrTooMany) {
  const std::string bytes = encode_article(small_article());
  for (std::size_t size = 0; size < bytes.size(); ++size)
    expect_damaged([&] { static_cast<void>(decode_article(bytes.substr(0, size))); }, "size " + std::to_string(size));
  expect_damaged([&] { static_cast<void>(decode_article(bytes + 'x')); }, "one byte more");
  expect_damaged([&] { static_cast<void>(decode_article(bytes + bytes)); }, "twice");
}

// What a checksum does not tell: bytes that were written wrong.
TEST(DamagedStoredText, IsFoundByItsShapeWhereTheChecksumFits) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"z\x01x", "an unknown tag"},
      {"i", "a tag alone"},
      {"i\x05"
       "ab",
       "a value that is too short"},
      {"i\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01", "a length of too many bytes"},
      {"i\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01", "the greatest length"},
      {"d\x03"
       "abc",
       "a date that is no number"},
      {"d\x00", "an empty date"},
      {"d\x15"
       "999999999999999999999",
       "a date that is too great"},
      {"d\x02"
       "5x",
       "a date with something behind it"},
      {"x\x03"
       "abc",
       "another field without its zero byte"},
      {"\xE9\x02\x01"
       "a",
       "a tag of two bytes"},
  };
  for (const auto& [fields, what] : cases)
    expect_damaged([&, f = fields] { static_cast<void>(decode_article(test::forged_text(f))); }, what);
  EXPECT_EQ(decode_article(test::forged_text("i\x01"
                                             "a"))
                .id,
            "a")
      << "the forgery itself is read";
  expect_damaged([] { static_cast<void>(decode_article(test::with_checksum(""))); }, "no frame");
  expect_damaged([] { static_cast<void>(decode_article(test::with_checksum("no frame at all"))); },
                 "another kind of bytes");
}

TEST(DamagedStoredText, DoesNotAskForTheMemoryThatALengthNames) {
  std::string frame("\x28\xB5\x2F\xFD\xE0\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x00", 13);  // a content of nearly 2^56 bytes
  expect_damaged([&] { static_cast<void>(decode_article(test::with_checksum(frame))); }, "a huge content");
}

TEST(ContentHash, IsSixteenBytesOverEverythingButThePath) {
  const Article article = small_article();
  EXPECT_EQ(content_hash(article).size(), 16U);
  Article moved = article;
  moved.path = "elsewhere";
  EXPECT_EQ(content_hash(moved), content_hash(article));
  std::set<std::string> hashes{content_hash(article)};
  const auto change = [&](auto&& edit) {
    Article changed = article;
    edit(changed);
    return hashes.insert(content_hash(changed)).second;
  };
  EXPECT_TRUE(change([](Article& a) { a.id += 'x'; }));
  EXPECT_TRUE(change([](Article& a) { a.title += 'x'; }));
  EXPECT_TRUE(change([](Article& a) { a.lead += 'x'; }));
  EXPECT_TRUE(change([](Article& a) { a.body += 'x'; }));
  EXPECT_TRUE(change([](Article& a) { a.captions.emplace_back(); }));
  EXPECT_TRUE(change([](Article& a) { a.captions = {"Ảnh mộtẢnh hai"}; }));
  EXPECT_TRUE(change([](Article& a) { a.authors.emplace_back("x"); }));
  EXPECT_TRUE(change([](Article& a) { a.source += 'x'; }));
  EXPECT_TRUE(change([](Article& a) { a.sections.emplace_back("x"); }));
  EXPECT_TRUE(change([](Article& a) { a.date.reset(); }));
  EXPECT_TRUE(change([](Article& a) { a.url += 'x'; }));
  EXPECT_TRUE(change([](Article& a) { a.others.clear(); }));
}

struct Size {
  std::size_t tokens, text;
};

TEST(PutStored, KeepsBothWhateverTheirSizes) {
  for (const Size size :
       {Size{4, 20}, Size{65'536, 65'536}, Size{65'537, 20}, Size{20, 65'537}, Size{300'000, 200'000}}) {
    const std::string tokens(size.tokens, 't'), text(size.text, 'x');
    Xapian::Document document;
    put_stored(document, tokens, text);
    EXPECT_EQ(stored_tokens(document), tokens);
    EXPECT_EQ(stored_text(document), text);
    EXPECT_LE(document.get_value(slot::kTokens).size(), 65'536U);
    EXPECT_LE(document.get_value(slot::kText).size(), 65'536U);
  }
}

TEST(StoredBytes, CountsEveryFieldWithItsTagAndLengthAndWhatAProgramHoldsBesideIt) {
  constexpr std::size_t kFields = 12, kBeside = 64;
  Article article;
  EXPECT_EQ(stored_bytes(article), kFields * kBeside);
  article.body = std::string(200, 'x');  // its length takes two bytes
  article.captions = {"a", ""};
  article.others = {{"tags", "[]"}};
  article.date = 100;
  EXPECT_EQ(stored_bytes(article), (kFields + 3) * kBeside + 203 + 3 + 2 + 9 + 5);
}

TEST(PutStored, UsesTheDocumentsDataOnlyForWhatIsLarge) {
  Xapian::Document small, large;
  put_stored(small, std::string(65'536, 't'), std::string(65'536, 'x'));
  EXPECT_EQ(small.get_data(), "");
  put_stored(large, std::string(65'537, 't'), "text");
  EXPECT_EQ(large.get_value(slot::kTokens), "\x01");
  EXPECT_EQ(large.get_value(slot::kText), "text");
}

TEST(PutStored, IsDamagedWhereItsDataIsCut) {
  Xapian::Document document;
  put_stored(document, std::string(70'000, 't'), std::string(70'000, 'x'));
  const std::string data = document.get_data();
  for (const std::size_t size : {0U, 1U, 2U, 5U, 70'000U}) {
    document.set_data(data.substr(0, size));
    expect_damaged([&] { static_cast<void>(stored_tokens(document)); }, "tokens");
  }
  for (const std::size_t size : {70'003U, 70'004U, 140'000U}) {
    document.set_data(data.substr(0, size));
    expect_damaged([&] { static_cast<void>(stored_text(document)); }, "text");
  }
}

}  // namespace
}  // namespace timbao
