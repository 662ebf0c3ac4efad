// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>

#include "indexer/write/article_sink.h"
#include "indexer/write/aside_sink.h"

namespace timbao {

/// Takes the way into the index that suits the size of the change: RefreshSink while what is new or changed is little,
/// build_aside as soon as it is more than that, and where there is no index yet. Unchanged articles do not count. Both
/// ways give equal articles, terms and counts.
///
/// Takes    options as build_aside does; their memory says what is little (docs/index-format.md, "Publishing").
/// Errors   see ArticleSink.
/// Threads  one thread adds and publishes.
std::unique_ptr<ArticleSink> adaptive_sink(const SinkOptions& options);

}  // namespace timbao
