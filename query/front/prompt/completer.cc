// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/front/prompt/completer.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "common/base/ascii.h"
#include "common/base/utf8.h"
#include "common/index/schema.h"
#include "common/text/written.h"
#include "query/front/prompt/commands.h"
#include "query/front/prompt/prompt_options.h"
#include "query/output/code_point_walk.h"

namespace timbao {
namespace {

/// A line that ends in a word: what stands before the word, and the word.
struct SplitLine {
  std::string_view before, word;
};

SplitLine split_at_word(std::string_view line) {
  const std::size_t last = line.find_last_of(kPromptWordBreaks);
  const std::size_t start = last == line.npos ? 0 : last + 1;
  return {line.substr(0, start), line.substr(start)};
}

/// The last word of a text, without what separates it from the next one.
std::string_view last_word(std::string_view text) {
  const std::size_t end = text.find_last_not_of(kPromptWordBreaks);
  return end == text.npos ? std::string_view() : split_at_word(text.substr(0, end + 1)).word;
}

void add_if_begins(const std::string& candidate, std::string_view typed, std::vector<std::string>& words) {
  if (starts_with(candidate, typed)) words.push_back(candidate);
}

std::vector<std::string> complete_command(std::string_view typed) {
  std::vector<std::string> words;
  for (const PromptCommand& command : prompt_commands())
    add_if_begins(":" + std::string(command.name) + (command.argument.empty() ? "" : " "), typed, words);
  for (const QueryOption* option : prompt_options())
    add_if_begins(":" + option->row.long_name() + (option->row.argument.empty() ? "" : " "), typed, words);
  return words;
}

/// Completes what stands behind the name of a command.
LineCompletions complete_argument(const SplitLine& line) {
  const std::string_view name = line.before.substr(1, line.before.find(' ') - 1);
  LineCompletions completions;
  const PromptCommand* const command = prompt_command_named(name);
  completions.are_files = command != nullptr && command->takes == PromptArgument::file;
  if (const QueryOption* const option = prompt_option_named(name))
    for (const Choice& choice : option->row.choices) add_if_begins(choice.name, line.word, completions.words);
  return completions;
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
std::vector<std::string> complete_open_name(const FieldRow& field, const SplitLine& line, const Archive& archive) {
  const std::string_view typed_before = line.before.substr(line.before.rfind('"') + 1);
  const std::size_t letters = count_code_points(composed(typed_before));
  std::vector<std::string> words;
  const ToComplete wanted{field.field, std::string(typed_before) + std::string(line.word), {}};
  for (const Completion& name : archive.complete(wanted)) {
    CodePointWalk walk(name.text);
    walk.to(letters);
    words.push_back(std::string(walk.rest()) + '"');
  }
  return words;
}

/// Completes a word of a query, which may begin with signs and with a field.
std::vector<std::string> complete_query_word(const SplitLine& line, const Archive& archive) {
  const std::size_t signs = std::min(line.word.find_first_not_of("+-="), line.word.size());
  const FieldAndRest typed = field_of(line.word.substr(signs));
  const std::string kept(line.word.substr(0, line.word.size() - typed.rest.size()));
  std::vector<std::string> words;
  if (typed.field == nullptr && !typed.rest.empty())
    for (const FieldRow& row : kFields)
      if (starts_with(row.name, typed.rest)) words.push_back(kept + std::string(row.name) + ":");
  const bool is_name = typed.field != nullptr && is_filter(*typed.field);
  ToComplete wanted{std::nullopt, std::string(typed.rest), std::string(last_word(line.before))};
  if (typed.field != nullptr) wanted.field = typed.field->field;
  for (const Completion& found : archive.complete(wanted))
    words.push_back(kept + (is_name ? '"' + found.text + '"' : found.text));
  return words;
}

}  // namespace

LineCompletions complete_line(std::string_view line, const Archive& archive) {
  const SplitLine split = split_at_word(line);
  if (starts_with(line, ":")) {
    if (split.before.empty()) return {complete_command(split.word), false};
    return complete_argument(split);
  }
  const FieldRow* const quoted = open_quotes_of(split.before);
  if (quoted != nullptr && is_filter(*quoted)) return {complete_open_name(*quoted, split, archive), false};
  if (split.word.empty()) return {};
  return {complete_query_word(split, archive), false};
}

}  // namespace timbao
