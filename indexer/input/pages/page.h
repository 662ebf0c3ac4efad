// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/input/html/html_tags.h"

namespace timbao {

/// An element of a page that may tell something of the text in it: a block, or one that has a class, an id or a
/// property. Places are bytes of Page::text.
struct PageElement {
  std::uint32_t parent = 0;       ///< the element around it; the first element is its own
  std::uint32_t names_begin = 0;  ///< of Page::names
  std::uint32_t names_end = 0;
  std::uint32_t text_begin = 0;
  std::uint32_t text_end = 0;
  TagKind kind = TagKind::in_line;
};

/// A paragraph, cell, item or line of a page. Places are bytes of Page::text.
struct PageBlock {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t element = 0;         ///< the innermost element that is a block
  std::uint32_t link_bytes = 0;      ///< how many of its bytes stand in links
  std::uint32_t emphasis_bytes = 0;  ///< how many stand in bold letters
  std::uint32_t italics_bytes = 0;   ///< how many stand in italics
  bool leads_home = false;           ///< a link to the front page stands in it
};

/// A link of a page. Places are bytes of Page::text.
struct PageLink {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool leads_home = false;  ///< to the front page of the site, as far as its address tells: "/", "../index.html"
};

/// Which elements have a name, or a part of one between "-" and "_", so that a list of selectors need not look at all of
/// them.
///
///   index.add("box-sapo", 7); index.add("sapo", 9);    index.elements_with("sapo") == {7, 9}
///
/// Takes    words of names, with elements that rise.
/// Errors   none: a hash of 64 bits stands for a word, and who looks it up compares the names of the element.
class NameIndex {
 public:
  void add(std::string_view name, std::uint32_t element);
  [[nodiscard]] std::vector<std::uint32_t> elements_with(std::string_view word) const;

 private:
  void add_word(std::string_view word, std::uint32_t element);

  struct Use {
    std::uint32_t element, before;  // the use before it of the same word, plus 1; 0 for the first
  };
  std::vector<Use> uses_;
  std::unordered_map<std::uint64_t, std::uint32_t> last_;  // by hash: the place of the last use, plus 1
};

/// A name and a value that the head of a page gives.
struct PageMeta {
  std::string key;  ///< in small letters: "og:title", "itemprop:datepublished", "canonical", "base", "time",
                    ///< "home": what a link to the front page is called, where that is no text
  std::string value;
};

/// What a page holds: its text in blocks, the elements around them, and what its head says. There is no tree; an
/// element knows the one around it.
///
///   <div class="Sapo" id="x"><p align="right">An Vũ</p></div>
///     elements: " div sapo #x "  " p ~right "      blocks: "An Vũ" in the second one
///
/// The names of an element are words in small letters with blanks around each: its tag, its classes, "#" and its id,
/// "!" and its microdata property, and what else is known of it: "~right" and "~center" (where its text stands),
/// "~large" (its letters), "~author" (a link to a page about an author), "~time" (a `time`, whose value follows).
struct Page {
  std::string text;  ///< a block a line
  std::string names;
  std::vector<PageElement> elements;
  NameIndex index;
  std::vector<PageBlock> blocks;
  std::vector<PageLink> links;  ///< those that hold text, in their order
  std::vector<PageMeta> metas;
  std::vector<std::string> json_ld;
  std::string title;                                   ///< of the element `title`
  std::unordered_map<std::string, std::size_t> hosts;  ///< of the addresses in the page, and how many each has
  bool is_cut = false;  ///< it has more elements than kMostPageElements, or is nested too deeply; the rest is missing

  [[nodiscard]] std::string_view names_of(const PageElement& element) const {
    return std::string_view(names).substr(element.names_begin, element.names_end - element.names_begin);
  }
  [[nodiscard]] std::string_view text_of(const PageBlock& block) const {
    return std::string_view(text).substr(block.begin, block.end - block.begin);
  }

  /// The text of an element on one line.
  [[nodiscard]] std::string line_of(const PageElement& element) const;
};

/// The most elements of a page that are looked at. The largest real page seen has 5,000.
inline constexpr std::size_t kMostPageElements = 200'000;

/// Reads a page.
///
///   page_of("<p>Làng</p><p>họp</p>").blocks.size() == 2
///
/// Takes    well-formed UTF-8 of any length.
/// Errors   none: see Page::is_cut.
/// Source   parse_html(); covered by page_test and page_fuzz.
Page page_of(std::string_view html);

/// Whether one of the words of an element is `name`: has_name(" p sapo ", "sapo").
bool has_name(std::string_view names, std::string_view name);

/// The first block that begins at a byte of the text or behind it; page.blocks.size() where there is none.
std::size_t block_from(const Page& page, std::uint32_t byte);

}  // namespace timbao
