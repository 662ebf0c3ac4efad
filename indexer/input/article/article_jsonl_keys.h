// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/base/named_values.h"

namespace timbao {

/// What part of an article the value of a key becomes. The order is that of the setters in record_article.cc.
enum class Part : std::uint8_t {
  id,
  title,
  lead,
  body,
  captions,
  authors,
  source,
  sections,
  date,
  url,
  path,
  tags,  ///< this and the next three are kept and shown under their own names, but not searched
  page,
  issue,
  edition,
  extra,  ///< an object whose members are kept, each under "extra.NAME"
  other,  ///< no part of an article: kept under "extra.NAME"
};
inline constexpr std::size_t kParts = 17;

/// The names of the parts that a key can be mapped to, in --map and in messages.
///
/// Source   docs/archives.md, "Records"; archives_page_test compares.
inline constexpr std::array<NamedValue<Part>, 15> kPartNames{{{Part::id, "id"},
                                                              {Part::title, "title"},
                                                              {Part::lead, "lead"},
                                                              {Part::body, "body"},
                                                              {Part::captions, "captions"},
                                                              {Part::authors, "author"},
                                                              {Part::source, "source"},
                                                              {Part::sections, "section"},
                                                              {Part::date, "date"},
                                                              {Part::url, "url"},
                                                              {Part::path, "path"},
                                                              {Part::tags, "tags"},
                                                              {Part::page, "page"},
                                                              {Part::issue, "issue"},
                                                              {Part::edition, "edition"}}};

/// One row of the table of keys: a name that an export uses, and what it means.
struct KeyRow {
  std::string_view name;  ///< as plain_key() writes it
  Part part;
  std::string_view seen;  ///< where such a key was seen
};

/// What a key means, and how good a name it is. Where a record has two keys for one part, that with the lower rank is
/// taken, and the other is kept under "extra.NAME".
struct KeyMeaning {
  Part part = Part::other;
  std::size_t rank = 0;  ///< up to kMostRank
};
inline constexpr std::size_t kMostRank = 1'000;

/// A key without what does not count when keys are compared: case, marks, `_`, `-`, `.` and white space.
///
///   plain_key("Publish_Date") == "publishdate"     plain_key("ngàyđăng") == "ngaydang"
///
/// Takes    UTF-8 of any length.
/// Errors   none.
/// Source   docs/archives.md; covered by archives_page_test and record_key_fuzz.
std::string plain_key(std::string_view key);

/// What an object is to the record that it stands in.
enum class InnerObject : std::uint8_t {
  value,   ///< the value of its key
  record,  ///< the record itself, around which a program has put what it knows of the record
  more,    ///< what else is known of the record; where the record itself says the same, that goes before it
};

/// What the object under a key is to the record that it stands in.
///
///   {"_index":"tin","_source":{"title":"Đê điều"}}            inner_object("_source")  == InnerObject::record
///   {"text":"Bà con họp.","metadata":{"title":"Đê điều"}}     inner_object("metadata") == InnerObject::more
///
/// Source   the table in article_jsonl_keys.cc says which programs write them; covered by article_jsonl_test and
///          record_nest_test.
InnerObject inner_object(std::string_view key);

/// The meaning of a key of a record.
///
///   meaning_of("sapo").part   == Part::lead
///   meaning_of("tags/3").part == Part::tags      // a table spreads one list over columns
///   meaning_of("news_url").part == Part::url     // with a word before or behind a name of the table
///   meaning_of("views").part  == Part::other
///
/// Takes    a key as it stands in the record.
/// Returns  Part::other for a key that the table does not have. A name with a word before or behind it has a higher rank
///          than every name that stands in the table.
/// Errors   none.
/// Source   the names that exports of newspapers and crawlers use; each row of the table (article_jsonl_keys.cc) says
///          where it was seen. archives_page_test compares the table with docs/archives.md.
KeyMeaning meaning_of(std::string_view key);

}  // namespace timbao
