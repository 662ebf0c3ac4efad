// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/sequence/phrase_set.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "tests/query/support/asked.h"

namespace timbao {
namespace {

/// The clause of a query that is an OR of phrases, and what looks for it.
class AskedPhrases {
 public:
  explicit AskedPhrases(std::string_view query)
      : question_(test::ask(query)),
        scanner_(question_.words),
        phrases_(scanner_),
        set_(question_.hits.children, scanner_) {}

  bool any_stands(const Article& article) {
    scan(article);
    return set_.any_stands(phrases_, found_);
  }
  bool any_stands_one_by_one(const Article& article) {
    scan(article);
    const std::vector<Clause>& each = question_.hits.children;
    return std::any_of(each.begin(), each.end(), [&](const Clause& phrase) { return phrases_.stands(phrase, found_); });
  }
  [[nodiscard]] std::uint64_t looked_at() const { return set_.looked_at(); }

 private:
  void scan(const Article& article) {
    scanned_ = test::scanned(article, scanner_);
    found_.assign(scanned_, scanner_.groups());
  }

  Question question_;
  SequenceScanner scanner_;
  PhraseMatcher phrases_;
  PhraseSet set_;
  ScannedArticle scanned_;
  FoundTokens found_;
};

TEST(PhraseSet, FindsWhatItsPhrasesFindOneByOne) {
  AskedPhrases asked(
      "\"bàn giao\" OR \"đến TP.HCM họp\" OR \"có 5 700\" OR =\"họp tổ\" OR title:\"dân họp\" OR \"KT-XH\"");
  const std::vector<std::string> texts{"bàn giao",
                                       "giao bàn",
                                       "bàn\ngiao",
                                       "đến TPHCM họp",
                                       "đến TP.HCM họp",
                                       "đến TP HCM",
                                       "có 5 700 nhà",
                                       "có 5700 nhà",
                                       "họp tổ",
                                       "hop to",
                                       "dân họp",
                                       "KT-XH",
                                       "ktxh",
                                       "kt xh",
                                       "",
                                       "có 5 700.8",
                                       "đến đến TP.HCM họp",
                                       "bàn bàn giao",
                                       "xã"};
  for (const std::string& text : texts)
    for (const Article& article : {test::article_with("", text), test::article_with(text, "xã")})
      EXPECT_EQ(asked.any_stands(article), asked.any_stands_one_by_one(article)) << text;
}

TEST(PhraseSet, LooksOnlyAtPhrasesWhoseFirstTwoWordsStandThere) {
  std::string query = "\"của tổ\"", body;
  for (int i = 0; i < 300; ++i) query += " OR \"của x" + std::to_string(i) + " y\"";
  for (int i = 0; i < 200; ++i) body += "của xã ";
  AskedPhrases asked(query);
  EXPECT_FALSE(asked.any_stands(test::article_with("", body)));
  EXPECT_EQ(asked.looked_at(), 0U);
  EXPECT_FALSE(asked.any_stands(test::article_with("", body + "của x7 của x7 z")));
  EXPECT_EQ(asked.looked_at(), 1U) << "once an article";
  EXPECT_TRUE(asked.any_stands(test::article_with("", body + "của x7 y")));
  EXPECT_TRUE(asked.any_stands(test::article_with("", body + "của tổ")));
  EXPECT_EQ(asked.looked_at(), 3U);
}

TEST(PhraseSets, AreMadeOfManyPhrasesOnly) {
  const Question few = test::ask("\"a b\" OR \"c d\""),
                 many = test::ask("\"a b\" OR \"c d\" OR \"e f\" OR \"g h\" OR \"i k\"");
  const SequenceScanner few_words(few.words), many_words(many.words);
  PhraseSets few_sets(few_words), many_sets(many_words);
  EXPECT_EQ(few_sets.of(few.hits), nullptr);
  PhraseSet* const set = many_sets.of(many.hits);
  EXPECT_NE(set, nullptr);
  EXPECT_EQ(many_sets.of(many.hits), set) << "it is made once";
}

TEST(PhraseSet, LooksForAPhraseOfATitleInTheTitleOnly) {
  AskedPhrases asked("title:\"bàn giao\" OR title:\"thu hồi\" OR body:\"thu hồi\"");
  EXPECT_FALSE(asked.any_stands(test::article_with("đất", "bàn giao bàn giao")));
  EXPECT_EQ(asked.looked_at(), 0U) << "no phrase that begins so is looked for in the body";
  EXPECT_TRUE(asked.any_stands(test::article_with("bàn giao", "")));
  EXPECT_TRUE(asked.any_stands(test::article_with("", "thu hồi")));
}

}  // namespace
}  // namespace timbao
