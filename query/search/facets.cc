// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/facets.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <unordered_set>
#include <utility>

#include "common/index/article.h"
#include "common/index/schema.h"
#include "common/index/stored.h"
#include "common/index/terms.h"
#include "query/search/article_data.h"

namespace timbao {
namespace {

constexpr std::size_t kYearDigits = 4;

/// How the values of a facet are found and printed: a row for each FacetField.
struct FacetRow {
  FacetField value;
  std::string_view prefix;  // of the terms that an article has for its values
  unsigned name_slot;       // of names: where the first one stands as it is printed; 0: the values are dates
  std::vector<std::string> (*names)(const Article& article);

  [[nodiscard]] constexpr bool is_date() const { return names == nullptr; }
};

std::vector<std::string> sources_of(const Article& article) { return {article.source}; }
std::vector<std::string> sections_of(const Article& article) { return article.sections; }
std::vector<std::string> authors_of(const Article& article) { return article.authors; }

constexpr std::array<FacetRow, 5> kFacetRows{{
    {FacetField::source, prefix::kSource, slot::kSource, sources_of},
    {FacetField::section, prefix::kSection, slot::kSection, sections_of},
    {FacetField::author, prefix::kWholeAuthor, slot::kAuthor, authors_of},
    {FacetField::year, prefix::kYear, 0, nullptr},
    {FacetField::month, prefix::kMonth, 0, nullptr},
}};
static_assert(covers_every_value<kFacetRows>());

/// The spelling of a name that most articles have in the slot; among equals the first one in the order of bytes. Empty
/// where it is no article's first name.
std::string usual_spelling(const FacetRow& row, const std::string& term, const OpenArchive& archive,
                           const std::vector<Xapian::docid>& documents) {
  std::map<std::string, std::uint64_t> spellings;
  for (std::string& name : values_of(archive, documents, row.name_slot, Xapian::Query(term)))
    if (!name.empty()) ++spellings[std::move(name)];
  std::pair<std::string, std::uint64_t> usual;
  for (const auto& spelling : spellings)
    if (spelling.second > usual.second && name_term(row.prefix, spelling.first) == term) usual = spelling;
  return usual.first;
}

/// The spelling of a name in the newest of the articles that have it; "" where none has.
std::string spelling_in_newest(const FacetRow& row, const std::string& term, const OpenArchive& archive,
                               const std::vector<Xapian::docid>& documents) {
  std::pair<std::string, Xapian::docid> newest;
  for (const Xapian::docid document : documents) {
    std::string key = value_of(archive, document, slot::kNewest);
    if (newest.second == 0 || key < newest.first) newest = {std::move(key), document};
  }
  if (newest.second == 0) return {};
  const Article article = decode_article(stored_text(archive.database.get_document(newest.second)));
  for (const std::string& name : row.names(article))
    if (name_term(row.prefix, name) == term) return name;
  return {};
}

/// What a value is printed as: "2018-01" for M201801, "Báo Tỉnh" for XSbao tinh.
std::string printed(const FacetRow& row, const std::string& term, const ArticleSet& articles) {
  const std::string key = term.substr(row.prefix.size());
  if (row.is_date()) return key.size() > kYearDigits ? key.substr(0, kYearDigits) + '-' + key.substr(kYearDigits) : key;
  const std::vector<Xapian::docid> documents = articles.with(term);
  std::string name = usual_spelling(row, term, articles.archive(), documents);
  if (name.empty()) name = spelling_in_newest(row, term, articles.archive(), documents);
  return name.empty() ? key : name;
}

/// The values that articles have, by their terms, and how many articles have none.
struct CountedTerms {
  std::vector<std::pair<std::string, std::uint64_t>> terms;
  std::uint64_t without = 0;
};

CountedTerms count_terms(const FacetRow& row, const ArticleSet& articles, const Vocabulary& vocabulary) {
  CountedTerms counted;
  std::unordered_set<Xapian::docid> with_any;
  for (const TermCount& term : vocabulary.terms_beginning(std::string(row.prefix))) {
    const std::vector<Xapian::docid> documents = articles.with(term.term);
    if (documents.empty()) continue;
    counted.terms.emplace_back(term.term, documents.size());
    with_any.insert(documents.begin(), documents.end());
  }
  counted.without = articles.size() - with_any.size();
  return counted;
}

void sort_by_count(const FacetRow& row, CountedTerms& counted) {
  std::sort(counted.terms.begin(), counted.terms.end(), [&](const auto& a, const auto& b) {
    if (a.second != b.second) return a.second > b.second;
    return row.is_date() ? b.first < a.first : a.first < b.first;
  });
}

}  // namespace

Facet facet_of(const FacetRequest& request, const ArticleSet& articles, const Vocabulary& vocabulary) {
  const FacetRow& row = row_of_value(kFacetRows, request.field);
  CountedTerms counted = count_terms(row, articles, vocabulary);
  sort_by_count(row, counted);
  Facet facet;
  facet.field = request.field;
  facet.without = counted.without;
  const std::size_t shown = std::min(request.limit, counted.terms.size());
  facet.others = counted.terms.size() - shown;
  for (std::size_t i = 0; i < shown; ++i)
    facet.values.push_back({printed(row, counted.terms[i].first, articles), counted.terms[i].second});
  return facet;
}

}  // namespace timbao
