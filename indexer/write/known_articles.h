// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "common/index/article.h"

namespace timbao {

/// How an article stands to the generation before.
enum class Known : std::uint8_t { no, changed, unchanged };

/// How an article stands to a database. Unchanged means: the same id, content and path.
///
/// Errors   Xapian::Error.
Known find_known(const Xapian::Database& database, const Article& article);

/// What the current generation holds of an article that was read again.
///
/// Takes    the generation's directory; empty where there is none yet.
/// Errors   Xapian::Error.
/// Threads  one a thread.
class KnownArticles {
 public:
  explicit KnownArticles(const std::string& generation);

  [[nodiscard]] Known find(const Article& article) const { return find_known(database_, article); }

 private:
  Xapian::Database database_;
};

}  // namespace timbao
