// SPDX-License-Identifier: GPL-2.0-or-later
// The headline of a page.
#include <algorithm>
#include <array>

#include "common/base/ascii.h"
#include "indexer/input/pages/page_names.h"
#include "indexer/input/pages/page_reading.h"
#include "indexer/input/pages/server_code.h"
#include "indexer/input/text/plain_text.h"

namespace timbao {
namespace {

constexpr std::size_t kMostTitleBytes = 500;
constexpr int kLeastScore = 8;
constexpr int kMostDistance = 24;
constexpr int kClaimedPoints = 40, kPartPoints = 8;

/// What an element has to do with headlines, by its names. Points are added.
struct NamePoints {
  std::string_view name;
  int points;
};
constexpr std::array<NamePoints, 8> kTagPoints{
    {{"h1", 20}, {"h2", 11}, {"h3", 7}, {"h4", 4}, {"~large", 9}, {"!headline", 12}, {"!name", 4}, {"~center", 2}}};
/// Old pages of ASP.NET name their labels "lblTitle", those of other papers "pTitle".
constexpr std::array<std::string_view, 13> kTitleWords{
    "title",    "headline",    "tieude",    "heading",      "tit",          "tieude-tin", "ptitle",
    "lbltitle", "lblheadline", "newstitle", "contenttitle", "articletitle", "detailtitle"};

bool has_title_word(std::string_view names) {
  return std::any_of(kTitleWords.begin(), kTitleWords.end(), [names](std::string_view word) {
    const std::size_t at = names.find(word);
    return at != std::string_view::npos && (at == 0 || !is_ascii_letter(names[at - 1])) &&
           !has_name(names, "sub-title");
  });
}

int points_of_names(std::string_view names) {
  int points = has_title_word(names) ? 8 : 0;
  for (const NamePoints& row : kTagPoints)
    if (has_name(names, row.name)) points += row.points;
  return points;
}

/// The titles that the head of the page claims.
std::vector<std::string> claimed_titles(const PageReading& reading) {
  std::vector<std::string> titles = reading.claims.titles;
  for (std::string& title : titles) title = without_site(title, reading.source.empty() ? "-" : reading.source);
  const std::string_view own = trim(reading.page.title);
  const bool is_file = ends_with(own, ".html") || ends_with(own, ".htm") || own == "Document" || own == "Untitled";
  if (!own.empty() && !is_file && !is_template_place(own)) {
    std::string line(own);
    std::replace(line.begin(), line.end(), '\n', ' ');
    titles.push_back(without_site(line, reading.source));
  }
  return titles;
}

struct Candidate {
  std::string text;
  std::size_t begin = 0, end = 0;
  int score = 0;
};

int points_of_place(const PageReading& reading, const Candidate& candidate) {
  const std::size_t body = reading.main.first_sentence;
  if (candidate.begin > body) return -30;
  if (reading.main.container != nullptr && candidate.begin >= reading.main.begin) return -15;
  const std::size_t distance = candidate.end < body ? body - candidate.end : 0;
  return -static_cast<int>(std::min<std::size_t>(2 * distance, kMostDistance));
}

int points_of_words(std::string_view text) {
  const std::size_t words = words_of(text).size();
  if (words < 2) return -20;
  if (words < 4) return -4;
  return words > 40 ? -30 : 0;
}

int points_of_blocks(const PageReading& reading, const Candidate& candidate) {
  std::size_t links = 0, bytes = 0;
  for (std::size_t at = candidate.begin; at < candidate.end; ++at) {
    links += reading.page.blocks[at].link_bytes;
    bytes += reading.page.text_of(reading.page.blocks[at]).size();
    if (reading.facts[at].hint == ElementHint::boundary) return -25;
  }
  return links * 2 > bytes ? -12 : 0;
}

/// Whether a text is one of the parts of a page's title, between dashes: "Lang hop - An Vu".
bool is_part_of_title(std::string_view title, std::string_view text) {
  const std::string letters = letters_of(text);
  while (!title.empty()) {
    const std::size_t end = std::min(title.find(" - "), title.size());
    if (!letters.empty() && letters_of(title.substr(0, end)) == letters) return true;
    title.remove_prefix(std::min(end + 3, title.size()));
  }
  return false;
}

/// Whether a text may be the name of a writer, and its element is none that headlines usually have.
bool is_only_a_name(std::string_view names, std::string_view text) {
  constexpr std::size_t kMostNameWords = 6;
  if (has_name(names, "h1") || has_name(names, "h2")) return false;
  return words_of(text).size() <= kMostNameWords && !byline_names(text).empty();
}

/// Whether an element that is no h1 stands in the header of the page: names of sites and of special sections do.
bool is_in_page_header(const Page& page, const PageElement& element) {
  if (has_name(page.names_of(element), "h1")) return false;
  const PageElement* around = &element;
  while (around != &page.elements.front()) {
    around = &page.elements[around->parent];
    if (has_name(page.names_of(*around), "header")) return true;
  }
  return false;
}

Candidate judge(const PageReading& reading, const PageElement& element, const std::vector<std::string>& claimed) {
  Candidate candidate{reading.page.line_of(element), block_from(reading.page, element.text_begin),
                      block_from(reading.page, element.text_end), 0};
  if (candidate.text.empty() || candidate.text.size() > kMostTitleBytes || candidate.begin >= candidate.end)
    return candidate;
  candidate.score = points_of_names(reading.page.names_of(element)) + points_of_place(reading, candidate) +
                    points_of_words(candidate.text) + points_of_blocks(reading, candidate);
  if (candidate.score <= -kClaimedPoints) return candidate;
  const bool is_claimed = std::any_of(claimed.begin(), claimed.end(),
                                      [&](const std::string& title) { return are_one_title(title, candidate.text); });
  if (is_claimed)
    candidate.score += kClaimedPoints;
  else if (is_part_of_title(reading.page.title, candidate.text))
    candidate.score += kPartPoints;
  if (is_site_name(candidate.text, reading.source)) candidate.score -= 50;
  if (is_only_a_name(reading.page.names_of(element), candidate.text)) candidate.score -= 8;
  if (is_in_page_header(reading.page, element)) candidate.score -= 5;
  return candidate;
}

/// The elements that may be a headline, in their order.
std::vector<std::uint32_t> candidates_of(const Page& page) {
  std::vector<std::uint32_t> places;
  const auto add = [&](std::string_view name) {
    const std::vector<std::uint32_t> with = page.index.elements_with(name);
    places.insert(places.end(), with.begin(), with.end());
  };
  for (const NamePoints& row : kTagPoints)
    if (row.name != "~center") add(row.name);
  for (const std::string_view word : kTitleWords) add(word);
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  return places;
}

}  // namespace

FoundText find_title(const PageReading& reading) {
  const std::vector<std::string> claimed = claimed_titles(reading);
  Candidate best;
  best.score = 0;
  for (const std::uint32_t place : candidates_of(reading.page)) {
    Candidate candidate = judge(reading, reading.page.elements[place], claimed);
    if (candidate.score > best.score) best = std::move(candidate);
  }
  if (best.score >= (reading.claims.titles.empty() ? 1 : kLeastScore)) return {best.text, best.begin, best.end};
  return claimed.empty() ? FoundText() : FoundText{claimed.front(), 0, 0};
}

}  // namespace timbao
