// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/document_terms.h"

#include "common/index/schema.h"

namespace timbao {

std::string path_term_of(const Xapian::Document& document) {
  Xapian::TermIterator term = document.termlist_begin();
  term.skip_to(std::string(prefix::kPath));
  if (term == document.termlist_end() || (*term).compare(0, prefix::kPath.size(), prefix::kPath) != 0) return {};
  return *term;
}

std::string id_term_of(const Xapian::Document& document) {
  const std::string ids(prefix::kId);
  Xapian::TermIterator term = document.termlist_begin();
  term.skip_to(ids);
  return term != document.termlist_end() && (*term).compare(0, ids.size(), ids) == 0 ? *term : std::string();
}

}  // namespace timbao
