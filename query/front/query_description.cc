// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/front/query_description.h"

#include <algorithm>
#include <utility>

#include "common/base/cli_help.h"
#include "common/base/utf8.h"
#include "common/base/version.h"
#include "common/index/schema.h"
#include "query/front/option_table.h"

namespace timbao {
namespace {

std::vector<PageEntry> statuses() {
  return {{"0", "hits"},
          {"1", "no hits (--batch: some line was bad; --show: some id is unknown)"},
          {"2", "wrong command line"},
          {"3", "the index is missing, damaged, not an index or of another version"},
          {"4", "the index was being written too fast to be read"},
          {"5", "input or output failed"},
          {"130", "interrupted"}};
}

/// The fields of a query, by an example each.
std::vector<PageEntry> fields() {
  std::vector<PageEntry> entries;
  entries.reserve(kFields.size());
  for (const FieldRow& row : kFields) entries.push_back({std::string(row.example), std::string(row.help)});
  return entries;
}

PageSection queries_section() {
  std::vector<PageEntry> entries{{"\"a phrase\"", "the words side by side, in this order"},
                                 {"+must -not", "every hit has the one, no hit has the other"},
                                 {"AND OR NOT ( )", "operators, in capitals"},
                                 {"=đảng", "this reading only"},
                                 {"chinh*", "words that begin so"},
                                 {"ngân NEAR/5 sách", "at most 5 words between, in either order"},
                                 {"dang^2", "counts twice in ranking"}};
  for (PageEntry& field : fields()) entries.push_back(std::move(field));
  return {"QUERIES",
          "Any text is a query: what is no operator is searched as words. A word without marks stands for all its "
          "readings, "
          "one with marks ranks its own reading first. timbao-query-language(7) has all of it.",
          std::move(entries)};
}

PageSection environment_section() {
  return {"ENVIRONMENT",
          "",
          {{"TIMBAO_INDEX", "the folder of the index, where --index does not say it"},
           {"XDG_DATA_HOME", "the user's data folder; else ~/.local/share"},
           {"XDG_STATE_HOME", "where the prompt keeps its history; else ~/.local/state"},
           {"PAGER", "shows articles at the prompt"},
           {"NO_COLOR, CLICOLOR, TERM", "whether highlights are bold"},
           {"COLUMNS", "the width of lines, where the terminal does not tell it"}}};
}

PageSection examples_section() {
  return {"EXAMPLES",
          "",
          {{"timbao-query xay dung dang", "finds any marks"},
           {"timbao-query 'source:\"báo tỉnh\" \"ngân sách\"'", "a phrase, in one newspaper"},
           {"timbao-query --sort newest --from 2018 'bầu cử'", "the newest first, from 2018 on"},
           {"timbao-query --format jsonl -n all 'quy hoạch'", "a hit a line, all of them"},
           {"timbao-query --timeline year -n 0 'bầu cử'", "how many articles a year"}}};
}

std::vector<PageSection> sections() {
  return {
      {"DESCRIPTION",
       "timbao-query searches an index of Vietnamese news articles that timbao-index has made. dang finds Đảng; "
       "đảng finds it too, and ranks it above đang and đăng. On a terminal without a query it opens a prompt. Options "
       "stand before or after the query; -- ends them.",
       {}},
      queries_section(),
      environment_section(),
      {"FILES", "", {{"~/.local/share/timbao/index", "the index, where nothing else is said"}}},
      examples_section()};
}

std::string fields_help() {
  std::size_t width = 0;
  for (const PageEntry& field : fields()) width = std::max(width, count_code_points(field.term));
  std::string text;
  for (const PageEntry& field : fields())
    text += "  " + field.term + std::string(width - count_code_points(field.term) + 2, ' ') + field.text + "\n";
  return text;
}

}  // namespace

ProgramDescription query_description() {
  return {"timbao-query",
          std::string(kVersion),
          "searches Vietnamese news, with and without marks",
          "[QUERY...]",
          {},
          option_rows_of(query_option_table()),
          statuses(),
          sections(),
          {"timbao-index(1)", "timbao-query-language(7)"}};
}

std::string query_help() {
  const ProgramDescription query = query_description();
  return query.name + " [OPTIONS] " + query.arguments + ": " + query.summary + "\n\nOptions:\n" +
         describe_options(query.options) +
         "\nA query is words; \"a phrase\"; +must -not; AND OR NOT with ( ); =đảng (this reading only); chinh* (words "
         "that\n"
         "begin so); ngân NEAR/5 sách (at most 5 words between); dang^2 (counts twice); and fields:\n" +
         fields_help() + "Any text is a query: what is no operator is searched as words.\n\n" +
         describe_statuses(query.statuses);
}

}  // namespace timbao
