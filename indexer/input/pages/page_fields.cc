// SPDX-License-Identifier: GPL-2.0-or-later
// The lead and the date of a page.
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
constexpr std::size_t kMostMetaBlocks = 5;   // with date and writer, below a headline
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
  const std::size_t below = std::min(title.end + kMostMetaBlocks, reading.main.first_sentence);
  const std::size_t body = std::min(std::max(reading.main.begin + 3, below), reading.page.blocks.size());
  const std::size_t above =
      title.end == 0 ? body - std::min(body, kMostHeadBlocks) : title.begin - std::min<std::size_t>(title.begin, 6);
  return {std::max(above, body - std::min(body, kMostHeadBlocks)), body};
}

// ---- lead

FoundText as_found(const PageReading& reading, const PageElement& element) {
  return {reading.page.line_of(element), block_from(reading.page, element.text_begin),
          block_from(reading.page, element.text_end)};
}

bool is_mostly_date(std::string_view text) { return date_inside(text).size() * 3 > text.size(); }

/// Whether an element can hold the lead: it stands between headline and article, or begins the article.
bool may_be_lead(const PageReading& reading, const FoundText& title, const FoundText& found) {
  if (found.text.size() < kLeastLeadBytes || found.text.size() > kMostLeadBytes || found.begin >= found.end)
    return false;
  if (found.end > reading.main.begin + 4 && found.begin != reading.main.begin) return false;
  if (found.end - found.begin > 4 || is_mostly_date(found.text)) return false;
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

bool is_bracketed(std::string_view text) { return starts_with(text, "(") && ends_with(text, ")"); }

/// The first paragraph of the article that is a sentence, and no remark in brackets.
std::optional<std::size_t> first_sentence(const PageReading& reading, const FoundText& title) {
  const std::size_t from = std::max(reading.main.begin, title.end);
  for (std::size_t at = from; at < std::min(reading.main.end, from + 6); ++at)
    if (reading.facts[at].kind == BlockKind::sentence && reading.facts[at].hint == ElementHint::none &&
        !is_bracketed(reading.page.text_of(reading.page.blocks[at])))
      return at;
  return std::nullopt;
}

std::string_view names_around(const PageReading& reading, std::size_t block) {
  return reading.page.names_of(reading.page.elements[reading.page.blocks[block].element]);
}

/// Whether a paragraph stands in bold letters or italics.
bool is_emphasised(const PageReading& reading, std::size_t block) {
  const PageBlock& facts = reading.page.blocks[block];
  return std::max(facts.emphasis_bytes, facts.italics_bytes) * 5 >= reading.page.text_of(facts).size() * 4;
}

/// "(HNM) - Sáng nay …", "QUẢNG NINH- Sáng nay …": words in capitals before a dash.
bool has_dateline(std::string_view text) {
  const std::size_t dash = std::min(text.find('-'), text.find("–"));
  if (dash == std::string_view::npos || dash < 2 || dash > 40) return false;
  const std::string_view place = trim(text.substr(0, dash));
  return !place.empty() && (place.front() == '(' || !byline_names(place).empty());
}

/// The block around the one that holds a paragraph.
const PageElement& box_of(const PageReading& reading, std::size_t block) {
  const std::vector<PageElement>& elements = reading.page.elements;
  std::uint32_t box = elements[reading.page.blocks[block].element].parent;
  while (box > 0 && !is_block_kind(elements[box].kind)) box = elements[box].parent;
  return elements[box];
}

/// Whether a paragraph stands in a box beside that of the two behind it.
bool has_box_of_its_own(const PageReading& reading, std::size_t block) {
  const PageElement &box = box_of(reading, block), &next = box_of(reading, block + 1);
  return &next == &box_of(reading, block + 2) && box.text_end <= next.text_begin;
}

/// Whether the first paragraph is set off from those that follow: in bold letters or italics, of another class, in a box of its
/// own, or with a dateline.
bool is_set_off(const PageReading& reading, std::size_t block) {
  if (has_dateline(reading.page.text_of(reading.page.blocks[block]))) return true;
  if (block + 2 >= reading.main.end) return false;
  if (is_emphasised(reading, block) && !is_emphasised(reading, block + 1)) return true;
  if (reading.main.sentences > 3 && has_box_of_its_own(reading, block)) return true;
  return names_around(reading, block) != names_around(reading, block + 1) && names_around(reading, block).size() > 4 &&
         names_around(reading, block + 1) == names_around(reading, block + 2);
}

/// The last sentence between the headline and the article's paragraphs.
FoundText lead_above(const PageReading& reading, const FoundText& title) {
  if (title.end == 0) return {};
  for (std::size_t at = reading.main.begin; at-- > title.end;) {
    const BlockFacts& facts = reading.facts[at];
    const std::string_view text = reading.page.text_of(reading.page.blocks[at]);
    if (facts.kind != BlockKind::sentence || facts.hint != ElementHint::none || is_mostly_date(text)) continue;
    return {std::string(text), at, at + 1};
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

/// Whether a date is printed as that of a change: "Cập nhật: 05/02/2010".
bool is_of_change(std::string_view text) {
  const std::string folded = fold_text(text);
  return folded.find("cap nhat") != std::string::npos || folded.find("update") != std::string::npos ||
         folded.find("modif") != std::string::npos;
}

/// The date in a text that holds little else. Where it holds two, the one behind "đăng lúc" or "xuất bản" is taken.
std::optional<std::int64_t> date_of_text(std::string_view text) {
  if (text.size() > kMostDateBytes) return std::nullopt;
  const std::string_view date = date_inside(text);
  if (date.empty()) return std::nullopt;
  const std::string_view behind = text.substr(static_cast<std::size_t>(date.data() - text.data()) + date.size());
  if (const std::string_view second = date_inside(behind);
      !second.empty() && is_of_change(text) && !is_of_change(behind))
    return parse_timestamp(second);
  return parse_timestamp(date);
}

/// The dates that stand near the headline, the most telling first.
class PrintedDates {
 public:
  /// Takes a date, unless one is there; that of a change counts only where there is no other.
  void add(std::string_view text) {
    const std::optional<std::int64_t> date = date_of_text(text);
    if (date && !is_of_change(text) && !published_) published_ = date;
    if (date && !changed_) changed_ = date;
  }
  [[nodiscard]] bool is_found() const { return published_.has_value(); }
  [[nodiscard]] std::optional<std::int64_t> best() const { return published_ ? published_ : changed_; }

 private:
  std::optional<std::int64_t> published_, changed_;
};

void add_dates_of_elements(const PageReading& reading, std::string_view selector, const Zone& zone,
                           PrintedDates& dates) {
  if (dates.is_found()) return;
  for (const PageElement* const element : select_all(reading.page, selector)) {
    const std::size_t begin = block_from(reading.page, element->text_begin);
    if (begin >= zone.begin && begin < zone.end && element->text_end - element->text_begin <= kMostDateBytes)
      dates.add(reading.page.line_of(*element));
  }
}

std::optional<std::int64_t> printed_date(const PageReading& reading, const FoundText& title) {
  const Zone zone = head_zone(reading, title);
  PrintedDates dates;
  for (const PaperRow* const row : rows_of(reading)) add_dates_of_elements(reading, row->date, zone, dates);
  for (const std::string_view name : kDateNames) add_dates_of_elements(reading, name, zone, dates);
  for (std::size_t at = zone.begin; at < zone.end && !dates.is_found(); ++at) {
    const std::string_view text = reading.page.text_of(reading.page.blocks[at]);
    const bool is_text = reading.facts[at].kind == BlockKind::sentence && !is_mostly_date(text);
    if (reading.facts[at].hint != ElementHint::boundary && (!is_text || at < title.end)) dates.add(text);
  }
  return dates.best();
}

/// "Last updated: 21-12-1999", which old pages print at their end.
std::optional<std::int64_t> date_of_change(const PageReading& reading) {
  const std::size_t end = std::min(reading.main.end + kMostFootBlocks, reading.page.blocks.size());
  for (std::size_t at = reading.main.end; at < end; ++at) {
    const std::string_view text = reading.page.text_of(reading.page.blocks[at]);
    if (text.size() > kMostDateBytes || !is_of_change(text)) continue;
    if (const auto date = date_of_text(text)) return date;
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

}  // namespace timbao
