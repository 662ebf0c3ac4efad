// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/expand/documents.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "common/index/schema.h"
#include "common/text/docnumber.h"
#include "query/expand/typed_document.h"
#include "query/expand/typed_text.h"

namespace timbao {
namespace {

constexpr double kSurely = 0.9, kWithoutYear = 0.6;

/// How many documents of one number and year are searched for at most: those that most articles name.
constexpr std::size_t kMostDocuments = 8;

std::string document_term(std::string_view key) { return std::string(prefix::kDocument) + std::string(key); }

/// The terms that begin with a text, of which most articles come first.
std::vector<std::string> commonest(const Vocabulary& vocabulary, const std::string& beginning) {
  std::vector<TermCount> counts = vocabulary.terms_beginning(beginning);
  std::stable_sort(counts.begin(), counts.end(),
                   [](const TermCount& a, const TermCount& b) { return a.articles > b.articles; });
  std::vector<std::string> terms;
  for (std::size_t i = 0; i < std::min(counts.size(), kMostDocuments); ++i) terms.push_back(counts[i].term);
  return terms;
}

/// Makes the drafts of one document number.
class DocumentDrafts {
 public:
  DocumentDrafts(const TypedDocument& document, const Vocabulary& vocabulary)
      : document_(document), kind_(*document.kind), vocabulary_(vocabulary) {}

  /// What an archive does not have is no document's number: "nd 100" stays what it is.
  std::vector<Draft> make() {
    const std::vector<std::string> by_type = terms_by_type();
    const std::vector<std::string> by_year = document_.year.empty() ? std::vector<std::string>() : terms_by_year();
    if (by_type.empty() && by_year.empty()) return {};
    if (!by_year.empty()) add_forms(document_.year_end, document_.number + '/' + document_.year, by_year, kSurely);
    if (!by_type.empty())
      add_forms(document_.number_end, document_.number, by_type, document_.year.empty() ? kSurely : kWithoutYear);
    add_organ();
    return std::move(drafts_);
  }

 private:
  [[nodiscard]] std::vector<std::string> terms_by_type() const {
    std::string term = document_term(document_type_key(kind_.key, document_.number));
    if (vocabulary_.articles_with(term) > 0) return {std::move(term)};
    return commonest(vocabulary_, document_term(document_.number + '/' + std::string(kind_.key) + '/'));
  }

  /// A law's number names the National Assembly in place of the type: 59/2020/QH14.
  [[nodiscard]] std::vector<std::string> terms_by_year() const {
    const std::string beginning = document_term(document_.number + '/' + document_.year + '/');
    return commonest(vocabulary_, beginning + (kind_.key == "luat" ? "qh" : std::string(kind_.key) + '/'));
  }

  void add_forms(std::size_t end, const std::string& number, const std::vector<std::string>& terms, double weight) {
    const std::size_t its_first = drafts_.size();
    for (const std::string_view name : kind_.names) {
      if (name.empty()) continue;
      add(end, std::string(name) + ' ' + number, weight);
      add(end, std::string(name) + " số " + number, weight);
    }
    if (document_.named && !kind_.abbreviation.exact.empty())
      add(end, std::string(kind_.abbreviation.exact) + ' ' + number, weight);
    drafts_[its_first].terms = terms;
  }

  void add_organ() {
    if (document_.organ.empty()) return;
    std::string key = document_.number + '/';
    if (!document_.year.empty()) key += document_.year + '/';
    std::string term = document_term(key + std::string(kind_.key) + '/' + document_.organ);
    if (vocabulary_.articles_with(term) == 0) return;
    add(document_.end, "", kSurely);
    drafts_.back().terms.push_back(std::move(term));
  }

  void add(std::size_t end, std::string value, double weight) {
    drafts_.push_back(
        {AlternativeKind::document, document_.first, end - document_.first, std::move(value), {}, weight});
  }

  const TypedDocument& document_;
  const DocumentKind& kind_;
  const Vocabulary& vocabulary_;
  std::vector<Draft> drafts_;
};

}  // namespace

std::vector<Draft> document_drafts(const ExpandInput& input) {
  const TypedText text(input.text, input.value);
  std::vector<Draft> drafts;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::optional<TypedDocument> document = read_document(text, at);
    if (!document) continue;
    for (Draft& draft : DocumentDrafts(*document, input.vocabulary).make()) drafts.push_back(std::move(draft));
    at = document->number_end - 1;
  }
  return drafts;
}

}  // namespace timbao
