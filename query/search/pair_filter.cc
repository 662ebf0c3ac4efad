// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/pair_filter.h"

#include <algorithm>
#include <bitset>
#include <cstring>
#include <string>
#include <utility>

#include "common/store/pair_rows.h"
#include "common/store/shards.h"
#include "query/plan/needed_lists.h"
#include "query/plan/phrase_pairs.h"
#include "query/plan/ranking_numbers.h"

namespace timbao {
namespace {

/// The bits that the signature of an article must have, each once.
std::vector<std::uint16_t> bits_of(const Clause& clause, const IndexedVector<WordId, AskedWord>& words) {
  std::vector<std::uint16_t> bits;
  for (const PhrasePair& pair : signed_pairs(clause, words))
    for (const std::uint16_t bit : bits_of_pair(pair.left.folded, pair.right.folded)) bits.push_back(bit);
  std::sort(bits.begin(), bits.end());
  bits.erase(std::unique(bits.begin(), bits.end()), bits.end());
  return bits;
}

/// The AND of some rows of a strip, in words of 64 bits: the compiler makes nothing fast out of single bytes.
std::vector<std::uint64_t> strip_of_rows(const Xapian::Database& database, std::size_t strip,
                                         const std::vector<std::uint16_t>& rows) {
  std::vector<std::uint64_t> all(kArticlesAStrip / 64, ~std::uint64_t{0}), one(all.size());
  for (const std::uint16_t row : rows) {
    const std::string bits = read_pair_row(database, {strip, row});
    std::fill(one.begin(), one.end(), 0);
    std::memcpy(one.data(), bits.data(), std::min(bits.size(), kArticlesAStrip / std::size_t{8}));
    for (std::size_t i = 0; i < all.size(); ++i) all.data()[i] &= one.data()[i];
  }
  return all;
}

/// How many bits are set.
std::size_t count_of(std::uint64_t word) { return std::bitset<64>(word).count(); }

/// Those of some documents that stand in the posting list of a term.
void add_common(const Xapian::Database& database, const std::string& term, const std::vector<Xapian::docid>& documents,
                std::vector<Xapian::docid>& common) {
  const Xapian::PostingIterator end = database.postlist_end(term);
  Xapian::PostingIterator at = database.postlist_begin(term);
  for (const Xapian::docid document : documents) {
    if (at != end && *at < document) at.skip_to(document);
    if (at == end) return;
    if (*at == document) common.push_back(document);
  }
}

/// Sorts what several posting lists gave.
std::vector<Xapian::docid> each_once(std::vector<Xapian::docid> documents) {
  std::sort(documents.begin(), documents.end());
  documents.erase(std::unique(documents.begin(), documents.end()), documents.end());
  return documents;
}

/// Those of some documents that stand in the posting list of one of the terms.
std::vector<Xapian::docid> in_any_list(const Xapian::Database& database, const NeededList& list,
                                       const std::vector<Xapian::docid>& documents) {
  std::vector<Xapian::docid> common;
  for (const std::string& term : list.terms) add_common(database, term, documents, common);
  return each_once(std::move(common));
}

}  // namespace

PairFilter::PairFilter(const Clause& clause, const PreparedQuestion& prepared, const OpenArchive& archive)
    : clause_(clause),
      context_(prepared.context(archive.vocabulary)),
      database_(archive.database),
      bits_(bits_of(clause, context_.words)) {
  static_assert(kArticlesAStrip % 64 == 0);
  if (bits_.empty() || archive.parts == nullptr) return;
  for (const Xapian::Database& database : *archive.parts) {
    const Xapian::docid last = database.get_lastdocid();
    const std::size_t strips = last == 0 ? 0 : strip_of_document(last) + 1;
    parts_.push_back({database, std::vector<std::vector<std::uint64_t>>(strips)});
    strips_to_read_ += strips * bits_.size();
  }
}

bool PairFilter::read_rows() {
  if (are_read_) return true;
  for (Part& part : parts_) {
    if (part.strips.empty()) continue;
    const std::optional<Xapian::docid> last = last_signed(part.database);
    if (!last || *last < part.database.get_lastdocid()) {
      parts_.clear();
      return false;
    }
    for (std::size_t strip = 0; strip < part.strips.size(); ++strip)
      part.strips[strip] = strip_of_rows(part.database, strip, bits_);
  }
  are_read_ = !parts_.empty();
  return are_read_;
}

bool PairFilter::may_hold(Xapian::docid document) {
  if (parts_.size() != 1) return true;
  // Reading an article costs about as much as reading a strip of a row.
  if (!are_read_ && ++asked_ < strips_to_read_) return true;
  return !read_rows() || stands_in_rows(document);
}

/// Documents of several databases are numbered in turn. A posting list of a damaged index may name a document that is not
/// there, of which rows tell nothing.
bool PairFilter::stands_in_rows(Xapian::docid document) const {
  const std::vector<std::vector<std::uint64_t>>& strips = parts_[shard_of_document(document, parts_.size())].strips;
  const Xapian::docid own = (document - 1) / static_cast<Xapian::docid>(parts_.size()) + 1;
  const std::size_t strip = strip_of_document(own), place = place_in_strip(own);
  return strip >= strips.size() || (strips[strip][place / 64] >> (place % 64) & 1U) != 0;
}

std::size_t PairFilter::count_in_rows() const {
  std::size_t count = 0;
  for (const Part& part : parts_)
    for (const std::vector<std::uint64_t>& strip : part.strips)
      for (const std::uint64_t word : strip) count += count_of(word);
  return count;
}

std::vector<Xapian::docid> PairFilter::documents_in_rows() const {
  std::vector<Xapian::docid> documents;
  const auto parts = static_cast<Xapian::docid>(parts_.size());
  for (Xapian::docid part = 0; part < parts; ++part) {
    Xapian::docid before = 0;  // how many documents of the part stand before a word
    for (const std::vector<std::uint64_t>& strip : parts_[part].strips)
      for (const std::uint64_t word : strip) {
        for (std::uint64_t rest = word; rest != 0; rest &= rest - 1)
          documents.push_back((before + static_cast<Xapian::docid>(__builtin_ctzll(rest))) * parts + part + 1);
        before += 64;
      }
  }
  if (parts > 1) std::sort(documents.begin(), documents.end());
  return documents;
}

/// Goes through the list, or through the rows, whichever holds fewer documents.
std::vector<Xapian::docid> PairFilter::in_rows_and_list(const NeededList& list) const {
  if (count_in_rows() < list.postings) return in_any_list(database_, list, documents_in_rows());
  std::vector<Xapian::docid> documents;
  for (const std::string& term : list.terms)
    for (auto at = database_.postlist_begin(term); at != database_.postlist_end(term); ++at)
      if (stands_in_rows(*at)) documents.push_back(*at);
  return each_once(std::move(documents));
}

/// The rarest list is always read, because rows do not tell which documents were deleted. Others are read while many articles
/// are left, but none that most articles stand in: it would drop too few.
std::optional<std::vector<Xapian::docid>> PairFilter::possible_articles() {
  if (parts_.empty()) return std::nullopt;
  const std::vector<NeededList> lists = needed_lists(clause_, context_);
  if (lists.empty() || lists.front().postings < ranking::kPostingsARow * strips_to_read_) return std::nullopt;
  if (!read_rows()) return std::nullopt;
  std::vector<Xapian::docid> possible = in_rows_and_list(lists.front());
  const double most_postings = ranking::kCommonList * context_.vocabulary.articles();
  for (auto list = lists.begin() + 1; list != lists.end(); ++list) {
    if (possible.size() <= ranking::kFewPossible || static_cast<double>(list->postings) > most_postings) break;
    possible = in_any_list(database_, *list, possible);
  }
  return possible;
}

}  // namespace timbao
