// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace timbao {

/// What `add` has to say of something that it met and did not index as it stood. Nothing is rejected here: the article
/// is indexed, or the file is passed over on purpose.
enum class NoticeKind : std::uint8_t {
  // of an article or a record
  ill_formed,
  unread_date,
  unknown_key,
  kept_value,
  dropped_value,
  looks_like_html,
  same_id,
  // of a file that is read
  same_file,
  left_behind,
  // of what is passed over
  other_name,
  excluded,
  hidden,
  folder_link,
  outside_link,
  no_file,
};

/// How a kind of notice is told.
enum class NoticeClass : std::uint8_t { warning, passed_over };

/// One row a kind: the summary, the --errors file and the documents read this table.
struct NoticeRow {
  NoticeKind kind;
  NoticeClass notice_class;
  std::string_view name;         ///< "reason" in the --errors file
  std::string_view what;         ///< in the summary, before the count: "dates that could not be read"
  std::string_view consequence;  ///< in the summary, behind the count; empty where there is nothing to say
};

/// The row of a kind.
const NoticeRow& row_of(NoticeKind kind);

inline constexpr std::size_t kNoticeKinds = 15;

/// A remark on an article, before its place is known: what kind, how much of it, and what exactly.
struct Remark {
  NoticeKind kind = NoticeKind::unknown_key;
  std::size_t count = 1;
  std::string detail;  ///< one line for people
};

/// A remark with its place.
struct Notice {
  std::string path;  ///< as given, or "-" for standard input
  std::uint64_t line = 0;
  std::string id;
  Remark remark;
};

}  // namespace timbao
