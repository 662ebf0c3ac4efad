// SPDX-License-Identifier: GPL-2.0-or-later
// The writers of a page.
#include <algorithm>
#include <array>

#include "common/base/ascii.h"
#include "common/text/fold.h"
#include "indexer/input/pages/page_marks.h"
#include "indexer/input/pages/page_names.h"
#include "indexer/input/pages/page_reading.h"

namespace timbao {
namespace {

constexpr std::size_t kMostBylineBytes = 160;
constexpr std::size_t kMostHeadBlocks = 12;
constexpr std::size_t kMostFootBlocks = 6;
constexpr std::size_t kNoBlock = static_cast<std::size_t>(-1);

constexpr std::array<std::string_view, 13> kAuthorNames{"!author",    "author",    "tacgia",     "byline", "~author",
                                                        "rel-author", "nguoiviet", "journalist", "writer", "authors",
                                                        "pauthor",    "lblauthor", "newsauthor"};

/// Words with capitals that pages print where names of writers stand, and that are none: sections, places, buttons.
constexpr std::array<std::string_view, 49> kNoNames{
    "thoi su",       "chinh tri",    "xa hoi",       "kinh te",      "the gioi", "van hoa",   "the thao",
    "giai tri",      "phap luat",    "giao duc",     "suc khoe",     "doi song", "cong nghe", "kinh doanh",
    "ha noi",        "tp hcm",       "tp.hcm",       "viet nam",     "chia se",  "binh luan", "facebook",
    "zalo",          "twitter",      "google news",  "doc bao",      "tin tuc",  "trang chu", "quoc te",
    "trong nuoc",    "bat dong san", "khoa hoc",     "du lich",      "bi thu",   "chu tich",  "giam doc",
    "tong bien tap", "pho chu tich", "ban bien tap", "getty images", "afp",      "reuters",   "am thuc",
    "nghe si",       "tai chinh",    "chung khoan",  "video",        "anh",      "copy link", "email"};

bool is_no_name(std::string_view name) {
  return std::find(kNoNames.begin(), kNoNames.end(), fold_text(name)) != kNoNames.end();
}

std::vector<std::string> writers_in(const PageReading& reading, std::string_view text) {
  std::vector<std::string> names = byline_names(text);
  names.erase(
      std::remove_if(names.begin(), names.end(),
                     [&](const std::string& name) { return is_no_name(name) || is_site_name(name, reading.source); }),
      names.end());
  return names;
}

/// Whether a block is near enough to the article to name its writer.
bool is_near(const PageReading& reading, const FoundText& title, std::size_t block) {
  const std::size_t above = title.end == 0 ? reading.main.begin : title.begin;
  return block + kMostHeadBlocks >= above && block < reading.main.end + kMostHeadBlocks;
}

FoundAuthors of_elements(const PageReading& reading, const FoundText& title,
                         const std::vector<const PageElement*>& elements) {
  for (const PageElement* const element : elements) {
    const std::size_t block = block_from(reading.page, element->text_begin);
    if (!is_near(reading, title, block) || element->text_end - element->text_begin > kMostBylineBytes) continue;
    const std::size_t end = block_from(reading.page, element->text_end);
    std::vector<std::string> names;
    for (std::size_t at = block; names.empty() && at < end && reading.page.blocks[at].end <= element->text_end; ++at)
      names = writers_in(reading, reading.page.text_of(reading.page.blocks[at]));
    if (names.empty()) names = writers_in(reading, reading.page.line_of(*element));
    if (!names.empty()) return {std::move(names), end == block + 1 ? block : kNoBlock};
  }
  return {};
}

FoundAuthors of_rows(const PageReading& reading, const FoundText& title) {
  for (const PaperRow* const row : rows_of(reading)) {
    FoundAuthors found = of_elements(reading, title, select_all(reading.page, row->author));
    if (!found.names.empty()) return found;
  }
  return {};
}

FoundAuthors of_names(const PageReading& reading, const FoundText& title) {
  for (const std::string_view name : kAuthorNames) {
    FoundAuthors found = of_elements(reading, title, select_all(reading.page, name));
    if (!found.names.empty()) return found;
  }
  return {};
}

bool is_set_off(const PageReading& reading, std::size_t block) {
  const PageBlock& text = reading.page.blocks[block];
  if (text.emphasis_bytes * 2 >= text.end - text.begin) return true;
  std::uint32_t element = text.element;
  const std::string_view names = reading.page.names_of(reading.page.elements[element]);
  return has_name(names, "~right") || has_name(names, "text-right");
}

FoundAuthors of_block(const PageReading& reading, std::size_t block) {
  const std::string_view text = reading.page.text_of(reading.page.blocks[block]);
  const ElementHint hint = reading.facts[block].hint;
  if (text.size() > kMostBylineBytes || hint == ElementHint::boundary || hint == ElementHint::caption) return {};
  if (reading.facts[block].kind == BlockKind::links && hint != ElementHint::none) return {};
  return {writers_in(reading, text), block};
}

/// Whether a line of names stands directly behind the article, and is nothing else: no tag, no link.
bool is_signature(const PageReading& reading, std::size_t block, const FoundAuthors& found) {
  const bool is_plain = reading.page.blocks[block].link_bytes == 0 && reading.facts[block].hint == ElementHint::none;
  const auto is_full = [](const std::string& name) { return name.find(' ') != std::string::npos; };
  return block == reading.main.end && is_plain && std::all_of(found.names.begin(), found.names.end(), is_full);
}

/// Whether a sentence follows: then names are those of somebody who comments on the article.
bool is_above_a_sentence(const PageReading& reading, std::size_t block) {
  return block + 1 < reading.facts.size() && reading.facts[block + 1].kind == BlockKind::sentence &&
         !is_call_to_readers(reading.page.text_of(reading.page.blocks[block + 1]));
}

/// Whether a line names from where an article was taken, above which its writer may stand: "(Theo TTXVN)".
bool is_of_a_source(std::string_view text) {
  const std::string folded = fold_text(text.substr(text.find_first_not_of('(') == 1 ? 1 : 0));
  return starts_with(std::string_view(folded), "theo ") || starts_with(std::string_view(folded), "nguon:");
}

/// The last line of the article, or one behind it: the very last may be any name, others must be set off.
FoundAuthors of_end(const PageReading& reading) {
  const std::size_t end = reading.main.end;
  const std::size_t begin = std::max(reading.main.begin + 1, end - std::min<std::size_t>(end, 4));
  FoundAuthors last;
  for (std::size_t block = end; block-- > begin;) {
    FoundAuthors found = of_block(reading, block);
    if (found.names.empty() || (block + 1 < end && !is_set_off(reading, block))) continue;
    if (!is_of_a_source(reading.page.text_of(reading.page.blocks[block]))) return found;
    if (last.names.empty()) last = std::move(found);
  }
  if (!last.names.empty()) return last;
  for (std::size_t block = end; block < std::min(end + kMostFootBlocks, reading.page.blocks.size()); ++block) {
    FoundAuthors found = of_block(reading, block);
    const bool is_aside = reading.facts[block].hint != ElementHint::none || is_above_a_sentence(reading, block);
    if (!found.names.empty() && !is_aside && (is_set_off(reading, block) || is_signature(reading, block, found)))
      return found;
    if (reading.facts[block].kind == BlockKind::links) break;
  }
  return {};
}

/// A line of nothing but names between headline and article.
FoundAuthors of_head(const PageReading& reading, const FoundText& title) {
  if (title.end == 0) return {};
  const std::size_t body = std::min(reading.main.begin + 2, reading.main.end);
  std::size_t sentences = 0;
  for (std::size_t block = title.end; block < std::min(std::max(body, title.end + 3), title.end + kMostHeadBlocks);
       ++block) {
    if (block >= reading.page.blocks.size()) break;
    if (reading.facts[block].hint == ElementHint::caption) continue;
    if (reading.facts[block].kind == BlockKind::sentence && ++sentences > 1) break;  // the first one may be the lead
    FoundAuthors found = of_block(reading, block);
    if (!found.names.empty()) return found;
  }
  return {};
}

FoundAuthors of_claims(const PageReading& reading) {
  FoundAuthors found;
  for (const std::string& author : reading.claims.authors)
    if (!is_site_name(author, reading.source) && found.names.empty()) {
      found.names = byline_names(author);
      if (found.names.empty() && author.size() < 60) found.names = {author};
    }
  return found;
}

}  // namespace

FoundAuthors find_authors(const PageReading& reading, const FoundText& title) {
  FoundAuthors found = of_rows(reading, title);
  if (found.names.empty()) found = of_end(reading);
  if (found.names.empty()) found = of_names(reading, title);
  if (found.names.empty()) found = of_claims(reading);
  if (found.names.empty()) found = of_head(reading, title);
  return found;
}

}  // namespace timbao
