// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/complete.h"

#include <gtest/gtest.h>

#include "common/index/terms.h"
#include "query/search/search_caches.h"
#include "tests/query/support/fake_vocabulary.h"

namespace timbao {
namespace {

using Words = std::vector<std::string>;

Words texts(const std::vector<Completion>& completions) {
  Words words;
  for (const Completion& completion : completions) words.push_back(completion.text);
  return words;
}

/// Counts as a vocabulary has them: readings, words of titles, pairs.
test::FakeVocabulary vocabulary() {
  return {1000,
          {{"dan~6", 500},
           {"dang~93", 600},
           {"dang~9", 400},
           {"dang~", 3},
           {"dung~", 5},
           {"dung~2", 90},
           {"dung~71", 80},
           {"dinh~95", 300},
           {"Sdang~93", 7},
           {"Bxay dung", 60}}};
}

TEST(CompleteWord, GivesMarkedWordsForUnmarkedLettersByFrequency) {
  const auto words = [](const ToComplete& wanted) { return texts(complete_word(vocabulary(), wanted)); };
  EXPECT_EQ(words({{}, "dan", "", 3}), (Words{"đảng", "dân", "đang"}));
  EXPECT_EQ(words({{}, "đa", "", 9}), (Words{"đảng", "đang"})) << "a mark that was typed holds";
  EXPECT_EQ(words({Field::title, "dan", "", 9}), (Words{"đảng"}));
  EXPECT_EQ(words({{}, "", "", 9}), Words{});
  EXPECT_EQ(words({{}, "không", "", 9}), Words{});
}

TEST(CompleteWord, PutsFirstWhatFollowsTheWordBefore) {
  const auto first = [](const std::string& before) {
    return texts(complete_word(vocabulary(), {{}, "d", before, 1})).at(0);
  };
  EXPECT_EQ(first(""), "đảng");
  EXPECT_EQ(first("xây"), "dùng");
  EXPECT_EQ(first("XAY"), "dùng");
  EXPECT_EQ(first("hai"), "đảng") << "no pair is known";
}

TEST(CompleteName, GivesNamesAsTheyArePrintedByFrequency) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (const std::string source : {"Báo tỉnh", "Báo huyện", "Báo tỉnh", "Đài \"xã\"", "Bản tin"}) {
    Xapian::Document document;
    document.add_boolean_term(name_term(prefix::kSource, source));
    document.add_value(slot::kSource, source);
    document.add_boolean_term(name_term(prefix::kSection, "Thời sự"));
    document.add_value(slot::kSection, "Thời sự");
    database.add_document(document);
  }
  SearchCaches caches;
  const auto counts = vocabulary_of(database, caches.vocabulary);
  const OpenArchive archive{database, *counts, caches.tokens};
  const auto names = [&](const ToComplete& wanted) { return texts(complete_name(archive, wanted)); };
  EXPECT_EQ(names({Field::source, "b", ""}), (Words{"Báo tỉnh", "Bản tin", "Báo huyện"}));
  EXPECT_EQ(names({Field::source, "bao h", ""}), (Words{"Báo huyện"}));
  EXPECT_EQ(names({Field::source, "bản", ""}), (Words{"Bản tin"}));
  EXPECT_EQ(names({Field::source, "dai", ""}), Words{}) << "a name with quotes cannot be typed in quotes";
  EXPECT_EQ(names({Field::section, "", ""}), (Words{"Thời sự"}));
  EXPECT_EQ(names({Field::id, "1", ""}), Words{});
}

}  // namespace
}  // namespace timbao
