// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/base/json.h"
#include "common/index/article.h"

namespace timbao {

/// An article as the JSON object that `dump` and `--show --format json` print.
///
///   {"id":"a1","title":"Đại hội","lead":null,"body":"…","captions":[],"author":"Nguyễn Khánh","source":null,
///    "section":["Thời sự","Xây dựng Đảng"],"date":"2018-01-31T08:01:00+07:00","url":null,"path":"a1.txt"}
///
/// Takes    an article; its fields need not come from this program.
/// Returns  the eleven keys above in this order. A field that the article does not have is null, but captions are an
///          empty list. `author` and `section` are a string where there is one, and a list where there are several. Then
///          follow `tags page issue edition` and `extra`, each only where the article has it. `timbao-index add` reads
///          the object back as an equal article.
/// Errors   none: a field of `others` whose JSON cannot be parsed, or is nested too deeply, is given as a string.
/// Source   README, "JSON". Covered by article_json_fuzz, tests/golden and the round trips of tests/cli.
Json article_json(const Article& article);

}  // namespace timbao
