// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace timbao {

/// What an article consists of, as queries and the index name it.
enum class Field : std::uint8_t { title, lead, body, caption, author, source, section, number, id, url, date };

/// How a query uses a field.
enum class FieldUse : std::uint8_t {
  search,  ///< its words are found and ranked
  filter,  ///< it restricts, whatever else is asked
};

/// Which of a text field's pairs of neighbours become terms.
enum class PairRule : std::uint8_t {
  none,
  listed,  ///< two-syllable words of the list, and two of the commonest syllables
  all,
};

/// One row a field: help, query parser, indexer and search read this table.
struct FieldRow {
  Field field;
  std::string_view name;  ///< in queries, before the colon
  FieldUse use;
  std::string_view prefix;  ///< of its own terms; empty: it has none but the plain ones
  unsigned plain_count;     ///< how often a word counts among the plain terms: 3 in titles
  PairRule pairs;
  std::string_view example;
  std::string_view help;
};

inline constexpr std::array<FieldRow, 11> kFields{{
    {Field::title, "title", FieldUse::search, "S", 3, PairRule::all, "title:\"đại hội\"", "words of the title"},
    {Field::lead, "lead", FieldUse::search, "L", 1, PairRule::listed, "lead:\"quy hoạch\"", "words of the lead"},
    {Field::body, "body", FieldUse::search, "", 1, PairRule::listed, "body:ngân", "words of the body"},
    {Field::caption, "caption", FieldUse::search, "C", 1, PairRule::listed, "caption:\"khánh linh\"",
     "words of the pictures' captions"},
    {Field::author, "author", FieldUse::search, "A", 1, PairRule::listed, "author:khánh",
     "words of the authors' names"},
    {Field::source, "source", FieldUse::filter, "XS", 0, PairRule::none, "source:\"báo tỉnh\"", "the newspaper, whole"},
    {Field::section, "section", FieldUse::filter, "XG", 0, PairRule::none, "section:\"thời sự\"", "the section, whole"},
    {Field::number, "so", FieldUse::filter, "O", 0, PairRule::none, "so:05-CT/TW", "a document's number"},
    {Field::id, "id", FieldUse::filter, "Q", 0, PairRule::none, "id:2018/phuc-yen.txt", "one article"},
    {Field::url, "url", FieldUse::filter, "U", 0, PairRule::none, "url:https://example.vn/a.html",
     "an address, or a host"},
    {Field::date, "date", FieldUse::filter, "D", 0, PairRule::none, "date:2017-12..31/01/2018",
     "a day, month, year or range"},
}};

/// The row of a field.
constexpr const FieldRow& row_of(Field field) { return kFields[static_cast<std::size_t>(field)]; }

/// The field that a query names so, if there is one.
std::optional<Field> field_named(std::string_view name);

/// Prefixes of terms that belong to no row: pairs, days in the text, whole authors, hosts, paths, lengths, months,
/// years.
namespace prefix {
inline constexpr std::string_view kPair = "B";
inline constexpr std::string_view kDayInText = "T";
inline constexpr std::string_view kDocument = "O";
inline constexpr std::string_view kWholeAuthor = "XA";
inline constexpr std::string_view kHost = "H";
inline constexpr std::string_view kPath = "P";
inline constexpr std::string_view kLength = "N";  ///< a whole term: every article's, its wdf the length in tokens
inline constexpr std::string_view kDay = "D";
inline constexpr std::string_view kMonth = "M";
inline constexpr std::string_view kYear = "Y";
}  // namespace prefix

/// Xapian's value slots: what each holds is docs/index-format.md, "Value slots".
namespace slot {
inline constexpr unsigned kNewest = 0;       ///< sorts newest first: inverted seconds and id
inline constexpr unsigned kOldest = 1;       ///< sorts oldest first: seconds and id
inline constexpr unsigned kTitle = 2;        ///< sorts by title
inline constexpr unsigned kMonth = 3;        ///< "201801"
inline constexpr unsigned kSource = 4;       ///< as printed
inline constexpr unsigned kSection = 5;      ///< the first, as printed
inline constexpr unsigned kAuthor = 6;       ///< the first, as printed
inline constexpr unsigned kContentHash = 7;  ///< 16 bytes over the stored article
inline constexpr unsigned kPlaceInFile = 8;  ///< line of a JSONL file, sortable: which of two articles came last
inline constexpr unsigned kTokens = 9;       ///< the token sequence (stored.h)
inline constexpr unsigned kText = 10;        ///< the stored text (stored.h)
inline constexpr unsigned kCollapse = 11;    ///< 8 bytes, the same for most copies of one story (collapse_key.h)
}  // namespace slot

/// The schema's own truth, checked when it is compiled: rows stand in the order of Field, names and prefixes are
/// distinct.
constexpr bool schema_is_sound() {
  for (std::size_t i = 0; i < kFields.size(); ++i) {
    if (kFields[i].field != static_cast<Field>(i)) return false;
    for (std::size_t j = 0; j < i; ++j)
      if (kFields[i].name == kFields[j].name || (!kFields[i].prefix.empty() && kFields[i].prefix == kFields[j].prefix))
        return false;
  }
  return true;
}
static_assert(schema_is_sound());

}  // namespace timbao
