// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "query/request/answer.h"
#include "query/request/request.h"

namespace timbao {

/// Answers questions about one or several indexes; long-lived: it follows what a writer publishes.
///
///   Searcher searcher({"/var/lib/timbao"});
///   Answer answer = searcher.search(request);
///
/// Errors   Error(index_failed) from construction and from every call; no query is an error.
/// Threads  one a thread.
class Searcher {
 public:
  explicit Searcher(std::vector<std::string> index_directories);
  ~Searcher();

  /// Answers with one page of hits. `on_hit` in the second form gets each hit as it is ready and the answer comes
  /// without hits: for -n all, which holds only ids and numbers in memory. An article that a writer removes meanwhile
  /// is left out.
  Answer search(const SearchRequest& request);
  Answer search(const SearchRequest& request, const std::function<void(const Hit&)>& on_hit);

  /// The articles that have an id: at most one of each index, in the order of the indexes.
  std::vector<FoundArticle> articles(std::string_view id);

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace timbao
