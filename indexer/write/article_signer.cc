// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/article_signer.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/index/schema.h"
#include "common/index/stored.h"
#include "common/store/open_index.h"
#include "common/store/pair_rows.h"
#include "common/store/versions.h"

namespace timbao {
namespace {

/// A run in place signs a database of at most so many articles that has no signatures yet.
constexpr Xapian::docid kSignedInPlace = 32'000;

/// The rows of one strip, which are added to those of the database.
class StripRows {
 public:
  void set(std::size_t place, const PairSignature& signature) {
    const auto bit = static_cast<unsigned char>(1U << (place % 8));
    signature.for_each_bit([&](std::size_t row) {
      std::string& bits = rows_[row];
      if (bits.size() <= place / 8) bits.resize(place / 8 + 1);
      bits[place / 8] = static_cast<char>(static_cast<unsigned char>(bits[place / 8]) | bit);
    });
  }

  void write(std::size_t strip, Xapian::WritableDatabase& database) {
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      std::string& bits = rows_[row];
      if (bits.empty()) continue;
      std::string all = read_pair_row(database, {strip, row});
      if (all.size() < bits.size()) all.swap(bits);
      for (std::size_t i = 0; i < bits.size(); ++i) all[i] = static_cast<char>(all[i] | bits[i]);
      write_pair_row(database, {strip, row}, all);
      bits.clear();
    }
  }

 private:
  std::array<std::string, kSignatureBits> rows_;
};

/// Writes signatures of documents in ascending order, strip by strip.
class RowsOfDocuments {
 public:
  explicit RowsOfDocuments(Xapian::WritableDatabase& database) : database_(database) {}

  void add(Xapian::docid document, const PairSignature& signature) {
    if (const std::size_t strip = strip_of_document(document); strip != strip_) {
      rows_.write(strip_, database_);
      strip_ = strip;
    }
    rows_.set(place_in_strip(document), signature);
  }
  void write_rest() { rows_.write(strip_, database_); }

 private:
  Xapian::WritableDatabase& database_;
  StripRows rows_;
  std::size_t strip_ = 0;
};

/// The token sequence of a document, by its value; a long one is not there, but in the data of the document.
std::string tokens_of(const Xapian::Database& database, const Xapian::ValueIterator& value) {
  return (*value).size() > 1 ? *value
                             : stored_tokens(database.get_document(value.get_docid(), Xapian::DOC_ASSUME_VALID));
}

/// Signs all documents from a number on.
void sign_documents(Xapian::WritableDatabase& database, Xapian::docid from) {
  RowsOfDocuments rows(database);
  PairSigner signer;
  auto value = database.valuestream_begin(slot::kTokens);
  const auto end = database.valuestream_end(slot::kTokens);
  if (value != end) value.skip_to(from);
  for (; value != end; ++value) rows.add(value.get_docid(), signer.signature_of(tokens_of(database, value)));
  rows.write_rest();
}

void note_all_signed(Xapian::WritableDatabase& database) {
  write_last_signed(database, database.get_lastdocid());
  database.set_metadata(std::string(IndexVersion::kFormatKey), std::string(IndexVersion::kFormat));
}

}  // namespace

void sign_all(Xapian::WritableDatabase& database) {
  remove_pair_rows(database);
  sign_documents(database, 1);
  note_all_signed(database);
}

void sign_merged(const std::string& path) {
  Xapian::WritableDatabase database = open_writable(path, Sync::when_published);
  ArticleSigner(database).sign_from(database.get_lastdocid() + 1);
  database.commit();
}

ArticleSigner::ArticleSigner(Xapian::WritableDatabase& database)
    : database_(database),
      last_signed_(last_signed(database)),
      has_all_(last_signed_ && *last_signed_ >= database.get_lastdocid()) {}

void ArticleSigner::sign_from(Xapian::docid first_new) {
  if (!last_signed_) {
    if (database_.get_doccount() >= kFewestSigned) sign_all(database_);
    return;
  }
  sign_documents(database_, std::min(*last_signed_ + 1, first_new));
  note_all_signed(database_);
}

void ArticleSigner::sign(std::vector<SignedDocument> documents) {
  if (!last_signed_ && database_.get_lastdocid() <= kSignedInPlace) return sign_from(1);
  if (!last_signed_) return;
  if (!has_all_) return write_last_signed(database_, *last_signed_);
  std::sort(documents.begin(), documents.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  RowsOfDocuments rows(database_);
  for (const auto& [document, signature] : documents) rows.add(document, signature);
  rows.write_rest();
  note_all_signed(database_);
}

}  // namespace timbao
