// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace timbao {

/// Whether an author that a word processor names is a person: each word is a Vietnamese syllable with a capital letter, which
/// the names of computers and of their first users are not. Of names without marks only those count that need none.
///
///   is_person("Nguyễn Văn An") == true     is_person("Microsoft Office User") == false
///
/// Takes    a text of any length.
/// Errors   none.
/// Source   covered by office_properties_test.
bool is_person(std::string_view author);

/// When a document was made; nothing where it was made by a program from its template.
///
///   date_created("2019-03-12T02:00:00Z") is 2019-03-12 09:00 in Viet Nam     date_created("2013-12-23T23:15:00Z") is nothing
///
/// Errors   none.
/// Source   the template of python-docx has the second date; covered by office_properties_test.
std::optional<std::int64_t> date_created(std::string_view created);

}  // namespace timbao
