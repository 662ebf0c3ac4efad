// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "indexer/input/pages/block_facts.h"
#include "indexer/input/pages/page.h"
#include "indexer/input/pages/papers.h"

namespace timbao {

/// Where the article stands in a page: blocks [begin, end).
struct MainText {
  std::size_t begin = 0, end = 0;
  std::size_t first_sentence = 0;  ///< the block with which the article proper begins
  std::size_t sentence_bytes = 0;  ///< of its sentences
  std::size_t sentences = 0;       ///< how many blocks are sentences
  std::size_t lines = 0;           ///< how many blocks are neither sentences nor links: verses are
  std::size_t headlines = 0;       ///< how many blocks are links of several words: those of other articles
  bool holds_several = false;      ///< elements that paper or content system has for an article hold several
  const PaperRow* row = nullptr;   ///< whose container it is; nullptr where the structure alone told
  const PageElement* container = nullptr;
};

/// Finds the article of a page: in the container that a paper or content system has for it, if that holds a good part
/// of the sentences; else the run of blocks that weighs most (block_facts.h), without what trails behind it.
///
///   menu | menu | Làng họp | Sáng nay, … | Bà con góp ý … | Tin liên quan | link | link    blocks 2 to 5
///
/// Takes    the page, its facts, and the row of its paper; nullptr where that is not known.
/// Errors   none; of a page without text the range is empty.
/// Source   the run of largest sum (Kadane); covered by page_test.
MainText main_text_of(const Page& page, const std::vector<BlockFacts>& facts, const PaperRow* paper);

}  // namespace timbao
