// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/article_writer.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/base/day.h"
#include "common/index/schema.h"
#include "common/index/stored.h"
#include "common/index/term_maker.h"
#include "indexer/ledger/label.h"
#include "indexer/write/sort_keys.h"

namespace timbao {
namespace {

void add_text_terms(const std::vector<TermImpact>& terms, Xapian::Document& document) {
  std::string term;  // one string for all terms, so that its memory is used again
  for (const TermImpact& one : terms) {
    term = one.term;
    document.add_term(term, one.impact);
  }
}

void add_place_terms(const Article& article, const DocumentIdentity& identity, Xapian::Document& document) {
  document.add_boolean_term(std::string(identity.id_term));
  if (!identity.path_term.empty()) document.add_boolean_term(std::string(identity.path_term));
  if (plain_url(article.url).empty()) return;
  document.add_boolean_term(url_term(article.url));
  document.add_boolean_term(host_term(article.url));
}

void add_name_terms(const Article& article, Xapian::Document& document) {
  if (!article.source.empty()) document.add_boolean_term(name_term(row_of(Field::source).prefix, article.source));
  for (const std::string& section : article.sections)
    document.add_boolean_term(name_term(row_of(Field::section).prefix, section));
  for (const std::string& author : article.authors) document.add_boolean_term(name_term(prefix::kWholeAuthor, author));
}

void add_date_terms(const Article& article, Xapian::Document& document) {
  if (!article.date) return;
  const Day day = day_at(*article.date);
  for (const std::string& term : {day_term(day), month_term(day), year_term(day)}) document.add_boolean_term(term);
}

void add_order_values(const Article& article, Xapian::Document& document) {
  document.add_value(slot::kNewest, newest_key(article));
  document.add_value(slot::kOldest, oldest_key(article));
  document.add_value(slot::kTitle, title_key(article));
}

void add_month_value(const Article& article, Xapian::Document& document) {
  if (!article.date) return;
  document.add_value(slot::kMonth, month_term(day_at(*article.date)).substr(prefix::kMonth.size()));
}

void add_label(Xapian::valueno value_slot, std::string_view label, Xapian::Document& document) {
  if (!label.empty()) document.add_value(value_slot, slot_label(label));
}

void add_facet_values(const Article& article, Xapian::Document& document) {
  add_month_value(article, document);
  add_label(slot::kSource, article.source, document);
  if (!article.sections.empty()) add_label(slot::kSection, article.sections.front(), document);
  if (!article.authors.empty()) add_label(slot::kAuthor, article.authors.front(), document);
}

void add_identity_values(const DocumentIdentity& identity, Xapian::Document& document) {
  document.add_value(slot::kContentHash, std::string(identity.content_hash));
  document.add_value(slot::kPlaceInRun, Xapian::sortable_serialise(static_cast<double>(identity.place)));
  if (!identity.first_indexed.empty()) document.add_value(slot::kFirstIndexed, std::string(identity.first_indexed));
}

}  // namespace

glass::PartDocument ArticleWriter::write_for_part(const Article& article, const DocumentIdentity& identity) {
  glass::PartDocument made;
  Xapian::Document& document = made.document;
  ArticleTerms terms = terms_.make(article);
  add_place_terms(article, identity, document);
  add_name_terms(article, document);
  add_date_terms(article, document);
  add_order_values(article, document);
  add_facet_values(article, document);
  add_identity_values(identity, document);
  if (!terms.collapse_key.empty()) document.add_value(slot::kCollapse, terms.collapse_key);
  put_stored(document, std::move(terms.tokens), encode_article(article));
  made.text_terms = std::move(terms.terms);
  return made;
}

Xapian::Document ArticleWriter::write(const Article& article, const DocumentIdentity& identity) {
  glass::PartDocument made = write_for_part(article, identity);
  add_text_terms(made.text_terms, made.document);
  return std::move(made.document);
}

Xapian::Document ArticleWriter::write(const Article& article) {
  const std::string id = id_term(article.id),
                    path = article.path.empty() ? std::string() : path_term(file_of_path(article.path));
  return write(article, {id, path, content_hash(article), 0});
}

}  // namespace timbao
