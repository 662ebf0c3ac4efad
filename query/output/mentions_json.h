// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "common/base/json.h"
#include "query/request/mention.h"

namespace timbao {

/// A mention as an object of the schema timbao-query/1: an element of the items of `mentions`, and a line of jsonl.
///
///   {"id":"tl-7","title":"Xây dựng Đảng…","date":"2019-03-12T07:00:00+07:00","source":null,"field":"body","item":0,
///    "marks":[0,7],"left":"","match":"Đảng bộ","right":" huyện hiện có","reading":"đảng bộ"}
///
/// Returns  null for what the article lacks; `index` only where several indexes are searched.
/// Errors   none.
/// Source   docs/mentions.md lists the keys; keys are only ever added. Covered by mentions_output_test.
Json mention_json(const Mention& mention);

/// The key under which `--show --format json` has the text of a field, which `marks` count in:
/// key_of_text(Field::caption) == "captions".
std::string_view key_of_text(Field field);

/// The value of the key `mentions` of an answer: {"count":12,"articles":5,"sort":"left","offset":0,"items":[…]}.
Json mentions_json(const MentionRequest& request, const Mentions& mentions);

/// Adds to an object what of a query is marked in an article: `marks` and `words`.
///
///   "marks":{"title":[[0,7,0,1]],"lead":[],"body":[…],"captions":[[…]],"author":[]},
///   "words":[{"word":"đảng","field":null,"mentions":12},{"word":"bộ",…}]
///
/// A mark is [begin, end, word …]: the places in `words` of all that take part in it, one at least.
///
/// Takes    the object to which both are added.
/// Errors   none.
/// Source   docs/mentions.md. Covered by mentions_output_test.
void add_marks_json(const ArticleMarks& marks, Json& object);

}  // namespace timbao
