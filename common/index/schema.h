// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace timbao {

/// The schema: which fields an article has, with which prefixes their terms begin, and which value slot holds what.
/// The indexer, the query parser, the search and --help all read these tables, so a field is added by a row here.
///
///   row_of(Field::title).prefix == "S"     field_named("so") == Field::number
///
/// Source   docs/index-format.md, "Terms" and "Value slots". The tables are checked when they are compiled, at the end
///          of this file; schema_test checks the rest.

/// The fields of an article, as queries and the index name them. A token sequence stores these numbers, so their order
/// may change only with the format.
enum class Field : std::uint8_t { title, lead, body, caption, author, source, section, number, id, url, date };

/// How a query uses a field.
enum class FieldUse : std::uint8_t {
  search,  ///< its words are found and ranked
  filter,  ///< it restricts what the rest of the query finds
};

/// Which of a text field's pairs of neighbours become terms.
enum class PairRule : std::uint8_t {
  none,
  listed,  ///< two-syllable words of the shipped list, and pairs of two of the commonest syllables (listed_pairs.h)
  all,
};

/// The prefixes of terms: each kind of term has one, and each prefix is written here only. They are capital letters
/// because folded forms have none, so a term of one kind is never a term of another: "Sdang~" can only be a title's word.
/// The reading terms of all text ("dang~93") have no prefix.
namespace prefix {
inline constexpr std::string_view kTitle = "S";
inline constexpr std::string_view kLead = "L";
inline constexpr std::string_view kCaption = "C";
inline constexpr std::string_view kAuthor = "A";        ///< words of the authors' names
inline constexpr std::string_view kWholeAuthor = "XA";  ///< a whole name of an author
inline constexpr std::string_view kSource = "XS";       ///< the whole name of the newspaper
inline constexpr std::string_view kSection = "XG";      ///< the whole name of a section
inline constexpr std::string_view kDocument = "O";      ///< the number of an official document: "O05-ct/tw"
inline constexpr std::string_view kId = "Q";
inline constexpr std::string_view kUrl = "U";
inline constexpr std::string_view kHost = "H";
inline constexpr std::string_view kPath = "P";
inline constexpr std::string_view kDay = "D";  ///< the article's date: "D20180131"
inline constexpr std::string_view kMonth = "M";
inline constexpr std::string_view kYear = "Y";
inline constexpr std::string_view kDayInText = "T";  ///< a date that the text names
inline constexpr std::string_view kPair = "B";       ///< two neighbouring folded forms: "Bxay dung"
inline constexpr std::string_view kLength = "N";     ///< a whole term, which every article has: its wdf is the length

/// All of them.
inline constexpr std::array<std::string_view, 18> kAll{
    kTitle, kLead, kCaption, kAuthor, kWholeAuthor, kSource, kSection,   kDocument, kId,
    kUrl,   kHost, kPath,    kDay,    kMonth,       kYear,   kDayInText, kPair,     kLength};
}  // namespace prefix

/// One row for each field.
struct FieldRow {
  Field field;
  std::string_view name;  ///< in queries, before the colon
  FieldUse use;
  std::string_view prefix;  ///< of the field's own terms; empty where its words are plain terms only
  unsigned plain_count;     ///< how often a word of the field counts among the plain terms
  PairRule pairs;
  std::string_view example;  ///< a query, for --help
  std::string_view help;
};

inline constexpr std::array<FieldRow, 11> kFields{{
    {Field::title, "title", FieldUse::search, prefix::kTitle, 3, PairRule::all, "title:\"đại hội\"",
     "words of the title"},
    {Field::lead, "lead", FieldUse::search, prefix::kLead, 1, PairRule::listed, "lead:\"quy hoạch\"",
     "words of the lead"},
    {Field::body, "body", FieldUse::search, "", 1, PairRule::listed, "body:ngân", "words of the body"},
    {Field::caption, "caption", FieldUse::search, prefix::kCaption, 1, PairRule::listed, "caption:\"khánh linh\"",
     "words of the pictures' captions"},
    {Field::author, "author", FieldUse::search, prefix::kAuthor, 1, PairRule::listed, "author:khánh",
     "words of the authors' names"},
    {Field::source, "source", FieldUse::filter, prefix::kSource, 0, PairRule::none, "source:\"báo tỉnh\"",
     "the newspaper, whole"},
    {Field::section, "section", FieldUse::filter, prefix::kSection, 0, PairRule::none, "section:\"thời sự\"",
     "the section, whole"},
    {Field::number, "so", FieldUse::filter, prefix::kDocument, 0, PairRule::none, "so:05-CT/TW", "a document's number"},
    {Field::id, "id", FieldUse::filter, prefix::kId, 0, PairRule::none, "id:2018/phuc-yen.txt", "one article"},
    {Field::url, "url", FieldUse::filter, prefix::kUrl, 0, PairRule::none, "url:https://example.vn/a.html",
     "an address, or a host"},
    {Field::date, "date", FieldUse::filter, prefix::kDay, 0, PairRule::none, "date:2017-12..31/01/2018",
     "a day, month, year or range"},
}};

/// The row of a field.
constexpr const FieldRow& row_of(Field field) { return kFields[static_cast<std::size_t>(field)]; }

/// The field that a query calls by this name; nothing where none has it.
///
///   field_named("title") == Field::title     field_named("Title") == std::nullopt
std::optional<Field> field_named(std::string_view name);

/// Xapian's value slots. The numbers are part of the format.
namespace slot {
inline constexpr unsigned kNewest = 0;         ///< sorts newest first: inverted seconds, and the id
inline constexpr unsigned kOldest = 1;         ///< sorts oldest first: seconds, and the id
inline constexpr unsigned kTitle = 2;          ///< sorts by title
inline constexpr unsigned kMonth = 3;          ///< "201801"
inline constexpr unsigned kSource = 4;         ///< as printed
inline constexpr unsigned kSection = 5;        ///< the first, as printed
inline constexpr unsigned kAuthor = 6;         ///< the first, as printed
inline constexpr unsigned kContentHash = 7;    ///< 16 bytes over the stored article
inline constexpr unsigned kPlaceInRun = 8;     ///< sortable: of two articles with one id, the later counts
inline constexpr unsigned kTokens = 9;         ///< the token sequence (stored.h)
inline constexpr unsigned kText = 10;          ///< the stored text (stored.h)
inline constexpr unsigned kCollapse = 11;      ///< 8 bytes, equal for most copies of one story (collapse_key.h)
inline constexpr unsigned kFirstIndexed = 12;  ///< moment_key() of the run that first indexed it; none where not known
}  // namespace slot

/// Whether the rows are in the order of Field, and their names and prefixes are distinct.
constexpr bool has_sound_rows() {
  for (std::size_t i = 0; i < kFields.size(); ++i) {
    if (kFields[i].field != static_cast<Field>(i)) return false;
    for (std::size_t j = 0; j < i; ++j)
      if (kFields[i].name == kFields[j].name || (!kFields[i].prefix.empty() && kFields[i].prefix == kFields[j].prefix))
        return false;
  }
  return true;
}
static_assert(has_sound_rows());

/// Whether no prefix begins with another: else a term of one kind could be read as one of another kind.
constexpr bool has_sound_prefixes() {
  for (std::size_t i = 0; i < prefix::kAll.size(); ++i)
    for (std::size_t j = 0; j < prefix::kAll.size(); ++j)
      if (i != j && prefix::kAll[i].substr(0, prefix::kAll[j].size()) == prefix::kAll[j]) return false;
  return true;
}
static_assert(has_sound_prefixes());

}  // namespace timbao
