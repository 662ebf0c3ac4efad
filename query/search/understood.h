// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "query/language/question.h"
#include "query/language/tree.h"
#include "query/request/note.h"
#include "query/request/request.h"

namespace timbao {

/// A query as it is understood in one archive.
struct Understood {
  Node root;
  Question question;
  std::string parsed;       ///< the query, written as a query again
  std::vector<Note> notes;  ///< what was not understood, and how it was read instead
};

/// Understands the query of a request in the archive that is open, as every other query there.
///
///   const PreparedQuestion prepared(understand(request).question, archive.vocabulary);
///
/// Errors   Error(incomplete) where SearchRequest::like names an article that is not there.
using Understand = std::function<Understood(const SearchRequest& request)>;

}  // namespace timbao
