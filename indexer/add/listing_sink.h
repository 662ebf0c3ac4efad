// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <iosfwd>
#include <memory>

#include "indexer/streams.h"
#include "indexer/write/article_sink.h"

namespace timbao {

/// The sink of a dry run: it lists the articles that would be indexed, and writes nothing.
///
///   const auto sink = listing_sink(std::cout, Verbosity::verbose);
///   // a1 <tab> 2018-01-31T08:01:00+07:00 <tab> Khai mạc Đại hội
///   // would index 1 articles
///
/// Takes    where to list, and how much: the lines of articles are for --verbose, the last line for all but --quiet.
/// Errors   none.
/// Source   tests/cli/index_add_test.cc.
std::unique_ptr<ArticleSink> listing_sink(std::ostream& out, Verbosity verbosity);

}  // namespace timbao
