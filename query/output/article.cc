// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/output/article.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "common/base/day.h"
#include "common/base/error.h"
#include "common/text/columns.h"

namespace timbao {
namespace {

constexpr std::size_t kLabelWidth = 9;

/// The lines of one article while they are put together.
class ArticleText {
 public:
  explicit ArticleText(std::size_t columns) : columns_(columns) {}

  void add_line(std::string_view text, std::size_t indent = 0) {
    out_ += wrap(on_one_line(text), {columns_, indent}) + '\n';
  }

  void add_empty_line() { out_ += '\n'; }

  void add_labelled(std::string label, const std::string& value) {
    if (value.empty()) return;
    label += ':';
    label.resize(std::max(label.size() + 1, kLabelWidth), ' ');
    add_line(label + value, kLabelWidth);
  }

  /// A text's lines, each a paragraph, with an empty line before each.
  void add_paragraphs(std::string_view text) {
    while (!text.empty()) {
      const std::string_view paragraph = text.substr(0, text.find('\n'));
      text.remove_prefix(std::min(paragraph.size() + 1, text.size()));
      if (paragraph.empty()) continue;
      add_empty_line();
      add_line(paragraph);
    }
  }

  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  std::size_t columns_;
  std::string out_;
};

}  // namespace

std::string article_as_text(const Article& article, const ArticleLook& look) {
  ArticleText text(look.columns);
  text.add_line(article.title.empty() ? "(no title)" : article.title);
  text.add_empty_line();
  text.add_labelled("id", article.id);
  text.add_labelled("index", look.index);
  text.add_labelled("date", article.date ? format_timestamp(*article.date) : "");
  text.add_labelled("author", join_names(article.authors));
  text.add_labelled("source", article.source);
  text.add_labelled("section", join_names(article.sections));
  text.add_labelled("url", article.url);
  text.add_labelled("path", article.path);
  for (const OtherField& field : article.others) text.add_labelled(field.name, field.json);
  text.add_paragraphs(article.lead);
  text.add_paragraphs(article.body);
  for (const std::string& caption : article.captions) text.add_paragraphs("[" + caption + "]");
  return text.take();
}

}  // namespace timbao
