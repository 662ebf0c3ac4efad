// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/output/article.h"

#include <algorithm>
#include <string_view>

#include "common/base/day.h"
#include "common/base/error.h"

namespace timbao {
namespace {

constexpr std::size_t kLabelWidth = 9;

void append_labelled(std::string& out, std::string label, const std::string& value) {
  if (value.empty()) return;
  label += ':';
  label.resize(std::max(label.size() + 1, kLabelWidth), ' ');
  out += label + on_one_line(value) + '\n';
}

/// A text's lines, each a paragraph, with an empty line before each.
void append_paragraphs(std::string& out, std::string_view text) {
  while (!text.empty()) {
    const std::string_view paragraph = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(paragraph.size() + 1, text.size()));
    if (!paragraph.empty()) out += '\n' + on_one_line(paragraph) + '\n';
  }
}

}  // namespace

std::string article_as_text(const Article& article, const std::string& index) {
  std::string out = (article.title.empty() ? "(no title)" : on_one_line(article.title)) + "\n\n";
  append_labelled(out, "id", article.id);
  append_labelled(out, "index", index);
  append_labelled(out, "date", article.date ? format_timestamp(*article.date) : "");
  append_labelled(out, "author", join_names(article.authors));
  append_labelled(out, "source", article.source);
  append_labelled(out, "section", join_names(article.sections));
  append_labelled(out, "url", article.url);
  append_labelled(out, "path", article.path);
  for (const OtherField& field : article.others) append_labelled(out, field.name, field.json);
  append_paragraphs(out, article.lead);
  append_paragraphs(out, article.body);
  for (const std::string& caption : article.captions) append_paragraphs(out, "[" + caption + "]");
  return out;
}

}  // namespace timbao
