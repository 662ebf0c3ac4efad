// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/front/query_completion.h"

#include <algorithm>
#include <optional>

#include "common/base/ascii.h"
#include "common/base/utf8.h"
#include "common/index/schema.h"
#include "common/text/written.h"
#include "query/output/code_point_walk.h"

namespace timbao {
namespace {

/// The last word of a text, without what separates it from the next one.
std::string_view last_word(std::string_view text) {
  const std::size_t end = text.find_last_not_of(kQueryWordBreaks);
  return end == text.npos ? std::string_view() : split_at_word(text.substr(0, end + 1)).word;
}

/// A field's name with its colon, and what was typed behind it: title: and dan.
struct FieldAndRest {
  const FieldRow* field = nullptr;  ///< null: the word begins with no field
  std::string_view rest;
};

FieldAndRest field_of(std::string_view word) {
  const std::size_t colon = word.find(':');
  if (colon == word.npos) return {nullptr, word};
  const std::optional<Field> field = field_named(word.substr(0, colon));
  return field ? FieldAndRest{&row_of(*field), word.substr(colon + 1)} : FieldAndRest{nullptr, word};
}

/// The field whose quotes are open at the end of a text: source of `ngân sách source:"báo `; null where none are.
const FieldRow* open_quotes_of(std::string_view text) {
  if (std::count(text.begin(), text.end(), '"') % 2 == 0) return nullptr;
  const std::string_view head = text.substr(0, text.rfind('"'));
  return ends_with(head, ":") ? field_of(split_at_word(head).word).field : nullptr;
}

bool is_filter(const FieldRow& row) { return row.use == FieldUse::filter; }

/// A name whose first part stands on the line already: what is left of it from there, and the closing quote.
std::vector<QueryCompletion> complete_open_name(const FieldRow& field, const SplitAtWord& line,
                                                const Archive& archive) {
  const std::string_view typed_before = line.before.substr(line.before.rfind('"') + 1);
  const std::size_t letters = count_code_points(composed(typed_before));
  std::vector<QueryCompletion> words;
  const ToComplete wanted{field.field, std::string(typed_before) + std::string(line.word), {}};
  for (const Completion& name : archive.complete(wanted)) {
    CodePointWalk walk(name.text);
    walk.to(letters);
    words.push_back({std::string(walk.rest()) + '"', name.articles});
  }
  return words;
}

/// Completes a word of a query, which may begin with signs and with a field.
std::vector<QueryCompletion> complete_query_word(const SplitAtWord& line, const Archive& archive) {
  const std::size_t signs = std::min(line.word.find_first_not_of("+-="), line.word.size());
  const FieldAndRest typed = field_of(line.word.substr(signs));
  const std::string kept(line.word.substr(0, line.word.size() - typed.rest.size()));
  std::vector<QueryCompletion> words;
  if (typed.field == nullptr && !typed.rest.empty())
    for (const FieldRow& row : kFields)
      if (starts_with(row.name, typed.rest)) words.push_back({kept + std::string(row.name) + ":", 0});
  const bool is_name = typed.field != nullptr && is_filter(*typed.field);
  ToComplete wanted{std::nullopt, std::string(typed.rest), std::string(last_word(line.before))};
  if (typed.field != nullptr) wanted.field = typed.field->field;
  for (const Completion& found : archive.complete(wanted))
    words.push_back({kept + (is_name ? '"' + found.text + '"' : found.text), found.articles});
  return words;
}

}  // namespace

SplitAtWord split_at_word(std::string_view text) {
  const std::size_t last = text.find_last_of(kQueryWordBreaks);
  const std::size_t start = last == text.npos ? 0 : last + 1;
  return {text.substr(0, start), text.substr(start)};
}

std::vector<QueryCompletion> complete_query(std::string_view query, const Archive& archive) {
  const SplitAtWord split = split_at_word(query);
  const FieldRow* const quoted = open_quotes_of(split.before);
  if (quoted != nullptr && is_filter(*quoted)) return complete_open_name(*quoted, split, archive);
  if (split.word.empty()) return {};
  return complete_query_word(split, archive);
}

}  // namespace timbao
