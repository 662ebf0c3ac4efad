// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace timbao {

/// What `add` reports of something that it did not index as it stood. Nothing is rejected here (rejected.h): the
/// article is indexed, or the file is passed over on purpose. The order is that of the rows in notice.cc and of the
/// summary.
enum class NoticeKind : std::uint8_t {
  // of an article or a record
  ill_formed,
  other_charset,
  restored_letters,
  unread_date,
  unknown_key,
  kept_value,
  dropped_value,
  cut_off,
  read_as_html,
  looks_like_html,
  same_id,
  // of a file that is read
  same_file,
  other_table,
  left_behind,
  // of what is passed over
  no_article,
  other_name,
  excluded,
  hidden,
  folder_link,
  outside_link,
  no_file,
  other_record,
};

/// Where a kind of notice is reported: a warning is listed by path and line, what was passed over is only counted
/// unless --verbose asks for all. It is "kind" in the --errors file.
enum class NoticeClass : std::uint8_t { warning, passed_over };

/// One row for each kind: the summary, the --errors file and the tests of docs/archives.md read this table.
///
///   {NoticeKind::unread_date, warning, "unread_date", "dates that could not be read",
///    "their articles have no date, and the text is kept"}
struct NoticeRow {
  NoticeKind value;
  NoticeClass notice_class;
  std::string_view name;         ///< "reason" in the --errors file
  std::string_view what;         ///< in the summary, before the count: "dates that could not be read"
  std::string_view consequence;  ///< in the summary, behind the count; empty where there is nothing to say
};

/// The row of a kind.
///
///   row_of(NoticeKind::hidden).name == "hidden"
const NoticeRow& row_of(NoticeKind kind);

inline constexpr std::size_t kNoticeKinds = static_cast<std::size_t>(NoticeKind::other_record) + 1;

/// A notice whose place is not known yet: a parser makes it, and its caller knows path and line.
///
///   {NoticeKind::unread_date, 1, "'hôm qua' is no date"}
struct Remark {
  NoticeKind kind = NoticeKind::unknown_key;
  std::size_t count = 1;  ///< how many such things it stands for
  std::string detail;     ///< one line for people
};

/// A remark with its place: what is printed and what the --errors file has.
///
///   {"news.jsonl", 12, "a1", {NoticeKind::unread_date, 1, "'hôm qua' is no date"}}
struct Notice {
  std::string path;        ///< as given, or "-" for standard input
  std::uint64_t line = 0;  ///< in a file of records, from 1; 0 elsewhere
  std::string id;          ///< the article's id; empty where the notice is about a file
  Remark remark;
  std::string inner = {};  ///< its name inside a container; empty elsewhere
};

/// The notice of a record or a file that is no article and is passed over on purpose; the caller adds path and line.
///
///   return passed_over_as("a draft");
///
/// Takes    one line for people, which says what it is.
Notice passed_over_as(std::string detail);

}  // namespace timbao
