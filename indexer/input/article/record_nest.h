// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace timbao {

/// In how many objects the records of a source of JSON stand.
///
///   objects_around_records(R"([{"title":"Đê điều","body":"…"}])") == 0
///   objects_around_records(R"({"data":[{"title":"Đê điều","body":"…"}]})") == 1
///   objects_around_records(R"({"response":{"docs":[{"title":"Đê điều","body":"…"}]}})") == 2
///
/// The first object is a record that has a title or a text and one more key that is known. An object within it is the
/// record instead where that has a text and the first one has not, or where neither has one and it has more known keys:
/// a feed has a title too.
///
/// Takes    the beginning of a source, of any bytes; it need not be JSON.
/// Returns  0 where the beginning shows no record.
/// Errors   none. Only the first object is looked at, to a depth of 32.
/// Source   docs/archives.md; covered by record_nest_test and reader_fuzz.
std::size_t objects_around_records(std::string_view head);

}  // namespace timbao
