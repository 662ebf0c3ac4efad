// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/maintain/check_articles.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "common/base/error.h"
#include "common/index/schema.h"
#include "common/index/stored.h"
#include "common/index/terms.h"
#include "common/text/utf8.h"
#include "indexer/build/article_writer.h"
#include "indexer/maintain/stored_articles.h"

namespace timbao {
namespace {

constexpr std::size_t kShownBytes = 100;

/// The slots that every article fills.
constexpr std::array<Xapian::valueno, 7> kFilledSlots{
    slot::kNewest, slot::kOldest, slot::kTitle, slot::kContentHash, slot::kPlaceInFile, slot::kTokens, slot::kText};

using Terms = std::map<std::string, Xapian::termcount>;
using Values = std::map<Xapian::valueno, std::string>;

Terms terms_of(const Xapian::Document& document) {
  Terms terms;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term)
    terms.emplace_hint(terms.end(), *term, term.get_wdf());
  return terms;
}

/// All but the place in its run, which does not follow from the article, and what earlier programs did not write.
Values values_of(const Xapian::Document& document) {
  Values values;
  for (auto value = document.values_begin(); value != document.values_end(); ++value)
    if (value.get_valueno() != slot::kPlaceInFile && value.get_valueno() != slot::kCollapse)
      values.emplace(value.get_valueno(), *value);
  return values;
}

/// The collapse key is right, or has never been written.
bool has_key_of(const Xapian::Document& document, const Xapian::Document& expected) {
  const std::string key = document.get_value(slot::kCollapse);
  return key.empty() || key == expected.get_value(slot::kCollapse);
}

class ArticleCheck {
 public:
  ArticleCheck(const Xapian::Database& database, std::uint64_t least_compared, Faults& faults)
      : database_(database),
        step_(std::max<std::uint64_t>(database.get_doccount() / std::max<std::uint64_t>(least_compared, 1), 1)),
        faults_(faults) {}

  CheckedArticles check_all() {
    const std::string ids(row_of(Field::id).prefix);
    for (auto term = database_.allterms_begin(ids); term != database_.allterms_end(ids); ++term) check_id(*term);
    const std::uint64_t documents = database_.get_doccount();
    if (documents != with_id_)
      faults_.add("of " + std::to_string(documents) + " documents " + std::to_string(with_id_) + " stand under an id");
    else if (lengths_ != database_.get_total_length())
      faults_.add("its articles have " + std::to_string(lengths_) + " words in all, and it says " +
                  std::to_string(database_.get_total_length()));
    return checked_;
  }

 private:
  void check_id(const std::string& id_term) {
    Xapian::termcount documents = 0;
    for (auto at = database_.postlist_begin(id_term); at != database_.postlist_end(id_term); ++at, ++documents)
      check_document(*at, id_term);
    with_id_ += documents;
    if (documents != 1) fault(id_term, "stands in the index " + std::to_string(documents) + " times");
  }

  void check_document(Xapian::docid number, const std::string& id_term) {
    const Xapian::Document document = database_.get_document(number);
    lengths_ += database_.get_doclength(number);
    const bool is_compared = checked_.articles++ % step_ == 0;
    if (lacks_a_value(document, id_term)) return;
    check_sequence(document, id_term);
    const std::optional<Article> article = read_text(document, id_term);
    if (!article) return;
    if (timbao::id_term(article->id) != id_term) return fault(id_term, "has the stored text of another article");
    if (is_compared) compare(document, *article, id_term);
  }

  bool lacks_a_value(const Xapian::Document& document, const std::string& id_term) {
    const auto* const lacking = std::find_if(kFilledSlots.begin(), kFilledSlots.end(), [&](Xapian::valueno value_slot) {
      return document.get_value(value_slot).empty();
    });
    if (lacking == kFilledSlots.end()) return false;
    fault(id_term, "has nothing in slot " + std::to_string(*lacking));
    return true;
  }

  void check_sequence(const Xapian::Document& document, const std::string& id_term) {
    try {
      static_cast<void>(checked_sequence(stored_tokens(document)));
    } catch (const Error&) {
      fault(id_term, "has a damaged token sequence");
    }
  }

  std::optional<Article> read_text(const Xapian::Document& document, const std::string& id_term) {
    try {
      return stored_article(document);
    } catch (const Error&) {
      fault(id_term, "has a damaged stored text");
      return std::nullopt;
    }
  }

  void compare(const Xapian::Document& document, const Article& article, const std::string& id_term) {
    ++checked_.compared;
    const Xapian::Document expected = writer_.write(article, 0);
    const Terms terms = terms_of(document);
    if (terms != terms_of(expected)) fault(id_term, "has other terms than its text gives");
    if (!is_in_lists(document.get_docid(), terms)) fault(id_term, "is missing in the list of one of its terms");
    if (values_of(document) != values_of(expected) || document.get_data() != expected.get_data() ||
        !has_key_of(document, expected))
      fault(id_term, "has other values than its text gives");
  }

  [[nodiscard]] bool is_in_lists(Xapian::docid number, const Terms& terms) const {
    return std::all_of(terms.begin(), terms.end(), [&](const auto& term) {
      auto at = database_.postlist_begin(term.first);
      at.skip_to(number);
      return at != database_.postlist_end(term.first) && *at == number && at.get_wdf() == term.second;
    });
  }

  void fault(const std::string& id_term, const std::string& what) {
    const std::string id = id_term.substr(row_of(Field::id).prefix.size());
    faults_.add("the article " + std::string(cut_at_code_point(id, kShownBytes)) + ' ' + what);
  }

  const Xapian::Database& database_;
  std::uint64_t step_;
  Faults& faults_;
  ArticleWriter writer_;
  CheckedArticles checked_;
  std::uint64_t with_id_ = 0;
  Xapian::totallength lengths_ = 0;
};

}  // namespace

CheckedArticles check_articles(const Xapian::Database& database, std::uint64_t least_compared, Faults& faults) {
  return ArticleCheck(database, least_compared, faults).check_all();
}

}  // namespace timbao
