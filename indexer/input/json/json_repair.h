// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace timbao {

/// Replaces the numbers NaN, Infinity and -Infinity by null, in place. JSON does not have them, but programs write them
/// where a value is missing, so that a parser would reject the whole record.
///
///   {"views":NaN,"x":-Infinity}   becomes   {"views":null,"x":null}
///   {"title":"NaN"}               stays: inside a string it is text
///
/// Takes    a record that is JSON but for these numbers; of other text it replaces what stands outside of strings.
/// Errors   none.
/// Source   what Python's json module writes for float("nan") and float("inf") (allow_nan); covered by
///          article_jsonl_test and json_scan_fuzz.
void replace_odd_numbers(std::string& json);

/// A record as JSON that was written as a program's own notation of objects.
///
///   {"a":[1,2,],}                        commas before a closing bracket go
///   {"_id":ObjectId("5f"),"n":new Date(5)}   a call becomes the list of its arguments: {"_id":["5f"],"n":[5]}
///   {"a":1, /* one */ "b":2}             comments of JavaScript go
///   {title:'Ông "Ba"',x:None,y:True}     names get quotes, quotes become those of JSON, and values those of JSON
///   "a<line end>b \\d"                    within strings, controls and a backslash that begins no escape are escaped
///
/// Takes    any bytes.
/// Returns  a text whose length is at most six times that of the record; what is broken otherwise stays broken. JSON stays
///          the same JSON.
/// Errors   none.
/// Source   what crawlers, the shell of MongoDB, scripts of pages and Python's str() write; covered by json_repair_test and
///          loose_record_fuzz.
std::string loosened_json(std::string_view json);

}  // namespace timbao
