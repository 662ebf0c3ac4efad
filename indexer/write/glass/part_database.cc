// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/glass/part_database.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <string_view>

#include "common/base/varint.h"
#include "common/store/damage/glass_names.h"
#include "common/store/index_errors.h"
#include "indexer/write/glass/keys.h"
#include "indexer/write/glass/out_file.h"
#include "indexer/write/glass/version_file.h"

namespace timbao::glass {
namespace {

constexpr std::string_view kPostings = kTables[0], kData = kTables[1], kTermLists = kTables[2];
constexpr std::size_t kMostTermBytes = 245;
constexpr std::size_t kMostPackedWdf = 127, kOneByte = 256;

std::string made_folder(const std::string& path) {
  if (::mkdir(path.c_str(), 0777) != 0) throw_system_error(path, errno);
  return path;
}

std::size_t shared_bytes(std::string_view left, std::string_view right) {
  const auto end = std::mismatch(left.begin(), left.end(), right.begin(), right.end());
  return static_cast<std::size_t>(end.first - left.begin());
}

/// Appends what is at most kMostTermBytes long, behind one byte for its length.
void append_short(std::string& list, std::string_view text) {
  list += static_cast<char>(text.size());
  list += text;
}

/// Appends what a term does not share with the one before it. Where they fit into one byte, how much it shares and its
/// wdf are packed into that.
void append_term(std::string& list, const NumberedTerm& term, std::string_view before) {
  const std::size_t shared = shared_bytes(before, term.term), wdf = term.number;
  const std::size_t packed = wdf < kMostPackedWdf ? (wdf + 1) * (before.size() + 1) + shared : kOneByte;
  list += static_cast<char>(packed < kOneByte ? packed : shared);
  append_short(list, term.term.substr(shared));
  if (packed >= kOneByte) append_varint(list, wdf);
}

}  // namespace

PartDatabase::PartDatabase(const std::string& path, Deflater& deflater)
    : path_(made_folder(path)),
      deflater_(deflater),
      lists_(table_path(path, kPostings)),
      term_lists_(table_path(path, kTermLists)) {}

void PartDatabase::add(const PartDocument& document) {
  ++documents_;
  sort_terms(document);
  const std::uint32_t length = add_postings();
  length_bytes_ += lengths_.add({documents_, length});
  length_sum_ += length;
  greatest_length_ = std::max(greatest_length_, length);
  if (length != 0 && (least_length_ == 0 || length < least_length_)) least_length_ = length;
  add_deflated(document_key(documents_), term_list(length), term_lists_);
  add_values(document.document);
  add_data(document.document.get_data());
}

/// Puts the terms of a document in order. Of one that comes several times the wdfs are added up, as Xapian does.
void PartDatabase::sort_terms(const PartDocument& document) {
  own_terms_.clear();
  own_terms_.reserve(document.document.termlist_count());
  terms_.clear();
  for (auto term = document.document.termlist_begin(); term != document.document.termlist_end(); ++term)
    terms_.emplace_back(own_terms_.emplace_back(*term), term.get_wdf());
  for (const TermImpact& one : document.text_terms) terms_.emplace_back(one.term, one.impact);
  std::sort(terms_.begin(), terms_.end());
  std::size_t kept = 0;
  for (const NumberedTerm& one : terms_) {
    if (kept > 0 && terms_[kept - 1].term == one.term)
      terms_[kept - 1].number += one.number;
    else
      terms_[kept++] = one;
  }
  terms_.erase(terms_.begin() + static_cast<std::ptrdiff_t>(kept), terms_.end());
}

/// Returns the length of the document: the sum of its wdfs.
std::uint32_t PartDatabase::add_postings() {
  std::uint32_t length = 0;
  for (const NumberedTerm& one : terms_) {
    if (one.term.size() > kMostTermBytes)
      throw Xapian::InvalidArgumentError("Term too long (> 245): " + std::string(one.term));
    postings_.add(one.term, {documents_, one.number});
    greatest_wdf_ = std::max(greatest_wdf_, one.number);
    length += one.number;
  }
  return length;
}

std::string PartDatabase::term_list(std::uint32_t length) const {
  std::string list;
  if (terms_.empty()) return list;
  append_varint(list, length);
  append_varint(list, terms_.size());
  append_short(list, terms_.front().term);
  append_varint(list, terms_.front().number);
  for (std::size_t i = 1; i < terms_.size(); ++i) append_term(list, terms_[i], terms_[i - 1].term);
  return list;
}

void PartDatabase::add_values(const Xapian::Document& document) {
  std::string slots;  // the steps from each slot to the next
  unsigned next = 0;
  for (auto value = document.values_begin(); value != document.values_end(); ++value) {
    append_varint(slots, value.get_valueno() - next);
    next = value.get_valueno() + 1;
    values_.add({value.get_valueno(), documents_}, *value, lists_);
  }
  if (!slots.empty()) add_deflated(slots_key(documents_), slots, term_lists_);
}

void PartDatabase::add_data(const std::string& data) {
  if (data.empty()) return;
  if (!data_) data_.emplace(table_path(path_, kData));
  add_deflated(document_key(documents_), data, *data_);
}

void PartDatabase::add_deflated(const std::string& key, const std::string& tag, TableFile& table) {
  const std::string_view smaller = deflater_.smaller(tag);
  if (smaller.empty())
    table.add(key, {tag});
  else
    table.add(key, {smaller, TagForm::deflated});
}

void PartDatabase::finish() {
  VersionContent content;
  values_.finish(lists_);
  lengths_.write(lists_);
  postings_.write(lists_);
  content.roots[0] = lists_.finish();
  if (data_) content.roots[1] = data_->finish();
  content.roots[2] = term_lists_.finish();
  content.documents = documents_;
  content.least_length = least_length_;
  content.greatest_length = greatest_length_;
  content.greatest_wdf = greatest_wdf_;
  content.length_sum = length_sum_;
  OutFile(version_file_path(path_)).write(version_bytes(content));
}

std::size_t PartDatabase::held_bytes() const { return postings_.held_bytes() + length_bytes_; }

}  // namespace timbao::glass
