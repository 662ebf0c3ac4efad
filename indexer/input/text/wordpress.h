// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace timbao {

/// What WordPress says of one of its posts. A dump holds them all in one table: articles, and also drafts, older
/// versions of articles, pages, pictures and menus.
struct WordPressWords {
  std::string_view type, status;  ///< empty where the record does not say it
};

/// Why a post of WordPress is no published article.
///
///   why_no_post({"post", "publish"}) == ""     why_no_post({"revision", "inherit"}) == "whose type is 'revision'"
///
/// Takes    the words as they stand in the record.
/// Returns  the end of a line for people; empty for an article, and for a record that says neither.
/// Errors   none.
/// Source   the words of WordPress itself, and the names by which sites call posts that are news; covered by
///          feed_record_test and article_jsonl_test.
std::string why_no_post(const WordPressWords& words);

}  // namespace timbao
