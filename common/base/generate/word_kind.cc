// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/generate/word_kind.h"

#include <array>

#include "common/base/named_values.h"

namespace timbao {
namespace {

constexpr std::array<NamedValue<WordKind>, 4> kKindNames{
    {{WordKind::text, "text"}, {WordKind::file, "file"}, {WordKind::folder, "folder"}, {WordKind::query, "query"}}};
static_assert(covers_every_value<kKindNames>());

/// What help texts call the words of each kind.
constexpr std::array<NamedValue<WordKind>, 4> kCalled{
    {{WordKind::file, "FILE"}, {WordKind::file, "PATH"}, {WordKind::folder, "DIR"}, {WordKind::query, "QUERY"}}};

constexpr std::string_view kCapitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

}  // namespace

WordKind word_kind(std::string_view called) {
  const std::size_t first = called.find_first_of(kCapitals);
  if (first == std::string_view::npos) return WordKind::text;
  called.remove_prefix(first);
  const std::string_view name = called.substr(0, called.find_first_not_of(kCapitals));
  return value_named(kCalled, name).value_or(WordKind::text);
}

std::string_view name_of(WordKind kind) { return row_of_value(kKindNames, kind).name; }

}  // namespace timbao
