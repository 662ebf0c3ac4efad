// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/article/header_words.h"

#include <gtest/gtest.h>

#include "common/base/json.h"

namespace timbao::test {
namespace {

Json record_of(std::string_view text) {
  RecordText record;
  if (!read_header_words(text, record)) return nullptr;
  std::string made = record.end();
  escape_controls(made);
  return Json::parse(made);
}

TEST(HeaderWords, SayWhatEachPartOfATextIs) {
  const Json record = record_of(
      "Title: Đê mới\r\nPublished Date: 31/01/2018 08:01\r\n\r\nTóm tắt: Làng họp\r\nvề đê.\r\n"
      "Content: Sáng nay, làng họp.\r\nTags: không phải là nhãn\r\n");
  EXPECT_EQ(record["Title"], "Đê mới");
  EXPECT_EQ(record["Published Date"], "31/01/2018 08:01");
  EXPECT_EQ(record["Tóm tắt"], "Làng họp\nvề đê.");
  EXPECT_EQ(record["Content"], "Sáng nay, làng họp.\nTags: không phải là nhãn");
}

TEST(HeaderWords, AreThreeAtTheBeginningWithTheTitleAmongThem) {
  for (const char* text : {"", "Title: Đê mới", "Title: Đê mới\nDate: 31/01/2018\n", "Date: 1\nAuthor: An\nTags: đê\n",
                           "Chuyện làng\nTitle: a\nDate: b\nTags: c", "Title: a\nSáng nay:\nDate: b\nTags: c"})
    EXPECT_EQ(record_of(text), nullptr) << text;
}

TEST(HeaderWords, KeepEveryLineOfAText) {
  const Json record = record_of("Date: 1\nLạ: hai\nTitle: ba\n\nTags: bốn\nnăm\nLạ: sáu\n");
  EXPECT_EQ(record, nullptr) << "the second line has a word that is not known";
  EXPECT_EQ(record_of("Date: 1\nTitle: ba\n\nTags: bốn\nnăm\nLạ: sáu\n")["Tags"], "bốn\nnăm\nLạ: sáu");
}

}  // namespace
}  // namespace timbao::test
