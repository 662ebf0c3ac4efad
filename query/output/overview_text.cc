// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/output/overview_text.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string_view>
#include <utility>

#include "common/text/columns.h"
#include "query/output/render.h"
#include "query/output/score.h"
#include "query/output/table.h"
#include "query/output/timeline_text.h"

namespace timbao {
namespace {

using Lines = std::vector<std::string>;

constexpr std::size_t kMostName = 60;      // code points of a facet's value
constexpr std::size_t kMostReadings = 12;  // of one word
constexpr std::size_t kMostNeighbourRows = 30;
constexpr std::string_view kIndent = "  ";

void add_lines(Lines more, Lines& lines) { std::move(more.begin(), more.end(), std::back_inserter(lines)); }

// ---- facets

/// "… and 3 more; 1 article has none".
std::string rest_of(const Facet& facet) {
  std::string text;
  if (facet.others > 0) text = "… and " + std::to_string(facet.others) + " more";
  if (facet.without == 0) return text;
  if (!text.empty()) text += "; ";
  return text + counted_articles_text(facet.without) + (facet.without == 1 ? " has none" : " have none");
}

void add_facet(const Facet& facet, const Answer& answer, const TextLook& look, Lines& lines) {
  lines.push_back("");
  lines.push_back("by " + std::string(row_of_value(kFacetFields, facet.field).name) + ", of " +
                  counted_articles_text(answer.total.count) + ":");
  std::size_t names = 0, counts = 0;
  for (const FacetValue& value : facet.values) {
    names = std::max(names, columns_of(shortened(value.value, kMostName)));
    counts = std::max(counts, std::to_string(value.count).size());
  }
  for (const FacetValue& value : facet.values) {
    const std::string name = shortened(value.value, kMostName);
    lines.push_back(std::string(kIndent) + render(name, look.highlight) + spaces(names - columns_of(name) + 2) +
                    right_aligned(std::to_string(value.count), counts));
  }
  if (const std::string rest = rest_of(facet); !rest.empty()) lines.push_back(std::string(kIndent) + rest);
}

// ---- readings

/// "dang: đảng 12 of 340 · đang 4 of 210".
std::string readings_line(const WordReadings& word, const TextLook& look) {
  std::string line = std::string(kIndent) + (word.field ? std::string(row_of(*word.field).name) + ":" : "");
  line += render(word.word, look.highlight) + ": ";
  if (word.readings.empty()) return line + "in no article";
  const std::size_t shown = std::min(word.readings.size(), kMostReadings);
  for (std::size_t i = 0; i < shown; ++i) {
    const ReadingShare& reading = word.readings[i];
    line += (i == 0 ? "" : " · ") + render(reading.reading, look.highlight) + " " + std::to_string(reading.hits) +
            " of " + std::to_string(reading.articles);
  }
  return shown < word.readings.size() ? line + " · … and " + std::to_string(word.readings.size() - shown) + " more"
                                      : line;
}

void add_readings(const Answer& answer, const TextLook& look, Lines& lines) {
  lines.push_back("");
  lines.push_back("readings in " + counted_articles_text(answer.total.count) + ", of all articles that have them:");
  for (const WordReadings& word : answer.overview.readings) lines.push_back(readings_line(word, look));
}

// ---- neighbours

std::string hundredths(double value) { return format_score(std::round(value * 100) / 100); }

void add_neighbours(const Neighbours& neighbours, const TextLook& look, Lines& lines) {
  lines.push_back("");
  lines.push_back("words within " + std::to_string(neighbours.within) + " of " + std::to_string(neighbours.mentions) +
                  (neighbours.mentions == 1 ? " mention:" : " mentions:"));
  if (neighbours.words.empty()) {
    lines.push_back(std::string(kIndent) + "none stands there more often than elsewhere");
    return;
  }
  std::vector<std::vector<std::string>> rows{{"", "left", "right", "observed", "expected", "log-likelihood"}};
  const std::size_t shown = std::min(neighbours.words.size(), kMostNeighbourRows);
  rows.reserve(shown + 1);
  for (std::size_t i = 0; i < shown; ++i) {
    const Neighbour& word = neighbours.words[i];
    rows.push_back({render(shortened(word.word, kMostName), look.highlight), std::to_string(word.left),
                    std::to_string(word.right), std::to_string(word.observed()), hundredths(word.expected),
                    hundredths(word.log_likelihood)});
  }
  for (const std::string& line : table_lines(rows)) lines.push_back(std::string(kIndent) + line);
  if (shown < neighbours.words.size())
    lines.push_back(std::string(kIndent) + "… and " + std::to_string(neighbours.words.size() - shown) + " more");
}

}  // namespace

std::vector<std::string> overview_as_lines(const Answer& answer, const TextLook& look) {
  Lines lines;
  for (const Facet& facet : answer.overview.facets) add_facet(facet, answer, look, lines);
  if (answer.overview.timeline) add_lines(timeline_as_lines(*answer.overview.timeline, answer, look), lines);
  if (!answer.overview.readings.empty()) add_readings(answer, look, lines);
  if (answer.overview.neighbours) add_neighbours(*answer.overview.neighbours, look, lines);
  return lines;
}

}  // namespace timbao
