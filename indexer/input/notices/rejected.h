// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/base/named_values.h"

namespace timbao {

/// Why something could not be indexed.
enum class RejectReason : std::uint8_t { missing, unreadable, empty, binary, too_large, broken_record };

/// The reasons' names in messages and as "reason" in the --errors file.
///
/// Source   docs/archives.md lists each; archives_page_test compares that list with this one.
inline constexpr std::array<NamedValue<RejectReason>, 6> kRejectReasonNames{{
    {RejectReason::missing, "missing"},
    {RejectReason::unreadable, "unreadable"},
    {RejectReason::empty, "empty"},
    {RejectReason::binary, "binary"},
    {RejectReason::too_large, "too_large"},
    {RejectReason::broken_record, "broken_record"},
}};
static_assert(covers_every_value<kRejectReasonNames>());

/// The name of one reason: reason_name(RejectReason::too_large) == "too_large".
constexpr std::string_view reason_name(RejectReason reason) { return row_of_value(kRejectReasonNames, reason).name; }

/// A file, a record or a folder that could not be indexed, and why. It is a value and no exception: the run counts it,
/// writes it to the --errors file and goes on with the next.
///
///   {"path":"news.jsonl","line":3,"reason":"broken_record","detail":"no JSON object that can be read: …"}
///
/// A Notice (notice.h) is the other kind of report: it is about something that was indexed, or left out on purpose.
struct Rejected {
  std::string path;        ///< as the user named it, or "-" for standard input
  std::string inner;       ///< its name inside a container; empty elsewhere
  std::uint64_t line = 0;  ///< in a file of records, from 1: the line where the record begins; 0 elsewhere
  std::string id;          ///< the article's id, where it was read before the fault was found
  RejectReason reason = RejectReason::empty;
  std::string detail;  ///< one line for people
};

/// A rejection whose path and line the caller adds.
///
///   return rejected_as(RejectReason::empty, "has neither a title nor a body");
///
/// Takes    the reason, and one line for people.
/// Returns  a Rejected without path, line and id.
/// Errors   none.
Rejected rejected_as(RejectReason reason, std::string detail);

/// The rejection of a path that a system call failed on.
///
///   rejected_by_system("/none", ENOENT).detail == "there is no such file or folder"
///
/// Takes    the path as the user named it, and an errno.
/// Returns  missing for ENOENT and ENOTDIR, else unreadable with the system's own words.
/// Errors   none.
/// Source   covered by byte_source_test and source_test.
Rejected rejected_by_system(const std::string& path, int error);

}  // namespace timbao
