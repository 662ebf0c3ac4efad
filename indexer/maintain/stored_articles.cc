// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/maintain/stored_articles.h"

#include <map>
#include <optional>
#include <set>
#include <string_view>

#include "common/base/error.h"
#include "common/index/schema.h"
#include "common/index/stored.h"

namespace timbao {
namespace {

constexpr std::size_t kHashDigits = 16;

/// Whether a term may be that of an id which is not wholly in it (docs/index-format.md, "bounded key").
bool may_be_cut(const std::string& term) {
  return term.size() > kHashDigits &&
         term.find_first_not_of("0123456789abcdef", term.size() - kHashDigits) == std::string::npos;
}

std::optional<std::string> id_of(const Xapian::Document& document) {
  try {
    return stored_article(document).id;
  } catch (const Error&) {
    return std::nullopt;
  }
}

const std::string& id_prefix() {
  static const std::string kPrefix(row_of(Field::id).prefix);
  return kPrefix;
}

/// The terms of cut ids, by what sorts them: prefix and whole id.
std::map<std::string, std::string> cut_ids(const Xapian::Database& database) {
  std::map<std::string, std::string> by_id;
  for (auto term = database.allterms_begin(id_prefix()); term != database.allterms_end(id_prefix()); ++term) {
    if (!may_be_cut(*term)) continue;
    const auto id = id_of(database.get_document(*database.postlist_begin(*term)));
    if (id && id_prefix() + *id != *term) by_id.emplace(id_prefix() + *id, *term);
  }
  return by_id;
}

}  // namespace

Article stored_article(const Xapian::Document& document) {
  Article article = decode_article(stored_text(document));
  if (content_hash(article) != document.get_value(slot::kContentHash))
    throw Error(ExitCode::index_failed, "the index is damaged: a stored text does not fit its content hash");
  return article;
}

void walk_in_id_order(const Xapian::Database& database, const std::string& behind,
                      const std::function<void(const IdPlace& place, Xapian::docid number)>& visit) {
  const auto visit_all = [&](const IdPlace& place) {
    if (place.key <= behind) return;
    for (auto at = database.postlist_begin(place.id_term); at != database.postlist_end(place.id_term); ++at)
      visit(place, *at);
  };
  const std::map<std::string, std::string> cut = cut_ids(database);
  std::set<std::string_view> is_cut;
  for (const auto& [id, term] : cut) is_cut.insert(term);
  auto next = cut.begin();
  for (auto term = database.allterms_begin(id_prefix()); term != database.allterms_end(id_prefix()); ++term) {
    if (is_cut.count(*term) > 0) continue;
    for (; next != cut.end() && next->first < *term; ++next) visit_all({next->first, next->second});
    visit_all({*term, *term});
  }
  for (; next != cut.end(); ++next) visit_all({next->first, next->second});
}

}  // namespace timbao
