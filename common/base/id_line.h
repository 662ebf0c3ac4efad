// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace timbao {

// Ids on standard input, one a line, as the formats ids and tsv of timbao-query print them: for `timbao-query --show -`
// and for `timbao-index remove -`.
//
//   LineSource lines(in, kIdLineLimitBytes, [] {});
//   while (auto line = lines.next()) ids.push_back(id_on_line(line->text));
//
// Source   docs/query-language.md. Covered by id_line_test, query_show_test and index_remove_test.

/// The most bytes that a line with an id may have: 16 MB, as an article may have (--max-article).
inline constexpr std::size_t kIdLineLimitBytes = 16U << 20U;

/// The id that a line stands for: id_on_line(R"(a\tb)") == "a\tb".
///
/// Takes    a line without its end; any bytes.
/// Returns  what escape_line() made the line of; ill-formed bytes become U+FFFD, as those of an article's id did.
/// Errors   none.
std::string id_on_line(std::string_view line);

}  // namespace timbao
