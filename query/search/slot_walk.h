// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>

namespace timbao {

/// Reads the values of a slot, document by document: cheaper than a look at each document for itself.
///
///   SlotWalk moments(database, slot::kOldest);
///   for (const Xapian::docid document : documents) … moment_of_key(moments.value_of(document)) …
///
/// Takes    an open database, which must outlive it; documents in ascending order.
/// Errors   Xapian::Error where the index is damaged.
/// Source   docs/index-format.md, "Value slots". Covered by facets_test, holdings_test and mentions_oracle_test.
class SlotWalk {
 public:
  SlotWalk(const Xapian::Database& database, Xapian::valueno slot)
      : at_(database.valuestream_begin(slot)), end_(database.valuestream_end(slot)) {}

  /// The value of a document; empty where it has none.
  std::string value_of(Xapian::docid document) {
    if (at_ != end_) at_.skip_to(document);
    return at_ != end_ && at_.get_docid() == document ? *at_ : std::string();
  }

 private:
  Xapian::ValueIterator at_, end_;
};

}  // namespace timbao
