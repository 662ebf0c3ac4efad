// SPDX-License-Identifier: GPL-2.0-or-later
// The section of a page.
#include <algorithm>
#include <array>
#include <utility>

#include "common/base/ascii.h"
#include "indexer/input/pages/page_names.h"
#include "indexer/input/pages/page_reading.h"
#include "indexer/input/text/plain_text.h"

namespace timbao {
namespace {

constexpr std::size_t kMostSectionBytes = 80;
constexpr std::size_t kMostPathBytes = 300;
constexpr std::size_t kMostBlocksAbove = 8;  // between a section and the headline below it
constexpr std::size_t kMostSectionWords = 5, kMostPathSteps = 5;

/// Elements that hold the path to a page.
constexpr std::array<std::string_view, 6> kPathNames{"breadcrumb", "breadcrumbs", "breadcumb",
                                                     "breakumb",   "pathway",     "category-page__name"};
/// Elements near the headline that hold the section.
constexpr std::array<std::string_view, 10> kSectionNames{
    "category", "cate", "cat", "path", "chuyenmuc", "categoryname", "lblcat", "lblcategory", "storycat", "cat-links"};

/// Signs between the steps of a path.
constexpr std::array<std::string_view, 6> kPathSigns{">", "»", "›", "/", "::", "→"};

/// Whether a step is the front page, or the name of the site: all of the source's name, or most of it.
bool is_front_step(std::string_view step, std::string_view source) {
  constexpr std::array<std::string_view, 7> kFront{"trangchu",  "trangnha", "home", "homepage",
                                                   "trangnhat", "tintuc",   "index"};
  const std::string letters = letters_of(step), site = letters_of(source);
  return letters.empty() || std::find(kFront.begin(), kFront.end(), letters) != kFront.end() ||
         (site.find(letters) != std::string::npos && letters.size() * 10 >= site.size() * 7);
}

bool is_section(std::string_view text, const PageReading& reading, const FoundText& title) {
  return !text.empty() && text.size() <= kMostSectionBytes && text.back() != ':' &&
         !is_front_step(text, reading.source) && !are_one_title(text, title.text) && date_inside(text).empty();
}

/// The links of a block, in their order.
std::vector<PageLink> links_of(const Page& page, const PageBlock& block) {
  std::vector<PageLink> links;
  const auto first = std::lower_bound(page.links.begin(), page.links.end(), block.begin,
                                      [](const PageLink& link, std::uint32_t at) { return link.begin < at; });
  for (auto link = first; link != page.links.end() && link->end <= block.end; ++link) links.push_back(*link);
  return links;
}

/// The place of the first sign of a path in a text, and the place behind it; the end where there is none.
std::pair<std::size_t, std::size_t> first_sign(std::string_view text) {
  std::pair<std::size_t, std::size_t> first{text.size(), text.size()};
  for (const std::string_view sign : kPathSigns)
    if (const std::size_t at = text.find(sign); at < first.first) first = {at, at + sign.size()};
  return first;
}

/// The steps of a path that a block prints, but for the front page: the texts of its links, else what stands between
/// signs.
std::vector<std::string_view> steps_of(const Page& page, const PageBlock& block) {
  std::vector<std::string_view> steps;
  const std::vector<PageLink> links = links_of(page, block);
  for (const PageLink& link : links)
    if (!link.leads_home) steps.push_back(trim(std::string_view(page.text).substr(link.begin, link.end - link.begin)));
  if (!links.empty()) return steps;
  for (std::string_view text = page.text_of(block); !text.empty();) {
    const auto [end, next] = first_sign(text);
    steps.push_back(trim(text.substr(0, end)));
    text.remove_prefix(next);
  }
  return steps;
}

std::string section_of_block(const PageReading& reading, const FoundText& title, std::size_t block) {
  for (const std::string_view step : steps_of(reading.page, reading.page.blocks[block]))
    if (is_section(step, reading, title)) return std::string(step);
  return {};
}

/// The section in an element of a name, if it is no larger than a path and does not hold the headline.
std::string section_of_elements(const PageReading& reading, const FoundText& title, std::string_view name,
                                std::size_t first_block) {
  for (const std::uint32_t place : reading.page.index.elements_with(name)) {
    const PageElement& element = reading.page.elements[place];
    const std::size_t begin = block_from(reading.page, element.text_begin);
    const std::size_t limit = std::max(reading.main.begin, title.end);
    const std::size_t end = std::min(block_from(reading.page, element.text_end), limit);
    const bool holds_title = title.end > 0 && begin <= title.begin && title.begin < end;
    if (begin < first_block || holds_title || element.text_end - element.text_begin > kMostPathBytes) continue;
    for (std::size_t block = begin; block < end; ++block)
      if (std::string section = section_of_block(reading, title, block); !section.empty()) return section;
  }
  return {};
}

/// Whether a block above the headline is a path by its look: links with signs between them; or a single link of few
/// words that stands alone, or in one box with the headline.
bool is_path(const PageReading& reading, const FoundText& title, std::size_t at) {
  const Page& page = reading.page;
  const PageBlock& block = page.blocks[at];
  const std::vector<PageLink> links = links_of(page, block);
  if (links.empty() || reading.facts[at].kind != BlockKind::links) return false;
  if (links.size() > 1) {
    const std::string_view between = std::string_view(page.text).substr(links[0].end, links[1].begin - links[0].end);
    const bool has_sign = std::find(kPathSigns.begin(), kPathSigns.end(), trim(between)) != kPathSigns.end();
    return has_sign && links.size() <= kMostPathSteps;
  }
  const bool is_whole = links[0].begin == block.begin && links[0].end == block.end;
  if (!is_whole || reading.facts[at].words > kMostSectionWords || title.begin - at > 3) return false;
  const PageElement& box = page.elements[block.element];
  const auto is_like_it = [&](std::size_t other) {  // as the entries of a menu are like each other
    const PageElement& element = page.elements[page.blocks[other].element];
    return reading.facts[other].kind == BlockKind::links && page.names_of(element) == page.names_of(box);
  };
  const bool is_alone = (at == 0 || !is_like_it(at - 1)) && !is_like_it(at + 1);
  return is_alone || (box.text_begin <= block.begin && box.text_end >= page.blocks[title.begin].end);
}

}  // namespace

std::string find_section(const PageReading& reading, const FoundText& title) {
  for (const std::string& section : reading.claims.sections)
    if (is_section(section, reading, title)) return section;
  for (const std::string_view name : kPathNames)
    if (std::string section = section_of_elements(reading, title, name, 0); !section.empty()) return section;
  if (title.end == 0) return {};
  const std::size_t first = title.begin - std::min(title.begin, kMostBlocksAbove);
  for (const std::string_view name : kSectionNames)
    if (std::string section = section_of_elements(reading, title, name, first); !section.empty()) return section;
  for (std::size_t block = title.begin; block-- > first;)
    if (is_path(reading, title, block))
      if (std::string section = section_of_block(reading, title, block); !section.empty()) return section;
  return {};
}

}  // namespace timbao
