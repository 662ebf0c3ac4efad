// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "query/search/searcher.h"

namespace timbao {

/// Whom the fronts ask: a Searcher in the program, made-up answers in tests. Each call is the Searcher's of that name.
struct Archive {
  std::function<Answer(const SearchRequest&)> search;
  std::function<Answer(const SearchRequest&, const std::function<void(const Hit&)>&)> search_each;
  std::function<std::vector<FoundArticle>(std::string_view id)> articles;
};

/// The archive of a Searcher, which must outlive it.
inline Archive archive_of(Searcher& searcher) {
  return {[&searcher](const SearchRequest& request) { return searcher.search(request); },
          [&searcher](const SearchRequest& request, const std::function<void(const Hit&)>& on_hit) {
            return searcher.search(request, on_hit);
          },
          [&searcher](std::string_view id) { return searcher.articles(id); }};
}

}  // namespace timbao
