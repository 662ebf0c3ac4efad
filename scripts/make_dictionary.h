// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

namespace timbao {

/// Makes the zstd dictionary of stored text: stock phrases of the language of news, and the frequencies of bytes.
///
/// Takes    JSONL articles with title and body.
/// Returns  a dictionary in zstd's own format: phrases of one to seven words that stand in at least kLeastArticles
///          articles, the most useful last, and tables of frequencies. Never text of one article.
/// Errors   Error if the file cannot be read; simdjson's exception if a line is not an article.
std::string make_dictionary(const std::string& articles_path);

}  // namespace timbao
