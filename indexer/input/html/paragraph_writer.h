// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace timbao {

/// Gathers the text of a page as paragraphs, one a line: white space is one blank as a browser shows it, and none
/// stands at the ends of a paragraph.
///
///   writer.add(" Làng \n"); writer.add("họp"); writer.end_paragraph(); writer.end_paragraph();
///   writer.text() == "Làng họp\n"
///
/// Takes    UTF-8 in pieces; a no-break space counts as white space too.
/// Errors   none.
/// Source   covered by html_text_test.
class ParagraphWriter {
 public:
  void add(std::string_view piece);

  /// Ends the paragraph, where one has begun.
  void end_paragraph();

  /// Whether the paragraph holds no text yet.
  [[nodiscard]] bool is_at_start() const { return text_.size() == begin_; }

  /// Where the paragraph begins in text().
  [[nodiscard]] std::size_t paragraph_begin() const { return begin_; }

  /// All paragraphs that have ended, each with its line end, and what the open one holds.
  [[nodiscard]] const std::string& text() const { return text_; }
  std::string take() { return std::move(text_); }

 private:
  void add_word(std::string_view word);

  std::string text_;
  std::size_t begin_ = 0;
  bool has_space_ = false;  // white space came behind the last word
};

}  // namespace timbao
