// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/html/html_parser.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <string>

#include "common/base/ascii.h"

using namespace timbao;

namespace {

/// Writes down what it is told: "p[sapo] Làng /" for <p class=sapo>Làng</p>.
class Recorder : public HtmlHandler {
 public:
  void start(std::string_view name, const HtmlAttributes& attributes) override {
    told += name;
    if (attributes.has("class")) told += "[" + std::string(attributes.value_of("class")) + "]";
    told += ' ';
    deepest = std::max(deepest, ++depth);
  }
  void end() override {
    told += "/ ";
    --depth;
  }
  void text(std::string_view piece) override {
    told += piece;
    told += ' ';
  }

  std::string told;
  std::size_t depth = 0, deepest = 0;
};

std::string told_of(std::string_view html) {
  Recorder recorder;
  EXPECT_EQ(parse_html(html, recorder), HtmlEnd::whole);
  EXPECT_EQ(recorder.depth, 0U);
  return recorder.told;
}

TEST(HtmlParser, TellsElementsAttributesAndText) {
  EXPECT_EQ(told_of("<p class=\"sapo\" hidden>Làng</p>"), "html body p[sapo] Làng / / / ");
  EXPECT_EQ(told_of("<P CLASS=sapo>Đ&ecirc;"), "html body p[sapo] Đ ê / / / ");
}

TEST(HtmlParser, BalancesWhatIsNot) {
  EXPECT_EQ(told_of("</b><i>một</b></p>"), "html body i một / / / ");
  EXPECT_EQ(told_of(""), "");
  EXPECT_EQ(told_of("<"), "< ");
}

TEST(HtmlParser, DoesNotHeedTheDeclaredCharset) {
  EXPECT_NE(told_of("<meta charset=iso-8859-1><p>Đường").find("Đường"), std::string::npos);
}

TEST(HtmlParser, LimitsTheDepthAndGoesOn) {
  std::string html;
  for (int depth = 0; depth < 3000; ++depth) html += "<div>";
  Recorder recorder;
  EXPECT_EQ(parse_html(html + "Làng", recorder), HtmlEnd::whole);
  EXPECT_EQ(recorder.deepest, kMostHtmlDepth);
  EXPECT_EQ(recorder.depth, 0U);
  EXPECT_NE(recorder.told.find("Làng"), std::string::npos);
}

TEST(HtmlParser, GivesUpAMillionNestedElements) {
  std::string html;
  for (int depth = 0; depth < 1'000'000; ++depth) html += "<div>";
  Recorder recorder;
  EXPECT_EQ(parse_html(html, recorder), HtmlEnd::too_deep);
  EXPECT_EQ(recorder.depth, 0U);
}

TEST(HtmlParser, LeavesOutTagsThatAreTooLong) {
  std::string tag = "<i";
  for (int i = 0; i < 1'000'000; ++i) tag += " a" + std::to_string(i);
  const std::string told = told_of("<p>" + tag + ">Làng</i> họp");
  EXPECT_TRUE(ends_with(told, "Làng  họp / / / "));
  EXPECT_EQ(told.find(" i "), std::string::npos);
}

TEST(HtmlParser, EndTagsInTheStringsOfAScriptEndNothing) {
  EXPECT_EQ(told_of("<p>Làng<script>f('</p>x')</script> họp"), "html body p Làng script /  họp / / / ");
  EXPECT_EQ(told_of("<p><script type=\"application/ld+json\">{\"a\":\"</p>x\"}</script>"),
            "html body p script {\"a\":\"</p>x\"} / / / / ");
}

TEST(HtmlParser, ReadsLongValues) {
  const std::string value(10U << 20U, 'x');
  EXPECT_EQ(told_of("<p class='" + value + "'>Làng"), "html body p[" + value + "] Làng / / / ");
}

TEST(HtmlParser, ExpandsNoEntitiesOfThePage) {
  const std::string bomb = R"(<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]><p>&b;)";
  EXPECT_EQ(told_of(bomb).find("aaaaaaaaaa&"), std::string::npos);
  EXPECT_EQ(told_of("<!DOCTYPE p SYSTEM \"file:///etc/passwd\"><p>&x;").find("root"), std::string::npos);
}

}  // namespace
