// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/front/query_options.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "common/base/error.h"
#include "common/index/schema.h"
#include "query/front/query_description.h"

namespace timbao {
namespace {

constexpr Day kToday{2018, 2, 1};
using Words = std::vector<std::string>;

QueryOptions parse(const Words& arguments) { return parse_query_options(arguments, kToday); }

Words names_of(const IndexChoice& indexes) {
  Words names;
  for (const IndexPlace& place : indexes.places) names.push_back(place.name);
  return names;
}

/// The line that a user would see, without the hint.
std::string refusal(const Words& arguments) {
  try {
    parse(arguments);
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::usage);
    return error.message();
  }
  return "accepted";
}

TEST(QueryOptions, HaveTheirDefaults) {
  const QueryOptions options = parse({"--index=x", "đảng"});
  EXPECT_EQ(options.task, QueryTask::search);
  EXPECT_EQ(names_of(options.indexes), Words{"x"});
  EXPECT_EQ(options.request.query.text(), "đảng");
  EXPECT_EQ(options.request.limit, std::size_t{10});
  EXPECT_EQ(options.request.offset, 0U);
  EXPECT_EQ(options.request.sort, SortOrder::relevance);
  EXPECT_EQ(options.request.match, MatchMode::ranked);
  EXPECT_EQ(options.request.marks, MarksMode::prefer);
  EXPECT_FALSE(options.request.days.has_value());
  EXPECT_EQ(options.request.snippet_chars, 200U);
  EXPECT_EQ(options.request.collapse, Collapse::no);
  EXPECT_EQ(options.request.explain, Explain::no);
  EXPECT_EQ(options.request.today, kToday);
  EXPECT_EQ(options.format, OutputFormat::text);
  EXPECT_EQ(options.highlight, HighlightChoice::automatic);
}

TEST(QueryOptions, TakeEachOptionsValues) {
  EXPECT_EQ(parse({"-n", "5", "x"}).request.limit, std::size_t{5});
  EXPECT_EQ(parse({"--limit=0", "x"}).request.limit, std::size_t{0});
  EXPECT_EQ(parse({"-n", "all", "--format=ids", "x"}).request.limit, std::nullopt);
  EXPECT_EQ(parse({"--offset", "30", "x"}).request.offset, 30U);
  EXPECT_EQ(parse({"--sort=relevance", "x"}).request.sort, SortOrder::relevance);
  EXPECT_EQ(parse({"--sort=newest", "x"}).request.sort, SortOrder::newest);
  EXPECT_EQ(parse({"--sort=oldest", "x"}).request.sort, SortOrder::oldest);
  EXPECT_EQ(parse({"--sort=title", "x"}).request.sort, SortOrder::title);
  EXPECT_EQ(parse({"--match=any", "x"}).request.match, MatchMode::any);
  EXPECT_EQ(parse({"--match=all", "x"}).request.match, MatchMode::all);
  EXPECT_EQ(parse({"--marks=fold", "x"}).request.marks, MarksMode::fold);
  EXPECT_EQ(parse({"--marks=prefer", "x"}).request.marks, MarksMode::prefer);
  EXPECT_EQ(parse({"--marks=strict", "x"}).request.marks, MarksMode::strict);
  EXPECT_EQ(parse({"--snippet", "0", "x"}).request.snippet_chars, 0U);
  EXPECT_EQ(parse({"--explain", "x"}).request.explain, Explain::yes);
  EXPECT_EQ(parse({"--collapse", "x"}).request.collapse, Collapse::yes);
  EXPECT_EQ(parse({"--format=text", "x"}).format, OutputFormat::text);
  EXPECT_EQ(parse({"--format=json", "x"}).format, OutputFormat::json);
  EXPECT_EQ(parse({"--format=jsonl", "x"}).format, OutputFormat::jsonl);
  EXPECT_EQ(parse({"--format=tsv", "x"}).format, OutputFormat::tsv);
  EXPECT_EQ(parse({"--format=ids", "x"}).format, OutputFormat::ids);
  EXPECT_EQ(parse({"--highlight=auto", "x"}).highlight, HighlightChoice::automatic);
  EXPECT_EQ(parse({"--highlight=ansi", "x"}).highlight, HighlightChoice::ansi);
  EXPECT_EQ(parse({"--highlight=html", "x"}).highlight, HighlightChoice::html);
  EXPECT_EQ(parse({"--highlight=none", "x"}).highlight, HighlightChoice::none);
  EXPECT_EQ(names_of(parse({"--index", "a", "--index=b", "x"}).indexes), (Words{"a", "b"}));
}

TEST(QueryOptions, TakeDaysWithBothEnds) {
  const QueryOptions both = parse({"--from=2017", "--to=01/2018", "x"});
  EXPECT_EQ(both.request.days->first, (Day{2017, 1, 1}));
  EXPECT_EQ(both.request.days->last, (Day{2018, 1, 31}));
  const QueryOptions from = parse({"--from=31/01/2018", "x"});
  EXPECT_EQ(from.request.days->first, (Day{2018, 1, 31}));
  EXPECT_EQ(from.request.days->last, (Day{9999, 12, 31}));
  EXPECT_EQ(parse({"--from=7d", "x"}).request.days->first, (Day{2018, 1, 26}));
  EXPECT_EQ(parse({"--to=2018-01-31", "x"}).request.days->last, (Day{2018, 1, 31}));
}

TEST(QueryOptions, JoinWordsToOneQuery) {
  EXPECT_EQ(parse({"xây dựng", "Đảng"}).request.query.text(), "xây dựng Đảng");
  EXPECT_EQ(parse({"x", "--", "-họp", "--limit"}).request.query.text(), "x -họp --limit");
  EXPECT_EQ(parse({""}).request.query.text(), "") << "a query without words is one";
  EXPECT_EQ(parse({"ch\xFFo"}).request.query.text(), "ch\uFFFDo");
}

TEST(QueryOptions, ChooseTheTask) {
  EXPECT_EQ(parse({"--help", "--limit=x"}).task, QueryTask::help);
  EXPECT_EQ(parse({"--version"}).task, QueryTask::version);
  EXPECT_EQ(parse({"--help", "--generate=man", "--limit=x"}).generated, Generated::man);
  const QueryOptions show = parse({"--show", "a", "-", "b"});
  EXPECT_EQ(show.task, QueryTask::show);
  EXPECT_EQ(show.ids, (Words{"a", "-", "b"}));
  const QueryOptions batch = parse({"--batch", "-n", "3"});
  EXPECT_EQ(batch.task, QueryTask::batch);
  EXPECT_EQ(batch.format, OutputFormat::json);
  EXPECT_EQ(parse({"--batch", "--format=json"}).format, OutputFormat::json);
}

TEST(QueryOptions, TakeTheQueryThatIsBeingTyped) {
  const QueryOptions typed = parse({"--generate", "words", "--index", "a", "--limit=x", "--", "xây", "d"});
  EXPECT_EQ(typed.task, QueryTask::generate);
  EXPECT_EQ(typed.generated, std::nullopt);
  EXPECT_EQ(typed.typed_words, (Words{"xây", "d"}));
  EXPECT_EQ(names_of(typed.indexes), Words{"a"});
  for (const char* task : {"--show", "--batch", "--serve", "--repl", "--help"})
    EXPECT_EQ(parse({task, "--generate", "words", "d"}).typed_words, Words{}) << task;
}

TEST(QueryOptions, FindTheIndexWithoutBeingTold) {
  setenv("TIMBAO_INDEX", "/tmp/somewhere", 1);
  EXPECT_EQ(names_of(parse({"x"}).indexes), Words{"/tmp/somewhere"});
  unsetenv("TIMBAO_INDEX");
}

struct Refused {
  Words arguments;
  std::string message;
};

TEST(QueryOptions, RefuseValuesThatMakeNoSense) {
  const std::vector<Refused> cases{
      {{"--limit=-3", "x"}, "--limit takes a whole number or 'all', not '-3'"},
      {{"-n", "10x", "x"}, "--limit takes a whole number or 'all', not '10x'"},
      {{"--limit=", "x"}, "--limit needs a value (N)"},
      {{"--limit=99999999999999999999", "x"}, "--limit takes a whole number or 'all', not '99999999999999999999'"},
      {{"--offset=1.5", "x"}, "--offset takes a whole number from 0 to 1000000000, not '1.5'"},
      {{"--format=xml", "x"}, "--format takes text, json, jsonl, tsv, ids, csv, bibtex or ris, not 'xml'"},
      {{"--sort=date", "x"}, "--sort takes relevance, newest, oldest or title, not 'date'"},
      {{"--match=some", "x"}, "--match takes any or all, not 'some'"},
      {{"--marks=loose", "x"}, "--marks takes fold, prefer or strict, not 'loose'"},
      {{"--highlight=red", "x"}, "--highlight takes auto, ansi, html or none, not 'red'"},
      {{"--snippet=-1", "x"}, "--snippet takes a whole number from 0 to 100000, not '-1'"},
      {{"--from=31/02/2018", "x"}, "--from takes a day, month or year, not '31/02/2018'"},
      {{"--to=2017..2018", "x"}, "--to takes a day, month or year, not '2017..2018'"},
      {{"--from=2018", "--to=2017", "x"}, "--from 2018-01-01 is after --to 2017-12-31"},
      {{"--explain=yes", "x"}, "--explain takes no value"},
      {{"--collapse=yes", "x"}, "--collapse takes no value"},
      {{"--collapse", "--show", "x"}, "--collapse is no option of --show"},
      {{"--index", "", "x"}, "--index needs a folder, not ''"},
      {{"--lim=3", "x"}, "unknown option '--lim'"},
      {{"--frobnicate", "x"}, "unknown option '--frobnicate'"},
      {{"--limit"}, "--limit needs a value (N)"},
  };
  for (const Refused& c : cases) EXPECT_EQ(refusal(c.arguments), c.message);
}

TEST(QueryOptions, RefuseWhatDoesNotGoTogether) {
  const std::vector<Refused> cases{
      {{}, "no query"},
      {{"--limit=3"}, "no query"},
      {{"-n", "all", "x"}, "--limit all writes each hit as it comes"},
      {{"-n", "all", "--format=json", "x"}, "--limit all writes each hit as it comes"},
      {{"--explain", "--format=tsv", "x"}, "--explain has no place in this format"},
      {{"--explain", "--format=ids", "x"}, "--explain has no place in this format"},
      {{"--show"}, "--show needs an id"},
      {{"--show", "--batch"}, "--show and --batch exclude each other"},
      {{"--show", "--sort=title", "a"}, "--sort is no option of --show"},
      {{"--show", "--format=tsv", "a"}, "--show takes --format text or json, not 'tsv'"},
      {{"--batch", "x"}, "--batch reads queries from standard input; 'x' is too much"},
      {{"--batch", "--format=tsv"}, "--batch writes JSON objects: it takes no --format but json"},
      {{"--batch", "-n", "all"}, "--limit all writes each hit as it comes"},
  };
  for (const Refused& c : cases) EXPECT_EQ(refusal(c.arguments), c.message);
}

TEST(QueryOptions, RefuseToBeRepeated) {
  for (const std::string option :
       {"limit=1", "offset=1", "format=text", "sort=title", "from=2018", "to=2018", "match=any", "marks=fold", "show",
        "batch", "collapse", "explain", "highlight=none", "snippet=1"}) {
    const std::string name = option.substr(0, option.find('='));
    EXPECT_EQ(refusal({"--" + option, "--" + option, "x"}), "--" + name + " is given twice");
  }
}

TEST(QueryHelp, NamesEveryOptionAndField) {
  const std::string help = query_help();
  for (const std::string name : {"index", "limit", "offset", "format", "sort", "from", "to", "match", "marks", "show",
                                 "batch", "collapse", "explain", "highlight", "snippet", "help", "version"})
    EXPECT_NE(help.find("--" + name), std::string::npos) << name;
  for (const FieldRow& row : kFields) EXPECT_NE(help.find(std::string(row.example)), std::string::npos) << row.name;
  EXPECT_NE(help.find("Status:"), std::string::npos);
}

}  // namespace
}  // namespace timbao
