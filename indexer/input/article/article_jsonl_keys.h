// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace timbao {

/// What of an article the value of a key becomes.
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
  tags,  ///< kept and shown under its own name, as the next three
  page,
  issue,
  edition,
  extra,  ///< an object whose members are kept
  other,  ///< no part: kept under "extra."
};
inline constexpr std::size_t kParts = 17;

/// A key of a record, and what it means.
struct KeyRow {
  std::string_view name;  ///< as plain_key() writes it
  Part part;
  std::string_view seen;  ///< where such a key was seen
};

/// What a key means, and how good a name it is: of two keys of one part that with the lower rank is taken.
struct KeyMeaning {
  Part part = Part::other;
  std::size_t rank = 0;
};

/// A key without what does not count: case, marks, `_`, `-`, `.` and white space.
///
///   plain_key("Publish_Date") == "publishdate"     plain_key("ngàyđăng") == "ngaydang"
std::string plain_key(std::string_view key);

/// The meaning of a key of a record.
///
///   meaning_of("sapo").part == Part::lead     meaning_of("tags/3").part == Part::tags     meaning_of("views").part ==
///   Part::other
///
/// Takes    a key as it stands in the record.
/// Errors   none.
/// Source   the names that exports of newspapers and crawlers use; each row says where it was seen.
KeyMeaning meaning_of(std::string_view key);

}  // namespace timbao
