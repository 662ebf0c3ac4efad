// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/remote_values.h"

#include <algorithm>
#include <utility>

namespace timbao {

std::vector<SlotValue> slot_values(const Xapian::Database& database, const Xapian::Query& query, Xapian::valueno slot) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_sort_by_value(slot, false);
  const Xapian::MSet found = enquire.get_mset(0, database.get_doccount());
  std::vector<SlotValue> values;
  values.reserve(found.size());
  for (Xapian::MSetIterator at = found.begin(); at != found.end(); ++at) values.push_back({*at, at.get_sort_key()});
  std::sort(values.begin(), values.end(),
            [](const SlotValue& a, const SlotValue& b) { return a.document < b.document; });
  return values;
}

void RemoteValues::clear_if_reopened(std::uint64_t times_opened) {
  if (times_opened == times_opened_) return;
  values_.clear();
  size_ = 0;
  times_opened_ = times_opened;
}

void RemoteValues::add(Xapian::valueno slot, Xapian::docid document, std::string value) {
  if (size_ >= kMostValues) {
    values_.clear();
    size_ = 0;
  }
  if (values_[slot].insert_or_assign(document, std::move(value)).second) ++size_;
}

const std::string* RemoteValues::find(Xapian::valueno slot, Xapian::docid document) const {
  const auto of_slot = values_.find(slot);
  if (of_slot == values_.end()) return nullptr;
  const auto known = of_slot->second.find(document);
  return known == of_slot->second.end() ? nullptr : &known->second;
}

}  // namespace timbao
