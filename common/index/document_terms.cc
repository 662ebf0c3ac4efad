// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/document_terms.h"

#include <string_view>

#include "common/base/ascii.h"
#include "common/index/schema.h"

namespace timbao {
namespace {

/// The first term of a document that begins with a prefix; "" where none does.
std::string term_with(std::string_view prefix, const Xapian::Document& document) {
  Xapian::TermIterator term = document.termlist_begin();
  term.skip_to(std::string(prefix));
  if (term == document.termlist_end()) return {};
  std::string found = *term;
  return starts_with(found, prefix) ? found : std::string();
}

}  // namespace

std::string path_term_of(const Xapian::Document& document) { return term_with(prefix::kPath, document); }

std::string id_term_of(const Xapian::Document& document) { return term_with(prefix::kId, document); }

}  // namespace timbao
