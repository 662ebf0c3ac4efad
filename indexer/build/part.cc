// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/part.h"

namespace timbao {
namespace {

// Measured: each part leaves a chunk of its own in every term's list, so 300 make an index 9 % larger than 1,000; in
// 2,000 and more the trees in which Xapian gathers postings outgrow the processor's caches.
constexpr std::size_t kPartArticles = 1000;

}  // namespace

void PartWriter::add(const Xapian::Document& document, std::size_t text_bytes) {
  if (!database_) {
    path_ = parts_.new_path();
    database_.emplace(path_, Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC);
  }
  database_->add_document(document);
  ++articles_;
  bytes_ += text_bytes;
  if (articles_ >= kPartArticles || bytes_ >= limit_bytes_) finish();
}

void PartWriter::finish() {
  if (!database_) return;
  database_->commit();  // a destructor would swallow what goes wrong
  database_.reset();
  articles_ = bytes_ = 0;
  parts_.add(path_);
}

}  // namespace timbao
