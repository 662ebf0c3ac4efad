// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/output/formats.h"

#include <gtest/gtest.h>

#include <set>

#include "common/base/cli_option.h"

namespace timbao {
namespace {

TEST(OutputFormats, HaveARowEachWithOneWriterOfAnswers) {
  std::set<std::string_view> names;
  for (const OutputFormatRow& row : output_formats()) {
    EXPECT_EQ(&row_of(row.value).name[0], &row.name[0]);
    EXPECT_TRUE(names.insert(row.name).second) << row.name;
    EXPECT_NE(row.write_answer == nullptr, row.write_hit == nullptr) << row.name;
  }
}

TEST(OutputFormats, SayWhatTheyCanHold) {
  EXPECT_EQ(in_words(format_names(is_streamed), "or"), "jsonl, tsv, ids, csv, bibtex or ris");
  EXPECT_EQ(in_words(format_names(shows_explanation), "or"), "text, json or jsonl");
  EXPECT_EQ(in_words(format_names(shows_articles), "or"), "text or json");
  EXPECT_EQ(in_words(format_names(shows_mentions), "or"), "text, json, jsonl, tsv or csv");
}

TEST(OutputFormats, WriteAHitAsWholeLinesWhereTheyAreStreamed) {
  Hit hit;
  hit.rank = 1;
  hit.id = "a\nb";
  for (const OutputFormatRow& row : output_formats()) {
    if (!is_streamed(row)) continue;
    const std::string written = row.write_hit(hit);
    EXPECT_EQ(written.back(), '\n') << row.name;
    EXPECT_EQ(written.find("a\nb"), std::string::npos) << row.name;
  }
}

TEST(OutputFormats, WriteAMentionAsOneLineWhereTheyStandInPlaceOfHits) {
  Mention mention;
  mention.id = mention.left = mention.match = mention.right = "a\nb";
  for (const OutputFormatRow& row : output_formats()) {
    EXPECT_EQ(row.write_mention != nullptr, row.mentions == MentionsIn::lines) << row.name;
    if (row.write_mention == nullptr) continue;
    const std::string written = row.write_mention(mention, Highlight::none);
    EXPECT_EQ(written.find('\n'), written.size() - 1) << row.name;
  }
}

TEST(OutputFormats, WriteArticlesForPeopleAndForPrograms) {
  Article article;
  article.id = "a";
  article.title = "Bài a";
  const OutputFormatRow& text = row_of(OutputFormat::text);
  const OutputFormatRow& json = row_of(OutputFormat::json);
  EXPECT_EQ(text.write_article(article, {0, "một"}), "Bài a\n\nid:      a\nindex:   một\n");
  EXPECT_EQ(text.between_articles, "\n----\n\n");
  EXPECT_EQ(json.write_article(article, {0, "một"}).substr(0, 10), R"({"id":"a",)");
  EXPECT_EQ(json.between_articles, "");
}

TEST(Highlight, IsChosenByTheTerminalOnlyWhereItIsAutomatic) {
  const Terminal file;
  const Terminal colours{80, true, true};
  const Terminal plain{80, true, false};
  EXPECT_EQ(highlight_for(HighlightChoice::automatic, file), Highlight::none);
  EXPECT_EQ(highlight_for(HighlightChoice::automatic, colours), Highlight::ansi);
  EXPECT_EQ(highlight_for(HighlightChoice::automatic, plain), Highlight::none);
  EXPECT_EQ(highlight_for(HighlightChoice::ansi, file), Highlight::ansi);
  EXPECT_EQ(highlight_for(HighlightChoice::html, colours), Highlight::html);
  EXPECT_EQ(highlight_for(HighlightChoice::none, colours), Highlight::none);
}

}  // namespace
}  // namespace timbao
