// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/maintain/check_articles.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/base/error.h"
#include "common/index/document_terms.h"
#include "common/index/schema.h"
#include "common/index/sequence.h"
#include "common/index/stored.h"
#include "common/index/terms.h"
#include "common/store/shards.h"
#include "indexer/ledger/article_key.h"
#include "indexer/maintain/stored_articles.h"
#include "indexer/write/article_writer.h"

namespace timbao {
namespace {

/// The slots that every article fills.
constexpr std::array<Xapian::valueno, 7> kFilledSlots{
    slot::kNewest, slot::kOldest, slot::kTitle, slot::kContentHash, slot::kPlaceInRun, slot::kTokens, slot::kText};

using Terms = std::map<std::string, Xapian::termcount>;
using Values = std::map<Xapian::valueno, std::string>;

Terms terms_of(const Xapian::Document& document) {
  Terms terms;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term)
    terms.emplace_hint(terms.end(), *term, term.get_wdf());
  return terms;
}

/// All values but the place in the run and the moment of the first one, which do not follow from the article.
Values values_of(const Xapian::Document& document) {
  Values values;
  for (auto value = document.values_begin(); value != document.values_end(); ++value)
    if (value.get_valueno() != slot::kPlaceInRun && value.get_valueno() != slot::kFirstIndexed)
      values.emplace(value.get_valueno(), *value);
  return values;
}

/// The id of each document. Only the hash of the id's term is stored, so that a million articles take 16 MB.
class DocumentsOfIds {
 public:
  explicit DocumentsOfIds(const Xapian::Database& database, Faults& faults) {
    const std::string ids(row_of(Field::id).prefix);
    for (auto term = database.allterms_begin(ids); term != database.allterms_end(ids); ++term) {
      std::size_t documents = 0;
      for (auto at = database.postlist_begin(*term); at != database.postlist_end(*term); ++at, ++documents) {
        rows_.emplace_back(*at, hash_of_id_term(*term));
        if (shard_of_document(*at, database.size()) != shard_of_id(*term, database.size()))
          faults.add("the article " + shown_id_of(*term) + " stands in another shard than that of its id");
      }
      if (documents != 1)
        faults.add("the article " + shown_id_of(*term) + " stands in the index " + std::to_string(documents) +
                   " times");
    }
    std::sort(rows_.begin(), rows_.end());
  }

  [[nodiscard]] std::size_t size() const { return rows_.size(); }

  /// Whether the posting list of another id than this has a document. To be called in the order of documents.
  [[nodiscard]] bool stands_under_another(Xapian::docid document, const std::string& id_term) {
    while (next_ < rows_.size() && rows_[next_].first < document) ++next_;
    for (; next_ < rows_.size() && rows_[next_].first == document; ++next_)
      if (rows_[next_].second != hash_of_id_term(id_term)) return true;
    return false;
  }

 private:
  std::vector<std::pair<Xapian::docid, std::uint64_t>> rows_;
  std::size_t next_ = 0;
};

/// Looks for the terms of documents in the posting lists. Each list is opened once, in the order of terms.
class ListCheck {
 public:
  void add(Xapian::docid document, const Terms& terms) {
    for (const auto& [term, wdf] : terms) places_[term].emplace_back(document, wdf);
  }

  /// The documents that are missing in the posting list of one of their terms, or stand there with another wdf.
  [[nodiscard]] std::set<Xapian::docid> find_missing(const Xapian::Database& database) const {
    std::vector<const Places::value_type*> sorted;
    for (const auto& term : places_) sorted.push_back(&term);
    std::sort(sorted.begin(), sorted.end(), [](const auto* a, const auto* b) { return a->first < b->first; });
    std::set<Xapian::docid> missing;
    for (const Places::value_type* term : sorted) find_missing(database, term->first, term->second, missing);
    return missing;
  }

 private:
  using Rows = std::vector<std::pair<Xapian::docid, Xapian::termcount>>;
  using Places = std::unordered_map<std::string, Rows>;

  static void find_missing(const Xapian::Database& database, const std::string& term, const Rows& rows,
                           std::set<Xapian::docid>& missing) {
    auto at = database.postlist_begin(term);
    const auto end = database.postlist_end(term);
    for (const auto& [document, wdf] : rows) {
      if (at != end) at.skip_to(document);
      if (at == end || *at != document || at.get_wdf() != wdf) missing.insert(document);
    }
  }

  Places places_;
};

class ArticleCheck {
 public:
  ArticleCheck(const Xapian::Database& database, std::uint64_t least_compared, Faults& faults)
      : database_(database),
        step_(std::max<std::uint64_t>(database.get_doccount() / std::max<std::uint64_t>(least_compared, 1), 1)),
        faults_(faults),
        ids_(database, faults) {}

  CheckedArticles check_all() {
    // In the order of documents, so that the tables are read from front to back.
    for (auto at = database_.postlist_begin(""); at != database_.postlist_end(""); ++at) {
      lengths_ += at.get_doclength();
      check_document(*at, database_.get_document(*at, Xapian::DOC_ASSUME_VALID));
    }
    for (const Xapian::docid document : lists_.find_missing(database_))
      fault(database_.get_document(document), "is missing in the list of one of its terms");
    check_totals();
    return checked_;
  }

 private:
  /// Takes    the number of the document in the database of all shards: it itself has that of its shard.
  void check_document(Xapian::docid number, const Xapian::Document& document) {
    const bool is_compared = checked_.articles++ % step_ == 0;
    if (lacks_a_value(document)) return;
    check_sequence(document);
    const std::optional<Article> article = read_text(document);
    if (!article) return;
    if (ids_.stands_under_another(number, id_term(article->id)))
      return fault(document, "has the stored text of another article");
    if (is_compared) compare(number, document, *article);
  }

  void check_totals() {
    const std::uint64_t documents = database_.get_doccount();
    if (documents != ids_.size())
      faults_.add("of " + std::to_string(documents) + " documents " + std::to_string(ids_.size()) +
                  " stand under an id");
    else if (documents != checked_.articles)
      faults_.add("it has " + std::to_string(checked_.articles) + " documents, and it says " +
                  std::to_string(documents));
    else if (lengths_ != database_.get_total_length())
      faults_.add("its articles have " + std::to_string(lengths_) + " words in all, and it says " +
                  std::to_string(database_.get_total_length()));
  }

  bool lacks_a_value(const Xapian::Document& document) {
    const auto* const lacking = std::find_if(kFilledSlots.begin(), kFilledSlots.end(), [&](Xapian::valueno value_slot) {
      return document.get_value(value_slot).empty();
    });
    if (lacking == kFilledSlots.end()) return false;
    fault(document, "has nothing in slot " + std::to_string(*lacking));
    return true;
  }

  void check_sequence(const Xapian::Document& document) {
    try {
      static_cast<void>(checked_sequence(stored_tokens(document)));
    } catch (const Error&) {
      fault(document, "has a damaged token sequence");
    }
  }

  std::optional<Article> read_text(const Xapian::Document& document) {
    try {
      return stored_article(document);
    } catch (const Error&) {
      fault(document, "has a damaged stored text");
      return std::nullopt;
    }
  }

  void compare(Xapian::docid number, const Xapian::Document& document, const Article& article) {
    ++checked_.compared;
    const Xapian::Document expected = writer_.write(article);
    const Terms terms = terms_of(document);
    if (terms != terms_of(expected)) fault(document, "has other terms than its text gives");
    lists_.add(number, terms);
    if (values_of(document) != values_of(expected) || document.get_data() != expected.get_data())
      fault(document, "has other values than its text gives");
  }

  /// Adds a fault. The article is named by the term of its id, since its text may not be readable.
  void fault(const Xapian::Document& document, const std::string& what) {
    const std::string id_term = id_term_of(document);
    const std::string which =
        id_term.empty() ? "document " + std::to_string(document.get_docid()) : "article " + shown_id_of(id_term);
    faults_.add("the " + which + ' ' + what);
  }

  const Xapian::Database& database_;
  std::uint64_t step_;
  Faults& faults_;
  DocumentsOfIds ids_;
  ListCheck lists_;
  ArticleWriter writer_;
  CheckedArticles checked_;
  Xapian::totallength lengths_ = 0;
};

}  // namespace

CheckedArticles check_articles(const Xapian::Database& database, std::uint64_t least_compared, Faults& faults) {
  return ArticleCheck(database, least_compared, faults).check_all();
}

}  // namespace timbao
