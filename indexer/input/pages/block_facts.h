// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/input/pages/page.h"

namespace timbao {

/// What the names of an element, or of one around it, say of its text.
enum class ElementHint : std::uint8_t {
  none,
  caption,   ///< it stands below a picture
  aside,     ///< related articles, adverts, buttons: no part of the article, unless it reads like one
  boundary,  ///< menus, comments, the foot of the page: never a part of the article
};

/// What kind of text a block is.
enum class BlockKind : std::uint8_t {
  sentence,  ///< reads like a sentence of an article
  line,      ///< a few words: a heading, a name, a verse
  links,     ///< most of it stands in links
};

/// What is known of a block by itself.
struct BlockFacts {
  BlockKind kind = BlockKind::line;
  ElementHint hint = ElementHint::none;
  std::uint32_t words = 0;
  std::int32_t weight = 0;  ///< how much it speaks for a run of blocks that is the article, or against it
};

/// Looks at each block of a page: its words, its links, its punctuation, its share of the words without which no
/// Vietnamese (or English) sentence is made, and the hints of the elements around it.
///
///   "Sáng nay, bà con trong làng đã họp về con đường mới."    sentence, weight > 0
///   "Trang chủ" in a link                                      links, weight < 0
///
/// Takes    a page.
/// Returns  the facts of each block, in their order.
/// Errors   none.
/// Source   Kohlschütter, Fankhauser, Nejdl: Boilerplate detection using shallow text features (2010), for words and
///          link density; the words and hints stand in block_facts.cc. Covered by page_test.
std::vector<BlockFacts> block_facts(const Page& page);

}  // namespace timbao
