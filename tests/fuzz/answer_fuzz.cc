// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/base/ascii.h"
#include "common/base/escape.h"
#include "common/base/json.h"
#include "common/text/columns.h"
#include "query/output/article.h"
#include "query/output/citation.h"
#include "query/output/csv.h"
#include "query/output/json.h"
#include "query/output/mentions_json.h"
#include "query/output/mentions_lines.h"
#include "query/output/mentions_text.h"
#include "query/output/text.h"
#include "query/output/tsv.h"
#include "tests/fuzz/require.h"

namespace {

using namespace timbao;
using fuzz::require;

/// Lines of text for people hold no control and are no wider than the terminal.
void check_lines(std::string_view text, std::size_t columns) {
  while (!text.empty()) {
    const std::string_view line = fuzz::take_until(text, '\n');
    require(find_control(line) == line.size());
    require(columns == 0 || columns_of(line) <= std::max<std::size_t>(columns, 20));
  }
}

/// What is one line for programs: no control but tabs between columns, and it says what the hit is.
void check_machine_formats(const Hit& hit) {
  const std::string id = hit_as_id(hit), row = hit_as_tsv(hit);
  require(id.back() == '\n' && unescape_line(id.substr(0, id.size() - 1)) == hit.id);
  require(std::count(row.begin(), row.end(), '\t') == 5);
  for (std::string_view rest = std::string_view(row).substr(0, row.size() - 1); !rest.empty();) {
    const std::string_view column = fuzz::take_until(rest, '\t');
    require(find_control(column) == column.size());
  }
  const std::string csv = hit_as_csv(hit), bibtex = hit_as_bibtex(hit);
  require(find_control(csv) == csv.size() - 1);
  require(std::count(bibtex.begin(), bibtex.end(), '{') == std::count(bibtex.begin(), bibtex.end(), '}'));
  require(ends_with(hit_as_ris(hit), "\nER  - \n\n"));
  const std::string json = to_line(hit_json(hit));
  require(find_control(json) == json.size() && Json::accept(json));
}

/// Facets, a timeline and readings that hold the texts of a hit.
Overview overview_of(const Hit& hit) {
  Overview overview;
  overview.facets = {{FacetField::author, {{hit.author, 7}, {hit.source, 1}}, hit.id.size(), hit.url.size()}};
  overview.timeline = Timeline{TimelineUnit::day, {{"2018-01-31", 1, 2}, {"2018-02-01", 0, hit.id.size()}}, 0, 1};
  if (!hit.url.empty()) overview.timeline->compared = {{hit.title.text, hit.url, overview.timeline->buckets, 1}};
  overview.neighbours = Neighbours{5, hit.id.size(), {{hit.title.text, 3, 14, 2.13, 48.2}, {hit.source, 0, 1, 0, 3}}};
  overview.readings = {{hit.section, std::nullopt, {{hit.title.text, 1, 2}, {hit.path, 0, 3}}}};
  return overview;
}

Article article_of(const Hit& hit) {
  Article article;
  article.id = hit.id;
  article.title = hit.title.text;
  article.body = hit.snippet.text;
  article.authors = {hit.author, hit.source};
  article.captions = {hit.section};
  article.others = {{hit.url, hit.path}};
  return article;
}

Mention mention_of(const Hit& hit) {
  Mention mention;
  mention.id = hit.id;
  mention.title = hit.title.text;
  mention.source = hit.source;
  mention.left = hit.snippet.text;
  mention.match = hit.url;
  mention.right = hit.path;
  mention.reading = hit.author;
  return mention;
}

/// A mention is one line in each format, whatever its texts are.
void check_mention(const Mention& mention, std::size_t columns) {
  check_lines(mention_as_text(mention, {Highlight::none, columns}), 0);
  const std::string row = mention_as_tsv(mention), csv = mention_as_csv(mention);
  require(std::count(row.begin(), row.end(), '\n') == 1 && row.back() == '\n');
  require(find_control(csv) == csv.size() - 1);
  const std::string json = to_line(mention_json(mention));
  require(find_control(json) == json.size() && Json::accept(json));
}

}  // namespace

// A byte (the terminal's columns) and the texts of a hit, a line each: in every format they stay what they are.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view rest = fuzz::text_of(data, size);
  const std::size_t columns = fuzz::take_byte(rest);
  Hit hit;
  hit.rank = 1;
  for (std::string* text : {&hit.id, &hit.source, &hit.section, &hit.author, &hit.url, &hit.path, &hit.title.text})
    *text = fuzz::take_until(rest, '\n');
  hit.snippet.text = rest;
  const std::size_t chars = count_code_points(rest);
  hit.snippet.highlights = {{chars / 4, chars / 3}, {chars / 2, chars}};
  Answer answer;
  answer.hits.push_back(hit);
  answer.total.count = 1;
  answer.overview = overview_of(hit);
  check_lines(answer_as_text({}, answer, {Highlight::none, columns}), columns);
  require(Json::accept(answer_as_json(JsonToken(), {}, answer, [] { return 0.0; })));
  check_lines(article_as_text(article_of(hit), {columns, hit.source}), columns);
  check_machine_formats(hit);
  check_mention(mention_of(hit), columns);
  return 0;
}
