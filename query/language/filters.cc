// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/filters.h"

#include "common/index/terms.h"
#include "common/text/fold.h"

namespace timbao {
namespace {

std::vector<std::string> number_terms(const std::string& value) {
  Tokenizer tokenizer;
  const TokenizedText text = tokenizer.tokenize(value);
  for (const ExtraKind kind : {ExtraKind::document, ExtraKind::document_type})
    for (const Extra& extra : text.extras)
      if (extra.kind == kind) return {extra_term(extra)};
  return {std::string(prefix::kDocument) + bounded_key(fold_text(value))};
}

std::vector<std::string> url_terms(const std::string& value) {
  std::vector<std::string> terms{url_term(value)};
  if (plain_url(value).find('/') == std::string::npos) terms.push_back(host_term(value));
  return terms;
}

using TermsOf = std::vector<std::string> (*)(const Node&);

TermsOf terms_of(Field field) {
  switch (field) {
    case Field::source:
      return [](const Node& n) { return std::vector{name_term(row_of(Field::source).prefix, n.value)}; };
    case Field::section:
      return [](const Node& n) { return std::vector{name_term(row_of(Field::section).prefix, n.value)}; };
    case Field::number:
      return [](const Node& n) { return number_terms(n.value); };
    case Field::url:
      return [](const Node& n) { return url_terms(n.value); };
    default:
      return [](const Node& n) { return std::vector{id_term(n.value)}; };
  }
}

}  // namespace

std::vector<std::string> filter_terms(const Node& filter) { return terms_of(*filter.field)(filter); }

}  // namespace timbao
