// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/query/support/small_index.h"

#include <utility>

#include "common/base/day.h"
#include "common/index/moment_key.h"
#include "common/index/schema.h"
#include "common/index/stored.h"
#include "common/index/term_maker.h"
#include "common/store/index_folder.h"
#include "common/store/publish.h"
#include "common/store/writer_lock.h"
#include "common/store/written_versions.h"
#include "common/text/fold.h"

namespace timbao::test {
namespace {

void add_filter_terms(const Article& article, Xapian::Document& document) {
  document.add_boolean_term(id_term(article.id));
  if (!article.source.empty()) document.add_boolean_term(name_term(row_of(Field::source).prefix, article.source));
  for (const std::string& section : article.sections)
    document.add_boolean_term(name_term(row_of(Field::section).prefix, section));
  for (const std::string& author : article.authors) document.add_boolean_term(name_term(prefix::kWholeAuthor, author));
  if (!article.url.empty()) {
    document.add_boolean_term(url_term(article.url));
    document.add_boolean_term(host_term(article.url));
  }
  if (!article.date) return;
  const Day day = day_at(*article.date);
  for (const std::string& term : {day_term(day), month_term(day), year_term(day)}) document.add_boolean_term(term);
}

/// The first name of each kind as it is printed.
void add_names(const Article& article, Xapian::Document& document) {
  if (!article.source.empty()) document.add_value(slot::kSource, article.source);
  if (!article.sections.empty()) document.add_value(slot::kSection, article.sections.front());
  if (!article.authors.empty()) document.add_value(slot::kAuthor, article.authors.front());
}

}  // namespace

Xapian::Document document_of(const Article& article, TermMaker& terms) {
  Xapian::Document document;
  const ArticleTerms made = terms.make(article);
  for (const TermImpact& term : made.terms) document.add_term(std::string(term.term), term.impact);
  add_filter_terms(article, document);
  add_names(article, document);
  const std::string newest = newest_moment_key(article.date) + bounded_key(article.id);
  document.add_value(slot::kNewest, newest);
  document.add_value(slot::kOldest, moment_key(article.date) + bounded_key(article.id));
  document.add_value(slot::kTitle, fold_text(article.title) + '\0' + canonical(article.title) + '\0' + newest);
  if (!made.collapse_key.empty()) document.add_value(slot::kCollapse, made.collapse_key);
  put_stored(document, made.tokens, encode_article(article));
  return document;
}

void write_index(const std::string& directory, const std::vector<Article>& articles) {
  const WriterLock lock(directory);
  const std::string generation = next_generation(directory);
  Xapian::WritableDatabase database(generation_path(directory, generation), Xapian::DB_CREATE | Xapian::DB_NO_SYNC);
  TermMaker terms;
  for (const Article& article : articles) database.add_document(document_of(article, terms));
  write_versions(database);
  database.close();
  publish_generations(directory, {generation});
}

}  // namespace timbao::test
