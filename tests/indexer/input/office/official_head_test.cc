// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/office/official_head.h"

#include <gtest/gtest.h>

#include <string>

#include "common/base/timestamp.h"
#include "indexer/input/text/plain_text.h"

namespace timbao {
namespace {

/// The title of a document whose paragraphs "|" separates; "-" where it has no official head.
std::string title_of(std::string text) {
  for (char& byte : text)
    if (byte == '|') byte = '\n';
  const std::vector<std::string_view> paragraphs = paragraphs_of(text);
  const std::optional<OfficialHead> head = official_head(paragraphs);
  if (!head) return "-";
  return join({paragraphs.begin() + static_cast<std::ptrdiff_t>(head->title_begin),
               paragraphs.begin() + static_cast<std::ptrdiff_t>(head->title_end)},
              " ");
}

struct Document {
  const char* paragraphs;
  const char* title;
};

class OfficialHeads : public testing::TestWithParam<Document> {};

TEST_P(OfficialHeads, TellWhatTheDocumentIsAbout) { EXPECT_EQ(title_of(GetParam().paragraphs), GetParam().title); }

INSTANTIATE_TEST_SUITE_P(
    Table, OfficialHeads,
    testing::Values(Document{"HUYỆN ỦY|Số: 05-CT/HU|CHỈ THỊ|về việc sửa đê|Căn cứ mưa lũ, huyện ủy yêu cầu.",
                             "CHỈ THỊ về việc sửa đê"},
                    Document{"ỦY BAN|Số 12/QĐ-UBND|QUYẾT ĐỊNH|Về việc giao đất|CHỦ TỊCH ỦY BAN|Căn cứ Luật.",
                             "QUYẾT ĐỊNH Về việc giao đất"},
                    Document{"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|THÔNG BÁO|KẾT LUẬN CỦA CHỦ TỊCH|tại cuộc họp|1. Đê",
                             "THÔNG BÁO KẾT LUẬN CỦA CHỦ TỊCH tại cuộc họp"},
                    Document{"ĐẢNG CỘNG SẢN VIỆT NAM|*|NGHỊ QUYẾT SỐ 7|-----|Xã họp.", "NGHỊ QUYẾT SỐ 7"},
                    Document{"Xã họp bàn|CHỈ THỊ|về đê", "-"},           // neither a number nor a motto
                    Document{"Số: 05-CT/HU|Chỉ thị về đê|Căn cứ", "-"},  // not in capitals
                    Document{"Số: 05-CT/HU|CHỈ THỊ CỦA HUYỆN ỦY VỀ VIỆC SỬA ĐÊ|x",
                             "-"},  // a sentence, which is a title by itself
                    Document{"", "-"}, Document{"Số", "-"}));

TEST(OfficialHead, HasTheDateBehindThePlace) {
  const std::optional<OfficialHead> head =
      official_head({"Số: 05-CT/HU", "Thanh Lĩnh, ngày 15 tháng 5 năm 2016", "CHỈ THỊ", "về đê"});
  ASSERT_TRUE(head);
  EXPECT_EQ(head->date, parse_timestamp("15/5/2016"));
}

}  // namespace
}  // namespace timbao
