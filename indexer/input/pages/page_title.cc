// SPDX-License-Identifier: GPL-2.0-or-later
// The headline of a page.
#include <algorithm>
#include <array>
#include <utility>

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
constexpr int kClaimedPoints = 40, kPartPoints = 8, kRowPoints = 12, kBoldPoints = 6;
constexpr std::size_t kMostLinesBelow = 6;  // between a headline that only the page's own title claims and the article
constexpr std::size_t kLeastPartLetters = 12;  // of a part of the page's title that tells a headline from a section
constexpr std::size_t kMostLinesAbove = 12;    // of the article

/// What an element has to do with headlines, by its names. Points are added.
struct NamePoints {
  std::string_view name;
  int points;
};
constexpr std::array<NamePoints, 8> kTagPoints{
    {{"h1", 20}, {"h2", 11}, {"h3", 7}, {"h4", 4}, {"~large", 9}, {"!headline", 12}, {"!name", 4}, {"~center", 2}}};
/// Old pages of ASP.NET name their labels "lblTitle", those of other papers "pTitle".
constexpr std::array<std::string_view, 14> kTitleWords{
    "title",  "headline", "tieude",      "heading",   "tit",          "tieude-tin",   "tieu",
    "ptitle", "lbltitle", "lblheadline", "newstitle", "contenttitle", "articletitle", "detailtitle"};

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

/// The titles that the head of a page claims, and the parts of its own title, as letters.
struct ClaimedTitles {
  std::vector<std::string> texts, letters, parts;
  std::size_t longest_part = 0;
};

ClaimedTitles claimed_titles(const PageReading& reading) {
  ClaimedTitles claimed;
  claimed.texts = reading.claims.titles;
  for (std::string& title : claimed.texts) title = without_site(title, reading.source.empty() ? "-" : reading.source);
  std::string own(trim(reading.page.title));
  const bool is_file = ends_with(own, ".html") || ends_with(own, ".htm") || own == "Document" || own == "Untitled";
  if (!own.empty() && !is_file && !is_template_place(own)) {
    std::replace(own.begin(), own.end(), '\n', ' ');
    claimed.texts.push_back(without_site(own, reading.source));
  }
  for (const std::string& title : claimed.texts) claimed.letters.push_back(letters_of(title));
  for (const std::string_view part : parts_of_title(reading.page.title)) {
    claimed.parts.push_back(letters_of(part));
    claimed.longest_part = std::max(claimed.longest_part, claimed.parts.back().size());
  }
  return claimed;
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
    if (reading.page.blocks[at].leads_home) return -25;
  }
  return links * 2 > bytes ? -12 : 0;
}

/// What a candidate has to do with the titles that the head of the page claims: it is one of them, or a part of the
/// page's own title, as in "Lang hop - An Vu". Where only that title claims something, it may be that of the site, which
/// stands far above the article.
int points_of_claims(const PageReading& reading, const ClaimedTitles& claimed, const Candidate& candidate) {
  const std::string letters = letters_of(candidate.text);
  const bool may_be_site =
      reading.claims.titles.empty() && candidate.end + kMostLinesBelow < reading.main.first_sentence;
  const auto is_text = [&letters](std::string_view title) { return are_letters_of_one_title(title, letters); };
  if (std::any_of(claimed.letters.begin(), claimed.letters.end(), is_text))
    return may_be_site ? kPartPoints : kClaimedPoints;
  if (letters.empty() || std::find(claimed.parts.begin(), claimed.parts.end(), letters) == claimed.parts.end())
    return 0;
  const bool is_telling = letters.size() >= std::max(kLeastPartLetters, claimed.longest_part) && !may_be_site;
  return is_telling && byline_names(candidate.text).empty() ? kClaimedPoints : kPartPoints;
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

Candidate judge(const PageReading& reading, const PageElement& element, const ClaimedTitles& claimed) {
  Candidate candidate{reading.page.line_of(element), block_from(reading.page, element.text_begin),
                      block_from(reading.page, element.text_end), 0};
  if (candidate.text.empty() || candidate.text.size() > kMostTitleBytes || candidate.begin >= candidate.end)
    return candidate;
  candidate.score = points_of_names(reading.page.names_of(element)) + points_of_place(reading, candidate) +
                    points_of_words(candidate.text) + points_of_blocks(reading, candidate);
  if (candidate.score <= -kClaimedPoints) return candidate;
  candidate.score += points_of_claims(reading, claimed, candidate);
  if (is_site_name(candidate.text, reading.source)) candidate.score -= 50;
  if (is_only_a_name(reading.page.names_of(element), candidate.text)) candidate.score -= 8;
  if (is_in_page_header(reading.page, element)) candidate.score -= 5;
  return candidate;
}

/// A line above the article that no element marks as its headline: in bold letters, or one that the head claims. A date
/// may stand behind it.
Candidate judge_line(const PageReading& reading, std::size_t block, const ClaimedTitles& claimed) {
  const PageBlock& line = reading.page.blocks[block];
  Candidate candidate{std::string(without_date(reading.page.text_of(line))), block, block + 1, 0};
  const std::string& text = candidate.text;
  const bool is_heading = reading.page.elements[line.element].kind == TagKind::heading;
  if (is_heading || text.empty() || text.size() > kMostTitleBytes || !date_inside(text).empty()) return candidate;
  const int claims = points_of_claims(reading, claimed, candidate);
  if (line.emphasis_bytes * 5 < text.size() * 4 && claims < kClaimedPoints) return candidate;
  candidate.score = kBoldPoints + points_of_place(reading, candidate) + points_of_words(text) +
                    points_of_blocks(reading, candidate) + claims;
  const bool is_aside = ends_with(text, ".") || starts_with(text, "(");
  if (is_aside || is_only_a_name("", text) || is_site_name(text, reading.source)) candidate.score -= kBoldPoints;
  return candidate;
}

/// An element that may be a headline, and the points that it has because its paper's headlines are such elements.
struct Place {
  std::uint32_t element;
  int points;
};

/// The elements that may be a headline, in their order, each once.
std::vector<Place> places_of(const PageReading& reading) {
  std::vector<Place> places;
  for (const PaperRow* const row : rows_of(reading))
    for (const PageElement* const element : select_all(reading.page, row->headline))
      places.push_back({static_cast<std::uint32_t>(element - reading.page.elements.data()), kRowPoints});
  const auto add = [&](std::string_view name) {
    for (const std::uint32_t element : reading.page.index.elements_with(name)) places.push_back({element, 0});
  };
  for (const NamePoints& row : kTagPoints)
    if (row.name != "~center") add(row.name);
  for (const std::string_view word : kTitleWords) add(word);
  std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) {
    return std::make_pair(a.element, -a.points) < std::make_pair(b.element, -b.points);
  });
  const auto are_one = [](const Place& a, const Place& b) { return a.element == b.element; };
  places.erase(std::unique(places.begin(), places.end(), are_one), places.end());
  return places;
}

}  // namespace

FoundText find_title(const PageReading& reading) {
  const ClaimedTitles claimed = claimed_titles(reading);
  Candidate best;
  best.score = 0;
  for (const Place& place : places_of(reading)) {
    Candidate candidate = judge(reading, reading.page.elements[place.element], claimed);
    candidate.score += place.points;
    if (candidate.score > best.score) best = std::move(candidate);
  }
  const std::size_t body = std::min(reading.main.first_sentence, reading.page.blocks.size());
  for (std::size_t block = body - std::min(body, kMostLinesAbove); block < body; ++block) {
    Candidate candidate = judge_line(reading, block, claimed);
    if (candidate.score > best.score) best = std::move(candidate);
  }
  if (best.score >= (reading.claims.titles.empty() ? 1 : kLeastScore)) return {best.text, best.begin, best.end};
  return claimed.texts.empty() ? FoundText() : FoundText{claimed.texts.front(), 0, 0};
}

}  // namespace timbao
