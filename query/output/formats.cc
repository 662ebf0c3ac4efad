// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/output/formats.h"

#include <array>

#include "common/base/named_values.h"
#include "common/index/article_json.h"
#include "query/output/citation.h"
#include "query/output/csv.h"
#include "query/output/json.h"
#include "query/output/mentions_json.h"
#include "query/output/mentions_lines.h"
#include "query/output/mentions_text.h"
#include "query/output/text.h"
#include "query/output/tsv.h"

namespace timbao {
namespace {

std::string text_of(const WholeAnswer& whole) { return answer_as_text(whole.request, whole.answer, whole.look); }

std::string json_of(const WholeAnswer& whole) {
  return answer_as_json(JsonToken(), whole.request, whole.answer, whole.elapsed_ms);
}

std::string jsonl_of(const Hit& hit) { return to_line(hit_json(hit)) + "\n"; }

std::string jsonl_of(const Mention& mention, const TextLook&) { return to_line(mention_json(mention)) + "\n"; }

std::string tsv_of(const Mention& mention, const TextLook&) { return mention_as_tsv(mention); }

std::string csv_of(const Mention& mention, const TextLook&) { return mention_as_csv(mention); }

std::string json_of(const Article& article, const ArticleLook&) { return to_line(article_json(article)) + "\n"; }

constexpr std::array<OutputFormatRow, 8> kFormats{{
    {OutputFormat::text, "text", "for people", text_of, nullptr, mention_as_text, article_as_text, "\n----\n\n",
     ExplainPlace::in_answer, "", MentionsIn::lines},
    {OutputFormat::json, "json", "one object", json_of, nullptr, nullptr, json_of, "", ExplainPlace::in_answer, "",
     MentionsIn::answer},
    {OutputFormat::jsonl, "jsonl", "a hit a line", nullptr, jsonl_of, jsonl_of, nullptr, "", ExplainPlace::in_answer,
     "", MentionsIn::lines},
    {OutputFormat::tsv, "tsv", "rank score id date title path", nullptr, hit_as_tsv, tsv_of, nullptr, "",
     ExplainPlace::none, "", MentionsIn::lines},
    {OutputFormat::ids, "ids", "", nullptr, hit_as_id, nullptr, nullptr, "", ExplainPlace::none},
    {OutputFormat::csv, "csv", "for spreadsheets", nullptr, hit_as_csv, csv_of, nullptr, "", ExplainPlace::none,
     kCsvHead, MentionsIn::lines, kMentionsCsvHead},
    {OutputFormat::bibtex, "bibtex", "to cite", nullptr, hit_as_bibtex, nullptr, nullptr, "", ExplainPlace::none},
    {OutputFormat::ris, "ris", "to cite", nullptr, hit_as_ris, nullptr, nullptr, "", ExplainPlace::none},
}};
static_assert(covers_every_value<kFormats>());

constexpr bool each_has_one_writer() {
  for (const OutputFormatRow& row : kFormats)
    if ((row.write_answer == nullptr) == (row.write_hit == nullptr)) return false;
  return true;
}
static_assert(each_has_one_writer());

}  // namespace

const std::vector<OutputFormatRow>& output_formats() {
  static const std::vector<OutputFormatRow> kRows(kFormats.begin(), kFormats.end());
  return kRows;
}

const OutputFormatRow& row_of(OutputFormat format) { return row_of_value(kFormats, format); }

bool is_streamed(const OutputFormatRow& row) { return row.write_hit != nullptr; }

bool shows_explanation(const OutputFormatRow& row) { return row.explain == ExplainPlace::in_answer; }

bool shows_overview(const OutputFormatRow& row) { return row.write_answer != nullptr; }

bool shows_mentions(const OutputFormatRow& row) { return row.mentions != MentionsIn::none; }

bool shows_articles(const OutputFormatRow& row) { return row.write_article != nullptr; }

std::vector<std::string> format_names(bool (*holds)(const OutputFormatRow& row)) {
  std::vector<std::string> names;
  for (const OutputFormatRow& row : kFormats)
    if (holds(row)) names.emplace_back(row.name);
  return names;
}

}  // namespace timbao
