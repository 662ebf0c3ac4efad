// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/document_filters.h"

#include <algorithm>

#include "common/index/moment_key.h"
#include "common/index/schema.h"
#include "query/language/days.h"
#include "query/plan/ranking_numbers.h"

namespace timbao {
namespace {

void collect(const Clause& clause, std::vector<std::string>& terms) {
  terms.insert(terms.end(), clause.terms.begin(), clause.terms.end());
  for (const Clause& child : clause.children) collect(child, terms);
}

}  // namespace

DocumentFilters::DocumentFilters(const Clause& clause, const Xapian::Database* database) : database_(database) {
  collect(clause, terms_);
  std::sort(terms_.begin(), terms_.end());
  terms_.erase(std::unique(terms_.begin(), terms_.end()), terms_.end());
}

bool DocumentFilters::has_any(const std::vector<std::string>& terms) {
  if (!has_read_terms_) read_terms();
  return std::any_of(present_.begin(), present_.end(), [&](const std::string* present) {
    return std::find(terms.begin(), terms.end(), *present) != terms.end();
  });
}

std::optional<Day> DocumentFilters::day() {
  if (!has_read_day_) day_ = day_of_key(document_->get_value(slot::kOldest));
  has_read_day_ = true;
  return day_;
}

std::optional<std::int64_t> DocumentFilters::first_indexed() {
  return moment_of_key(document_->get_value(slot::kFirstIndexed));
}

void DocumentFilters::read_terms() {
  has_read_terms_ = true;
  present_.clear();
  if (!by_article_ && pays_to_read_postings()) read_postings();
  if (!by_article_) return read_term_list();
  const Xapian::docid id = document_->get_docid();
  auto posting = std::lower_bound(by_article_->begin(), by_article_->end(), id,
                                  [](const Posting& each, Xapian::docid wanted) { return each.first < wanted; });
  for (; posting != by_article_->end() && posting->first == id; ++posting) present_.push_back(posting->second);
}

void DocumentFilters::read_term_list() {
  ++term_lists_;
  Xapian::TermIterator at = document_->termlist_begin();
  const Xapian::TermIterator end = document_->termlist_end();
  for (const std::string& term : terms_) {
    at.skip_to(term);
    if (at == end) return;
    if (*at == term) present_.push_back(&term);
  }
}

bool DocumentFilters::pays_to_read_postings() {
  if (database_ == nullptr || term_lists_ < ranking::kFewTermLists) return false;
  if (!postings_) {
    postings_ = 0;
    for (const std::string& term : terms_) *postings_ += database_->get_termfreq(term);
  }
  return term_lists_ * ranking::kPostingsATermList >= *postings_;
}

void DocumentFilters::read_postings() {
  by_article_.emplace();
  by_article_->reserve(*postings_);
  for (const std::string& term : terms_)
    for (auto posting = database_->postlist_begin(term); posting != database_->postlist_end(term); ++posting)
      by_article_->emplace_back(*posting, &term);
  std::sort(by_article_->begin(), by_article_->end());
}

}  // namespace timbao
