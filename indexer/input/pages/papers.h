// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "indexer/input/pages/page.h"

namespace timbao {

/// Where a paper, or a content system that many papers use, has the parts of an article. A selector is a list of
/// alternatives with "|" between them, the best first; an alternative is the words that an element must have among its
/// names (Page), with blanks between them.
///
///   "title-detail|h1 detail-title"    an element with the class title-detail, else an h1 with the class detail-title
struct PaperRow {
  std::string_view hosts;      ///< ends of hosts, with "|" between; empty in the rows of content systems
  std::string_view name;       ///< as the paper writes it
  std::string_view container;  ///< of the paragraphs
  std::string_view headline;
  std::string_view lead;
  std::string_view author;
  std::string_view date;
  std::string_view drop;  ///< what stands in the container and is no part of the article
  std::string_view seen;  ///< where the names were seen
};

/// The row of the paper that a host belongs to; nullptr where none is known.
///
///   paper_of("m.vnexpress.net")->name == "VnExpress"
const PaperRow* paper_of(std::string_view host);

/// The row of the paper that a text names and nothing else: by its name or its first host, "Báo" before it and "online",
/// "điện tử" or the end of a host behind it.
///
///   paper_called("TUOI TRE ONLINE")->name == "Tuổi Trẻ"     paper_called("HANOIMOI.COM.VN")->name == "Hànộimới"
///
/// Returns  nullptr where it names none, or more than the paper.
const PaperRow* paper_called(std::string_view text);

/// The rows of content systems.
const std::array<PaperRow, 6>& system_rows();

/// The first element that a selector finds, by its alternatives first and its place second, and that holds text.
///
/// Returns  nullptr where there is none.
const PageElement* select(const Page& page, std::string_view selector);

/// All elements that the alternatives of a selector find, and that hold text.
std::vector<const PageElement*> select_all(const Page& page, std::string_view selector);

/// Whether an element has the names of one of a selector's alternatives.
bool is_selected(std::string_view names, std::string_view selector);

}  // namespace timbao
