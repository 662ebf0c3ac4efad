// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>

#include "indexer/write/article_sink.h"
#include "indexer/write/aside_sink.h"

namespace timbao {

/// The sink that chooses its way into the index by the size of the change: InPlaceSink while little is new or changed,
/// aside_sink as soon as it is more than that, and where there is no index yet, or one that is divided into shards.
/// Unchanged articles do not count. Both ways give equal articles, terms and counts.
///
///   const auto sink = adaptive_sink({directory, share_of_writing(memory_bytes, 0, jobs)});
///
/// The limits: at most WritingShare::held_text of memory, and 1,000 articles or a tenth of the index, whichever is
/// more; deletions count to the same limit. When a limit is passed, the held articles go aside with what is known of them.
///
/// Takes    options; a base other than the current generation always builds aside.
/// Errors   see ArticleSink.
/// Threads  one thread adds and publishes.
/// Source   docs/index-format.md, "Publishing"; adaptive_sink_test.
std::unique_ptr<ArticleSink> adaptive_sink(const SinkOptions& options);

}  // namespace timbao
