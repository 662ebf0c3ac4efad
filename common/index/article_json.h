// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/base/json.h"
#include "common/index/article.h"

namespace timbao {

/// An article as the JSON object that `--show --format json` prints.
///
///   {"id":"a1","title":"Đại hội","lead":null,"body":"…","captions":[],"author":"Nguyễn Khánh","source":null,
///    "section":["Thời sự","Xây dựng Đảng"],"date":"2018-01-31T08:01:00+07:00","url":null,"path":"a1.txt"}
///
/// Returns  the eleven keys above in this order, null where the article has none of it (captions: an empty list);
/// author
///          and section are a string where there is one and a list where there are several; then `tags page issue
///          edition` and `extra`, each only where the article has it. `timbao-index add` reads it back as an equal
///          article.
/// Errors   none: another field whose JSON cannot be read is given as a string.
Json article_json(const Article& article);

}  // namespace timbao
