// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace timbao {

/// The text of a query as it was typed, always well-formed UTF-8: what is no UTF-8 becomes U+FFFD when the text is set.
/// This is the only place where a query is repaired. No front end can forget it, and the parser, the notes and the
/// output all see the same text.
///
///   SearchRequest request;
///   request.query = "h\xFFp";
///   request.query.text() == "h\uFFFDp"
///
/// Takes    any bytes of any length. Strings are converted without a cast, so that a front end sets a query as if it
///          were a string.
/// Returns  from text(): the text, as `query` in JSON prints it and as parse_query() takes it.
/// Errors   none: any text is a query.
/// Source   docs/query-language.md; repair_utf8() says what becomes of ill-formed bytes. Covered by query_text_test.
class QueryText {
 public:
  QueryText() = default;
  QueryText(std::string_view bytes);
  QueryText(const std::string& bytes) : QueryText(std::string_view(bytes)) {}
  QueryText(const char* bytes) : QueryText(std::string_view(bytes)) {}

  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string text_;
};

/// Whether two queries are the same text.
inline bool operator==(const QueryText& a, const QueryText& b) { return a.text() == b.text(); }

}  // namespace timbao
