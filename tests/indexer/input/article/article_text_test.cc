// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/article/article_text.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "common/base/day.h"
#include "common/base/timestamp.h"

namespace timbao {
namespace {

using Names = std::vector<std::string>;

Article article_of(std::string_view text) { return std::get<ReadArticle>(parse_article_text(text)).article; }

constexpr std::string_view kWhole =
    "Xã Bình An làm đường mới\n"
    "\n"
    "08:01 | 31/01/2018\n"
    "|\n"
    "\n"
    "Sáng nay, xã Bình An khởi công con đường liên thôn,\n"
    "\n"
    "Sáng nay, xã Bình An khởi công con đường liên thôn, dài hơn 5.700 m.\n"
    "\n"
    "Bà con hiến đất để mở rộng mặt đường.\n"
    "\n"
    "Người dân thôn Trung dọn cây. Ảnh An Vũ\n"
    "\n"
    "Con đường xong trước mùa mưa.\n"
    "\n"
    "Trần Bình";

TEST(ArticleText, ReadsEveryPartOfAPrintedArticle) {
  const Article article = article_of(kWhole);
  EXPECT_EQ(article.title, "Xã Bình An làm đường mới");
  EXPECT_EQ(format_timestamp(article.date.value_or(0)), "2018-01-31T08:01:00+07:00");
  EXPECT_EQ(article.lead, "Sáng nay, xã Bình An khởi công con đường liên thôn, dài hơn 5.700 m.");
  EXPECT_EQ(article.body, "Bà con hiến đất để mở rộng mặt đường.\nCon đường xong trước mùa mưa.");
  EXPECT_EQ(article.captions, Names{"Người dân thôn Trung dọn cây. Ảnh An Vũ"});
  EXPECT_EQ(article.authors, Names{"Trần Bình"});
}

struct Shape {
  std::string_view why;
  std::string_view text;
  std::string_view title, lead, body;
  Names captions, authors;
  std::string_view date;  // empty: none
};

class PlainerShapes : public testing::TestWithParam<Shape> {};

TEST_P(PlainerShapes, AreRead) {
  const Shape& shape = GetParam();
  const Article article = article_of(shape.text);
  EXPECT_EQ(article.title, shape.title) << shape.why;
  EXPECT_EQ(article.lead, shape.lead) << shape.why;
  EXPECT_EQ(article.body, shape.body) << shape.why;
  EXPECT_EQ(article.captions, shape.captions) << shape.why;
  EXPECT_EQ(article.authors, shape.authors) << shape.why;
  EXPECT_EQ(article.date ? format_timestamp(*article.date) : "", shape.date) << shape.why;
}

INSTANTIATE_TEST_SUITE_P(
    ArticleText, PlainerShapes,
    testing::Values(
        Shape{"one line only", "Đại hội thành công", "Đại hội thành công", "", "", {}, {}, ""},
        Shape{"one line that is a date is a title all the same", "31/01/2018", "31/01/2018", "", "", {}, {}, ""},
        Shape{"one line that is a name is a title", "Trần Bình", "Trần Bình", "", "", {}, {}, ""},
        Shape{"no date, no lead, no byline",
              "Tin vắn\nMưa lớn ở vùng núi.",
              "Tin vắn",
              "",
              "Mưa lớn ở vùng núi.",
              {},
              {},
              ""},
        Shape{"Windows line ends and a byte order mark",
              "\xEF\xBB\xBFTin vắn\r\n\r\nMưa lớn.\r\n \r\nGió nhẹ.\r\n",
              "Tin vắn",
              "",
              "Mưa lớn.\nGió nhẹ.",
              {},
              {},
              ""},
        Shape{"line ends of old Macs", "Tin vắn\rMưa lớn.\rGió nhẹ.", "Tin vắn", "", "Mưa lớn.\nGió nhẹ.", {}, {}, ""},
        Shape{"blank lines that hold spaces", "Tin vắn\n \t\n\u00A0\nMưa lớn.", "Tin vắn", "", "Mưa lớn.", {}, {}, ""},
        Shape{"the date above the title",
              "Thứ hai, 5/6/2017, 10:12 (GMT+7)\nTin vắn\nMưa lớn.",
              "Tin vắn",
              "",
              "Mưa lớn.",
              {},
              {},
              "2017-06-05T10:12:00+07:00"},
        Shape{"a date inside a sentence is no dateline",
              "Tin vắn\nNgày 31/01/2018 có mưa.",
              "Tin vắn",
              "",
              "Ngày 31/01/2018 có mưa.",
              {},
              {},
              ""},
        Shape{"the same lead twice",
              "Tin vắn\nHôm nay họp xã.\nHôm nay họp xã.\nHọp xong.",
              "Tin vắn",
              "Hôm nay họp xã.",
              "Họp xong.",
              {},
              {},
              ""},
        Shape{"the lead cut short by dots",
              "Tin vắn\nHôm nay họp...\nHôm nay họp xã bàn việc đê.\nHọp xong.",
              "Tin vắn",
              "Hôm nay họp xã bàn việc đê.",
              "Họp xong.",
              {},
              {},
              ""},
        Shape{"the lead in two normal forms",
              "Tin vắn\nHo\u0323p xa\u0303 ba\u0300n,\nHọp xã bàn việc đê.\nHọp xong.",
              "Tin vắn",
              "Họp xã bàn việc đê.",
              "Họp xong.",
              {},
              {},
              ""},
        Shape{"one word that begins the next paragraph is no lead",
              "Tin vắn\nHọp\nHọp xã bàn việc đê.",
              "Tin vắn",
              "",
              "Họp\nHọp xã bàn việc đê.",
              {},
              {},
              ""},
        Shape{"a caption on top is no lead",
              "Tin vắn\nĐê mới. (Ảnh: TTXVN cung cấp)\nHọp xã,\nHọp xã bàn việc đê.",
              "Tin vắn",
              "Họp xã bàn việc đê.",
              "",
              {"Đê mới. (Ảnh: TTXVN cung cấp)"},
              {},
              ""},
        Shape{"a caption in decomposed letters",
              "Tin vắn\nCảnh đê. A\u0309nh: An Vũ\nHọp xong.",
              "Tin vắn",
              "",
              "Họp xong.",
              {"Cảnh đê. A\u0309nh: An Vũ"},
              {},
              ""},
        Shape{"a caption as the last line is no byline",
              "Tin vắn\nHọp xong.\nẢnh: An Vũ",
              "Tin vắn",
              "",
              "Họp xong.",
              {"Ảnh: An Vũ"},
              {},
              ""},
        Shape{"a picture in a sentence is no caption",
              "Tin vắn\nBà con treo ảnh Bác Hồ trong nhà văn hóa.",
              "Tin vắn",
              "",
              "Bà con treo ảnh Bác Hồ trong nhà văn hóa.",
              {},
              {},
              ""},
        Shape{"a byline with its introduction",
              "Tin vắn\nHọp xong.\nTin, ảnh: An Vũ - Hà Chi",
              "Tin vắn",
              "",
              "Họp xong.",
              {},
              {"An Vũ", "Hà Chi"},
              ""},
        Shape{"a byline that ends as a caption does",
              "Tin vắn\nHọp xong.\nBài và Ảnh: An Vũ",
              "Tin vắn",
              "",
              "Họp xong.",
              {},
              {"An Vũ"},
              ""},
        Shape{"an agency", "Tin vắn\nHọp xong.\n(Theo TTXVN)", "Tin vắn", "", "Họp xong.", {}, {"TTXVN"}, ""},
        Shape{"an agency in small letters",
              "Tin vắn\nHọp xong.\nThông tấn xã Việt Nam",
              "Tin vắn",
              "",
              "Họp xong.",
              {},
              {"Thông tấn xã Việt Nam"},
              ""},
        Shape{"a sentence that begins with Theo is no byline",
              "Tin vắn\nTheo kế hoạch, họp vào mai.",
              "Tin vắn",
              "",
              "Theo kế hoạch, họp vào mai.",
              {},
              {},
              ""},
        Shape{"seven capitalised words are no byline",
              "Tin vắn\nHà Nội Huế Đà Nẵng Cần Thơ",
              "Tin vắn",
              "",
              "Hà Nội Huế Đà Nẵng Cần Thơ",
              {},
              {},
              ""},
        Shape{"two authors in one byline",
              "Tin vắn\nHọp xong.\nAn Vũ, Hà Chi",
              "Tin vắn",
              "",
              "Họp xong.",
              {},
              {"An Vũ", "Hà Chi"},
              ""}));

using Details = std::vector<std::string>;

Details unread_dates_of(const ReadArticle& read) {
  Details details;
  for (const Remark& remark : read.remarks)
    if (remark.kind == NoticeKind::unread_date) details.push_back(remark.detail);
  return details;
}

TEST(ArticleText, AlwaysHasATitleOrABody) {
  const std::string lead = "Sáng nay, xã họp " + std::string(kTitleLimitBytes, 'x');
  for (const std::string& text : {lead + ". Ảnh: An Vũ", lead + ",\n" + lead + ".", lead + " Ảnh An Vũ\nHình Ảnh An Vũ",
                                  std::string("31/01/2018"), std::string("Ảnh: An Vũ"), std::string("Theo TTXVN"),
                                  std::string("|\nẢnh: An Vũ\n|")}) {
    const auto read = std::get<ReadArticle>(parse_article_text(text));
    EXPECT_FALSE(read.article.title.empty() && read.article.body.empty()) << text.substr(0, 40);
  }
}

TEST(ArticleText, EndsAParagraphAtTheLineEndsOfOtherPrograms) {
  for (const std::string end : {"\u2028", "\u2029", "\u0085", "\r", "\n"}) {
    const auto read = std::get<ReadArticle>(parse_article_text("Tin vắn" + end + "Mưa lớn." + end + "Đê yếu."));
    EXPECT_EQ(read.article.title, "Tin vắn");
    EXPECT_EQ(read.article.body, "Mưa lớn.\nĐê yếu.");
  }
}

TEST(ArticleText, KeepsADatelineThatCannotBeReadAsText) {
  for (const std::string dateline : {"08:01 | 31/02/2018", "30/02/2021 08:00", "10/4/21", "ngày 31 tháng 2 năm 2018",
                                     "0001-01-01", "Sáng 31/01/2018"}) {
    for (const std::string& text : {"Tin vắn\n" + dateline + "\nMưa lớn.", dateline + "\nTin vắn\nMưa lớn."}) {
      const auto read = std::get<ReadArticle>(parse_article_text(text));
      EXPECT_FALSE(read.article.date.has_value()) << text;
      EXPECT_EQ(unread_dates_of(read), (Details{"'" + dateline + "' is no date"})) << text;
      EXPECT_EQ(read.article.title, "Tin vắn") << text;
      EXPECT_EQ(read.article.body, dateline + "\nMưa lớn.") << text;
    }
  }
}

TEST(ArticleText, TakesADatelineBehindOneThatCannotBeRead) {
  const auto read = std::get<ReadArticle>(parse_article_text("Tin vắn\n30/02/2021\n01/03/2021 7g05\nMưa lớn."));
  EXPECT_EQ(read.article.date, parse_timestamp("2021-03-01T07:05"));
  EXPECT_EQ(unread_dates_of(read), Details{"'30/02/2021' is no date"});
  EXPECT_EQ(read.article.body, "30/02/2021\nMưa lớn.");
}

TEST(ArticleText, TakesNoDateOutOfASentence) {
  for (const std::string sentence :
       {"Ngày 31/01/2018, thị xã họp.", "31/01/2018 thị xã họp", "Họp 08:01 | 31/01/2018",
        "Hà Nội, ngày 31 tháng 1 năm 2018", "Căn cứ Nghị định 12/5/2018/NĐ-CP", "1.2.3", "0945.54.03.03"}) {
    const auto read = std::get<ReadArticle>(parse_article_text("Tin vắn\n" + sentence + "\nMưa lớn."));
    EXPECT_FALSE(read.article.date.has_value()) << sentence;
    EXPECT_EQ(unread_dates_of(read), Details{}) << sentence;
    EXPECT_EQ(read.article.body, sentence + "\nMưa lớn.") << sentence;
  }
}

TEST(ArticleText, TakesTheOnlyParagraphForTheTitle) {
  for (const std::string text : {"31/01/2018", "30/02/2021", "1517360460"}) {
    const auto read = std::get<ReadArticle>(parse_article_text(text));
    EXPECT_EQ(read.article.title, text);
    EXPECT_FALSE(read.article.date.has_value()) << text;
    EXPECT_EQ(unread_dates_of(read), Details{}) << text;
  }
}

TEST(ArticleText, RejectsWhiteSpace) {
  for (std::string_view text : {"", "\n\n", " \t\r\n\u00A0", "\xEF\xBB\xBF", "|\n|"}) {
    const ParsedArticle parsed = parse_article_text(text);
    ASSERT_TRUE(std::holds_alternative<Rejected>(parsed)) << text;
    EXPECT_EQ(std::get<Rejected>(parsed).reason, RejectReason::empty);
  }
}

TEST(ArticleText, TakesAFirstLineThatIsNoTitleAsBody) {
  const std::string line(kTitleLimitBytes + 1, 'x');
  EXPECT_EQ(article_of(line).title, "");
  EXPECT_EQ(article_of(line).body, line);
}

TEST(ArticleText, LosesNoParagraph) {
  const Article article = article_of(kWhole);
  for (std::string_view part : {"mở rộng mặt đường", "thôn Trung dọn cây", "trước mùa mưa", "5.700 m", "Trần Bình"}) {
    const std::string all =
        article.title + article.lead + article.body + article.captions.at(0) + article.authors.at(0);
    EXPECT_NE(all.find(part), std::string::npos) << part;
  }
}

}  // namespace
}  // namespace timbao
