// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "common/base/day.h"
#include "common/text/tokenize.h"
#include "query/language/tree.h"
#include "query/request/note.h"

namespace timbao {

/// A query after it was read: its tree, and what of it was not understood.
struct ParsedQuery {
  Node root;                ///< always a group; a sequence without children matches nothing
  std::vector<Note> notes;  ///< what was not understood, and how it was read instead
};

/// Reads a query. Any text is a query: what is no operator is searched as words.
///
///   parse_query("+đảng \"tự chuyển hóa\" -title:họp date:2018", tokenizer, today)
///
/// It works in four steps: lex() cuts the text into items, settle_brackets() and settle_operators() make text of the
/// brackets, signs and keywords that do not count, spread_fields() gives the field before a bracket to what stands in
/// it, and what is left is built into a tree.
///
/// Takes    well-formed UTF-8, as a QueryText holds it; the tokenizer, which must outlive the tree; the day that counts
///          as today, for values such as `date:7d`.
/// Returns  a tree for every text, at most kQueryDepthLimit groups deep.
/// Errors   none: what could not be read is in the notes.
/// Threads  one Tokenizer a thread.
/// Source   docs/query-language.md. Covered by parse_test, parse_marks_test and fuzz/parse_fuzz.
ParsedQuery parse_query(std::string_view text, Tokenizer& tokenizer, const Day& today);

}  // namespace timbao
