// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "query/plan/clause_kinds.h"
#include "query/search/open_archive.h"

namespace timbao {

/// The filter terms and the day of documents that are behind servers. The list of a document's terms comes term by term,
/// so it reads the posting list of each filter term instead, which comes as one answer.
///
///   RemoteFilters filters(clause, archive);
///   filters.fetch(documents);
///   filters.look_at(documents[0]);
///
/// Errors   Xapian::Error.
/// Source   docs/remote.md. Covered by tests/cli/remote_index_test.cc.
/// Threads  one a thread.
class RemoteFilters : public ArticleFilters {
 public:
  RemoteFilters(const Clause& clause, const OpenArchive& archive);

  /// Fetches at once what the clause asks of some documents.
  void fetch(const std::vector<Xapian::docid>& documents) const;

  /// Chooses the document that the other functions tell about.
  void look_at(Xapian::docid document) { document_ = document; }

  [[nodiscard]] bool has_any(const std::vector<std::string>& terms) override;
  [[nodiscard]] std::optional<Day> day() override;
  [[nodiscard]] std::optional<std::int64_t> first_indexed() override;

 private:
  [[nodiscard]] bool has(const std::string& term);

  OpenArchive archive_;
  std::vector<Xapian::valueno> slots_;  // that the clause asks for
  Xapian::docid document_ = 0;
  std::unordered_map<std::string, std::vector<Xapian::docid>> postings_;
};

}  // namespace timbao
