// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/remote_filters.h"

#include <algorithm>

#include "common/index/moment_key.h"
#include "common/index/schema.h"
#include "query/language/days.h"
#include "query/search/article_data.h"

namespace timbao {
namespace {

bool has_kind(const Clause& clause, ClauseKind kind) {
  return clause.kind == kind || std::any_of(clause.children.begin(), clause.children.end(),
                                            [&](const Clause& child) { return has_kind(child, kind); });
}

}  // namespace

RemoteFilters::RemoteFilters(const Clause& clause, const OpenArchive& archive) : archive_(archive) {
  if (has_kind(clause, ClauseKind::days)) slots_.push_back(slot::kOldest);
  if (has_kind(clause, ClauseKind::since)) slots_.push_back(slot::kFirstIndexed);
}

void RemoteFilters::fetch(const std::vector<Xapian::docid>& documents) const {
  for (const Xapian::valueno slot : slots_) fetch_values(archive_, documents, slot);
}

bool RemoteFilters::has(const std::string& term) {
  auto known = postings_.find(term);
  if (known == postings_.end()) known = postings_.emplace(term, documents_with(archive_, term)).first;
  return std::binary_search(known->second.begin(), known->second.end(), document_);
}

bool RemoteFilters::has_any(const std::vector<std::string>& terms) {
  return std::any_of(terms.begin(), terms.end(), [this](const std::string& term) { return has(term); });
}

std::optional<Day> RemoteFilters::day() { return day_of_key(value_of(archive_, document_, slot::kOldest)); }

std::optional<std::int64_t> RemoteFilters::first_indexed() {
  return moment_of_key(value_of(archive_, document_, slot::kFirstIndexed));
}

}  // namespace timbao
