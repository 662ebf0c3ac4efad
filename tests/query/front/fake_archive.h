// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "query/front/archive.h"
#include "query/front/console.h"

namespace timbao::test {

/// An archive with made-up answers: a query of N words has N hits, named after its words; every id but "unknown" is
/// known.
class FakeArchive {
 public:
  Archive archive() {
    return {[this](const SearchRequest& request) { return answer(request); },
            [this](const SearchRequest& request, const std::function<void(const Hit&)>& on_hit) {
              Answer whole = answer(request);
              for (const Hit& hit : whole.hits) on_hit(hit);
              whole.hits.clear();
              return whole;
            },
            [](std::string_view id) -> std::vector<FoundArticle> {
              if (id == "unknown") return {};
              Article article;
              article.id = id;
              article.title = "Bài " + std::string(id);
              if (id == "twice") return {{article, "một"}, {article, "hai"}};
              return {{article, ""}};
            }};
  }

  std::vector<SearchRequest> asked;
  std::vector<Note> notes;  ///< of every answer

 private:
  Answer answer(const SearchRequest& request) {
    asked.push_back(request);
    Answer answer;
    answer.parsed = request.query.text();
    answer.notes = notes;
    std::istringstream words(request.query.text());
    for (std::string word; words >> word;) {
      ++answer.total.count;
      if (answer.total.count <= request.offset || answer.hits.size() >= request.limit.value_or(1000)) continue;
      Hit hit;
      hit.rank = static_cast<std::size_t>(answer.total.count);
      hit.id = word;
      answer.hits.push_back(std::move(hit));
    }
    return answer;
  }
};

/// A console of strings whose clock goes on by half a millisecond each time it is asked.
struct FakeConsole {
  explicit FakeConsole(const std::string& input = {}) : in(input) {}

  Console console() {
    return {in, out, err, Terminal{}, [this] { return now_ms += 0.5; }};
  }

  std::istringstream in;
  std::ostringstream out, err;
  double now_ms = 0;
};

}  // namespace timbao::test
