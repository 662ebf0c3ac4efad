// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/filters.h"

#include <algorithm>
#include <array>

#include "common/index/terms.h"
#include "common/text/fold.h"

namespace timbao {
namespace {

std::vector<std::string> terms_of_number(const std::string& value) {
  Tokenizer tokenizer;
  const TokenizedText text = tokenizer.tokenize(value);
  for (const ExtraKind kind : {ExtraKind::document, ExtraKind::document_type})
    for (const Extra& extra : text.extras)
      if (extra.kind == kind) return {extra_term(extra)};
  return {std::string(prefix::kDocument) + bounded_key(fold_text(value))};
}

std::vector<std::string> terms_of_url(const std::string& value) {
  std::vector<std::string> terms{url_term(value)};
  if (plain_url(value).find('/') == std::string::npos) terms.push_back(host_term(value));
  return terms;
}

std::vector<std::string> terms_of_source(const std::string& value) {
  return {name_term(row_of(Field::source).prefix, value)};
}

std::vector<std::string> terms_of_section(const std::string& value) {
  return {name_term(row_of(Field::section).prefix, value)};
}

std::vector<std::string> terms_of_id(const std::string& value) { return {id_term(value)}; }

struct FilterRow {
  Field field;
  std::vector<std::string> (*terms_of)(const std::string& value);
};
constexpr std::array<FilterRow, 5> kFilterRows{{
    {Field::source, terms_of_source},
    {Field::section, terms_of_section},
    {Field::number, terms_of_number},
    {Field::id, terms_of_id},
    {Field::url, terms_of_url},
}};

}  // namespace

std::vector<std::string> filter_terms(const Node& filter) {
  const auto* row = std::find_if(kFilterRows.begin(), kFilterRows.end(),
                                 [&filter](const FilterRow& candidate) { return candidate.field == filter.field; });
  return row->terms_of(filter.value);
}

}  // namespace timbao
