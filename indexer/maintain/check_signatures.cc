// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/maintain/check_signatures.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "common/index/document_terms.h"
#include "common/index/pair_signature.h"
#include "common/index/schema.h"
#include "common/index/stored.h"
#include "common/store/pair_rows.h"

namespace timbao {
namespace {

/// The rows of the strip that was asked for last: articles are looked at in their order.
class RowsOfStrip {
 public:
  explicit RowsOfStrip(const Xapian::Database& database) : database_(database) {}

  [[nodiscard]] bool has(Xapian::docid document, std::size_t bit) {
    read(strip_of_document(document));
    return has_document(rows_[bit], document);
  }

 private:
  void read(std::size_t strip) {
    if (strip_ == strip) return;
    strip_ = strip;
    for (std::size_t bit = 0; bit < rows_.size(); ++bit) rows_[bit] = read_pair_row(database_, {strip, bit});
  }

  const Xapian::Database& database_;
  std::vector<std::string> rows_ = std::vector<std::string>(kSignatureBits);
  std::optional<std::size_t> strip_;
};

}  // namespace

void check_signatures(const Xapian::Database& database, std::uint64_t least_compared, Faults& faults) {
  const std::optional<Xapian::docid> last = last_signed(database);
  if (!last) return;
  const std::uint64_t step =
      std::max<std::uint64_t>(database.get_doccount() / std::max<std::uint64_t>(least_compared, 1), 1);
  RowsOfStrip rows(database);
  PairSigner signer;
  std::uint64_t number = 0;
  for (auto at = database.postlist_begin(""); at != database.postlist_end("") && *at <= *last; ++at) {
    if (number++ % step != 0) continue;
    const Xapian::Document document = database.get_document(*at, Xapian::DOC_ASSUME_VALID);
    bool has_all = true;
    signer.signature_of(stored_tokens(document)).for_each_bit([&](std::size_t bit) {
      has_all = has_all && rows.has(*at, bit);
    });
    if (!has_all)
      faults.add("the article " + shown_id_of(id_term_of(document)) + " is missing in the rows of its pairs");
  }
}

}  // namespace timbao
