// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/html/html_text.h"

#include <vector>

#include "indexer/input/html/entities.h"
#include "indexer/input/html/html_parser.h"
#include "indexer/input/html/html_signs.h"
#include "indexer/input/html/html_tags.h"
#include "indexer/input/html/paragraph_writer.h"

namespace timbao {
namespace {

/// Writes the text of elements that are shown.
class TextHandler : public HtmlHandler {
 public:
  void start(std::string_view name, const HtmlAttributes& /*attributes*/) override {
    const TagKind kind = kind_of_tag(name);
    open_.push_back(kind);
    if (kind == TagKind::hidden) ++hidden_;
    if (is_block_kind(kind) || kind == TagKind::rule) writer_.end_paragraph();
  }

  void end() override {
    const TagKind kind = open_.back();
    open_.pop_back();
    if (kind == TagKind::hidden) --hidden_;
    if (is_block_kind(kind)) writer_.end_paragraph();
  }

  void text(std::string_view piece) override {
    if (hidden_ == 0) writer_.add(piece);
  }

  std::string take() {
    writer_.end_paragraph();
    std::string text = writer_.take();
    if (!text.empty()) text.pop_back();  // the last line end
    return text;
  }

 private:
  ParagraphWriter writer_;
  std::vector<TagKind> open_;
  std::size_t hidden_ = 0;
};

/// Whether a tag of the text ends a paragraph, so that its line ends are mere white space.
bool has_block_tags(std::string_view html) {
  for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
    const TagKind kind = kind_of_tag(tag_name_at(html, at));
    if (is_block_kind(kind) || kind == TagKind::rule) return true;
  }
  return false;
}

std::string with_line_tags(std::string_view text) {
  std::string html;
  for (const char byte : text) {
    if (byte == '\n') html += "<br>";
    html += byte;
  }
  return html;
}

std::string unescaped_once(std::string_view html) {
  TextHandler handler;
  if (html.find('\n') != std::string_view::npos && !has_block_tags(html))
    parse_html(with_line_tags(html), handler);
  else
    parse_html(html, handler);
  return handler.take();
}

}  // namespace

std::string text_of_html(std::string_view html) {
  std::string text = unescaped_once(html);
  for (int escapes = 1; escapes < kMostEscapes && looks_like_html(text); ++escapes) text = unescaped_once(text);
  return text.find('\xC2') == std::string::npos ? text : without_c1_controls(text);
}

}  // namespace timbao
