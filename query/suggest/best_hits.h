// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "query/suggest/near_text.h"

namespace timbao {

/// The best hits of the query that a suggestion is made for. It is an interface, so that suggestions can be tested
/// without an index.
///
///   hits.have_together("xay", "dung")    whether one of them has the two words side by side
///   hits.add_to(near)
///
/// Takes    folded forms of neighbouring words of the query.
/// Errors   those of the index.
/// Source   docs/query-language.md, "Did you mean". Covered by suggestion_test and search_suggest_test.
class BestHits {
 public:
  virtual ~BestHits() = default;

  /// Whether one of the hits has two words side by side, in any reading. It is told from what ranking has found, and
  /// costs little.
  [[nodiscard]] virtual bool have_together(const std::string& left, const std::string& right) = 0;

  /// Adds the text of the hits, the better ones with more weight. This reads all of their tokens.
  virtual void add_to(NearText& near) = 0;
};

}  // namespace timbao
