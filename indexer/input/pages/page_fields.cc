// SPDX-License-Identifier: GPL-2.0-or-later
// The lead, the date and the section of a page.
#include <algorithm>
#include <array>

#include "common/base/ascii.h"
#include "common/base/timestamp.h"
#include "common/text/fold.h"
#include "indexer/input/pages/page_names.h"
#include "indexer/input/pages/page_reading.h"
#include "indexer/input/text/plain_text.h"

namespace timbao {
namespace {

constexpr std::size_t kLeastLeadBytes = 40, kMostLeadBytes = 2000;
constexpr std::size_t kMostHeadBlocks = 40;  // between a headline and its article
constexpr std::size_t kMostFootBlocks = 15;  // behind an article
constexpr std::size_t kMostDateBytes = 160;
constexpr std::int64_t kVietNamSeconds = 7 * 3600;

constexpr std::array<std::string_view, 13> kLeadNames{"sapo",       "lead",       "chapeau", "chappeau", "teaser",
                                                      "excerpt",    "standfirst", "phead",   "lblsapo",  "lbllead",
                                                      "lblsummary", "tomtat",     "newslead"};
constexpr std::array<std::string_view, 16> kDateNames{
    "~time",   "!datepublished", "date",   "time", "datetime", "pdate",   "published", "publish",
    "pubdate", "ngay",           "posted", "meta", "ngaydang", "lbldate", "lbltime",   "ngaythang"};

/// Blocks [begin, end) in which the fields beside an article stand: from a little above its headline to its beginning.
struct Zone {
  std::size_t begin, end;
};

Zone head_zone(const PageReading& reading, const FoundText& title) {
  const std::size_t body = std::min(reading.main.begin + 3, reading.page.blocks.size());
  const std::size_t above =
      title.end == 0 ? body - std::min(body, kMostHeadBlocks) : title.begin - std::min<std::size_t>(title.begin, 6);
  return {std::max(above, body - std::min(body, kMostHeadBlocks)), body};
}

// ---- lead

FoundText as_found(const PageReading& reading, const PageElement& element) {
  return {reading.page.line_of(element), block_from(reading.page, element.text_begin),
          block_from(reading.page, element.text_end)};
}

/// Whether an element can hold the lead: it stands between headline and article, or begins the article.
bool may_be_lead(const PageReading& reading, const FoundText& title, const FoundText& found) {
  if (found.text.size() < kLeastLeadBytes || found.text.size() > kMostLeadBytes || found.begin >= found.end)
    return false;
  if (found.end > reading.main.begin + 4 && found.begin != reading.main.begin) return false;
  if (found.end - found.begin > 4) return false;
  if (title.end > 0 && found.begin < title.end) return false;
  return reading.facts[found.begin].kind != BlockKind::links &&
         reading.facts[found.begin].hint != ElementHint::boundary;
}

FoundText marked_lead(const PageReading& reading, const FoundText& title) {
  for (const PaperRow* const row : rows_of(reading))
    for (const PageElement* const element : select_all(reading.page, row->lead))
      if (FoundText found = as_found(reading, *element); may_be_lead(reading, title, found)) return found;
  for (const std::string_view name : kLeadNames)
    for (const std::uint32_t place : reading.page.index.elements_with(name))
      if (FoundText found = as_found(reading, reading.page.elements[place]); may_be_lead(reading, title, found))
        return found;
  return {};
}

/// The first paragraph of the article that is a sentence.
std::optional<std::size_t> first_sentence(const PageReading& reading, const FoundText& title) {
  const std::size_t from = std::max(reading.main.begin, title.end);
  for (std::size_t at = from; at < std::min(reading.main.end, from + 6); ++at)
    if (reading.facts[at].kind == BlockKind::sentence && reading.facts[at].hint < ElementHint::aside) return at;
  return std::nullopt;
}

std::string_view names_around(const PageReading& reading, std::size_t block) {
  return reading.page.names_of(reading.page.elements[reading.page.blocks[block].element]);
}

bool is_bold(const PageReading& reading, std::size_t block) {
  const PageBlock& facts = reading.page.blocks[block];
  return facts.emphasis_bytes * 5 >= reading.page.text_of(facts).size() * 4;
}

/// "(HNM) - Sáng nay …", "QUẢNG NINH- Sáng nay …": words in capitals before a dash.
bool has_dateline(std::string_view text) {
  const std::size_t dash = std::min(text.find('-'), text.find("–"));
  if (dash == std::string_view::npos || dash < 2 || dash > 40) return false;
  const std::string_view place = trim(text.substr(0, dash));
  return !place.empty() && (place.front() == '(' || !byline_names(place).empty());
}

/// Whether the first paragraph is set off from those that follow: in bold letters, of another class, or with a dateline.
bool is_set_off(const PageReading& reading, std::size_t block) {
  if (has_dateline(reading.page.text_of(reading.page.blocks[block]))) return true;
  if (block + 2 >= reading.main.end) return false;
  if (is_bold(reading, block) && !is_bold(reading, block + 1)) return true;
  return names_around(reading, block) != names_around(reading, block + 1) && names_around(reading, block).size() > 4 &&
         names_around(reading, block + 1) == names_around(reading, block + 2);
}

/// The last sentence between the headline and the container of the article.
FoundText lead_above(const PageReading& reading, const FoundText& title) {
  if (reading.main.container == nullptr || title.end == 0) return {};
  for (std::size_t at = reading.main.begin; at-- > title.end;) {
    const BlockFacts& facts = reading.facts[at];
    if (facts.kind != BlockKind::sentence || facts.hint != ElementHint::none) continue;
    return {std::string(reading.page.text_of(reading.page.blocks[at])), at, at + 1};
  }
  return {};
}

std::string claimed_lead(const PageReading& reading) {
  for (const std::string& lead : reading.claims.leads)
    if (lead.size() >= kLeastLeadBytes) return without_site(lead, reading.source.empty() ? "-" : reading.source);
  return {};
}

/// Whether a paragraph begins as a claimed lead does, which is often cut short.
bool begins_alike(std::string_view paragraph, std::string_view claimed) {
  const std::string letters = letters_of(claimed.substr(0, 400));
  const std::string_view start = std::string_view(letters).substr(0, 40);
  return start.size() >= 25 && letters_of(paragraph.substr(0, 600)).find(start) != std::string::npos;
}

/// Whether the claims are about an article: a site that has no description for it prints its own.
bool is_of_the_article(const PageReading& reading) {
  return reading.claims.articles > 0 || !reading.claims.dates.empty();
}

// ---- date

std::optional<std::int64_t> date_of_block(const PageReading& reading, std::size_t block) {
  const std::string_view text = reading.page.text_of(reading.page.blocks[block]);
  if (text.size() > kMostDateBytes) return std::nullopt;
  const std::string_view date = date_inside(text);
  return date.empty() ? std::nullopt : parse_timestamp(date);
}

std::optional<std::int64_t> date_of_elements(const PageReading& reading, std::string_view selector, const Zone& zone) {
  for (const PageElement* const element : select_all(reading.page, selector)) {
    const std::size_t begin = block_from(reading.page, element->text_begin);
    if (begin < zone.begin || begin >= zone.end || element->text_end - element->text_begin > kMostDateBytes) continue;
    const std::string line = reading.page.line_of(*element);
    if (const std::string_view date = date_inside(line); !date.empty()) return parse_timestamp(date);
  }
  return std::nullopt;
}

std::optional<std::int64_t> printed_date(const PageReading& reading, const FoundText& title) {
  const Zone zone = head_zone(reading, title);
  for (const PaperRow* const row : rows_of(reading))
    if (const auto date = date_of_elements(reading, row->date, zone)) return date;
  for (const std::string_view name : kDateNames)
    if (const auto date = date_of_elements(reading, name, zone)) return date;
  for (std::size_t at = zone.begin; at < zone.end; ++at)
    if (reading.facts[at].hint != ElementHint::boundary && reading.facts[at].kind != BlockKind::sentence)
      if (const auto date = date_of_block(reading, at)) return date;
  return std::nullopt;
}

/// "Last updated: 21-12-1999", which old pages print at their end.
std::optional<std::int64_t> date_of_change(const PageReading& reading) {
  const std::size_t end = std::min(reading.main.end + kMostFootBlocks, reading.page.blocks.size());
  for (std::size_t at = reading.main.end; at < end; ++at) {
    const std::string_view text = reading.page.text_of(reading.page.blocks[at]);
    if (text.size() > kMostDateBytes || fold_text(text).find("update") == std::string::npos) continue;
    if (const auto date = date_of_block(reading, at)) return date;
  }
  return std::nullopt;
}

std::optional<std::int64_t> claimed_date(const PageReading& reading) {
  for (const std::string& date : reading.claims.dates)
    if (const auto moment = parse_timestamp(date)) return moment;
  for (const PageMeta& meta : reading.page.metas)
    if (meta.key == "time")
      if (const auto moment = parse_timestamp(meta.value)) return moment;
  return std::nullopt;
}

/// Whether the date that is claimed is written with slashes, "3/7/2026": programs may mean the seventh of March.
bool claims_by_slashes(const PageReading& reading) {
  return !reading.claims.dates.empty() && reading.claims.dates.front().find('/') < 3;
}

// ---- section

bool is_front_step(std::string_view step, std::string_view source) {
  constexpr std::array<std::string_view, 6> kFront{"trangchu", "home", "homepage", "trangnhat", "tintuc", "index"};
  const std::string letters = letters_of(step);
  return letters.empty() || std::find(kFront.begin(), kFront.end(), letters) != kFront.end() ||
         is_site_name(step, source);
}

bool is_section(std::string_view text, const PageReading& reading, const FoundText& title) {
  return !text.empty() && text.size() <= 80 && !is_front_step(text, reading.source) && !are_one_title(text, title.text);
}

}  // namespace

FoundText find_lead(const PageReading& reading, const FoundText& title) {
  if (FoundText marked = marked_lead(reading, title); !marked.text.empty()) return marked;
  const std::string claimed = claimed_lead(reading);
  const std::optional<std::size_t> first = first_sentence(reading, title);
  if (!first) return {claimed, 0, 0};
  if (FoundText above = lead_above(reading, title); claimed.empty() && !above.text.empty()) return above;
  const std::string_view paragraph = reading.page.text_of(reading.page.blocks[*first]);
  FoundText as_lead{std::string(paragraph), *first, *first + 1};
  if (begins_alike(paragraph, claimed)) return as_lead;
  if (!claimed.empty() && is_of_the_article(reading)) return {claimed, 0, 0};
  const bool is_lead = !title.text.empty() && reading.main.sentences > 1 && is_set_off(reading, *first);
  return is_lead ? as_lead : FoundText();
}

std::optional<std::int64_t> find_date(const PageReading& reading, const FoundText& title) {
  const std::optional<std::int64_t> claimed = claimed_date(reading), printed = printed_date(reading, title);
  if (claimed && printed && *claimed - *printed == kVietNamSeconds) return printed;  // local time with a Z behind it
  if (claimed && printed && claims_by_slashes(reading)) return printed;              // the month may come first
  if (claimed) return claimed;
  return printed ? printed : date_of_change(reading);
}

std::string find_section(const PageReading& reading, const FoundText& title) {
  for (const std::string& section : reading.claims.sections)
    if (is_section(section, reading, title)) return section;
  for (const std::string_view name :
       {"breadcrumb", "breadcrumbs", "breadcumb", "category-page__name", "category", "cate"})
    for (const std::uint32_t place : reading.page.index.elements_with(name)) {
      const PageElement& element = reading.page.elements[place];
      const std::size_t end = block_from(reading.page, element.text_end);
      for (std::size_t at = block_from(reading.page, element.text_begin); at < std::min(end, reading.main.begin);
           ++at) {
        const std::string_view text = reading.page.text_of(reading.page.blocks[at]);
        if (is_section(text, reading, title)) return std::string(text);
      }
    }
  return {};
}

}  // namespace timbao
