// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace timbao {

/// The value of a slot that a document has.
struct SlotValue {
  Xapian::docid document = 0;
  std::string value;
};

/// The values of a slot in all documents that a query finds, in the order of documents. Each server sends them in one
/// answer: they are what it sorts by, which comes with every match. To ask for the documents would take an answer for
/// each.
///
///   for (const SlotValue& each : slot_values(database, Xapian::Query::MatchAll, slot::kOldest)) …
///
/// Errors   Xapian::Error.
/// Source   MSetIterator::get_sort_key() of Xapian 1.4.6 and later; docs/remote.md has measurements. Covered by
///          tests/cli/remote_index_test.cc.
std::vector<SlotValue> slot_values(const Xapian::Database& database, const Xapian::Query& query, Xapian::valueno slot);

/// Small values of documents that are behind servers, as far as they came with an answer: sort keys and collapse keys.
///
/// Source   docs/remote.md.
/// Threads  one a thread.
class RemoteValues {
 public:
  /// Forgets everything if the database was opened again since the last call: documents may have other numbers now.
  ///
  /// Takes    IndexReader::times_opened().
  void clear_if_reopened(std::uint64_t times_opened);

  void add(Xapian::valueno slot, Xapian::docid document, std::string value);

  /// Returns  null where the value is not known.
  [[nodiscard]] const std::string* find(Xapian::valueno slot, Xapian::docid document) const;

 private:
  static constexpr std::size_t kMostValues = std::size_t{1} << 18U;  // some 20 MB; it is emptied when it is full

  std::map<Xapian::valueno, std::unordered_map<Xapian::docid, std::string>> values_;
  std::size_t size_ = 0;
  std::uint64_t times_opened_ = 0;
};

}  // namespace timbao
