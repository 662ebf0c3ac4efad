// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/index/pair_signature.h"

namespace timbao {

/// Fewer articles have no signatures: a query reads those that may have a phrase as soon as their rows.
inline constexpr Xapian::doccount kFewestSigned = 8'000;

/// Gives signatures to all documents of a database, however few they are.
///
/// Errors   Xapian::Error.
void sign_all(Xapian::WritableDatabase& database);

/// Gives signatures to what lacks them in a database that was merged, or all anew where its documents have got other
/// numbers, and commits.
///
/// Takes    the path of a database that is published after this.
/// Errors   Xapian::Error.
void sign_merged(const std::string& path);

/// A document that was written, and the signature of its article.
using SignedDocument = std::pair<Xapian::docid, PairSignature>;

/// Keeps the signatures of a database's articles (pair_rows.h) up with what a run changes.
///
///   ArticleSigner signer(database);       before anything is deleted
///   …                                     documents are added, replaced, deleted
///   signer.sign_from(first_new);
///   database.commit();
///
/// Errors   Xapian::Error.
/// Source   docs/index-format.md, "Signatures". Covered by article_signer_test.
class ArticleSigner {
 public:
  /// Notes which documents have signatures. Where they have got other numbers since, none has.
  ///
  /// Takes    a database that outlives this.
  explicit ArticleSigner(Xapian::WritableDatabase& database);

  /// Gives signatures to all documents that have none, reading their token sequences.
  ///
  /// Takes    the lowest number of a document that was added or replaced since this was made.
  void sign_from(Xapian::docid first_new);

  /// Gives these documents their signatures, for a few of them at the end of a run in place. A replaced document keeps the
  /// bits of what it was, which costs a query nothing but the reading of an article now and then.
  ///
  /// Takes    all documents that were added or replaced since this was made.
  void sign(std::vector<SignedDocument> documents);

 private:
  Xapian::WritableDatabase& database_;
  std::optional<Xapian::docid> last_signed_;
  bool has_all_;  // each document that was there has a signature
};

}  // namespace timbao
