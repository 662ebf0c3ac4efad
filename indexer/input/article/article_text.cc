// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/article/article_text.h"

#include <algorithm>
#include <string>
#include <vector>

#include "common/base/timestamp.h"
#include "indexer/input/article/measure.h"
#include "indexer/input/article/text_shapes.h"
#include "indexer/input/html/html_signs.h"
#include "indexer/input/text/plain_text.h"

namespace timbao {
namespace {

constexpr std::size_t kDatelinePlaces = 4;  // a dateline is one of so many first paragraphs

using Paragraphs = std::vector<std::string_view>;

void drop_stray_bars(Paragraphs& paragraphs) {
  paragraphs.erase(std::remove(paragraphs.begin(), paragraphs.end(), std::string_view("|")), paragraphs.end());
}

/// Takes the date from the dateline, which may be any of the first paragraphs, and removes that paragraph. A date that
/// cannot be read stays text, with a remark. A single paragraph is the title, even where it is a date.
void take_date(Paragraphs& paragraphs, ReadArticle& read) {
  if (paragraphs.size() == 1) return;
  const auto end = paragraphs.begin() + static_cast<std::ptrdiff_t>(std::min(kDatelinePlaces, paragraphs.size()));
  for (auto paragraph = paragraphs.begin(); paragraph != end; ++paragraph) {
    read.article.date = parse_timestamp(*paragraph);
    if (read.article.date) {
      paragraphs.erase(paragraph);
      return;
    }
    if (resembles_date(*paragraph))
      read.remarks.push_back({NoticeKind::unread_date, 1, "'" + std::string(*paragraph) + "' is no date"});
  }
}

/// Takes the first paragraph that does not look like a date. A date that could not be read and stands before the title
/// becomes the first paragraph of the body.
void take_title(Paragraphs& paragraphs, Article& article) {
  const auto end = paragraphs.begin() + static_cast<std::ptrdiff_t>(std::min(kDatelinePlaces, paragraphs.size()));
  auto title = std::find_if_not(paragraphs.begin(), end, resembles_date);
  if (title == end) title = paragraphs.begin();
  if (title == paragraphs.end() || title->size() > kTitleLimitBytes) return;
  article.title = *title;
  paragraphs.erase(title);
}

void take_byline(Paragraphs& paragraphs, Article& article) {
  if (paragraphs.empty()) return;
  if (paragraphs.size() == 1 && article.title.empty()) return;  // or the article would have neither title nor body
  article.authors = names_of_byline(paragraphs.back());
  if (!article.authors.empty()) paragraphs.pop_back();
}

void take_captions(Paragraphs& paragraphs, Article& article) {
  const auto is_other = [](std::string_view paragraph) {
    return !is_caption(paragraph) || !names_of_byline(paragraph).empty();  // "Bài và Ảnh: An Vũ" is a byline
  };
  const auto captions = std::stable_partition(paragraphs.begin(), paragraphs.end(), is_other);
  if (captions == paragraphs.begin() && article.title.empty())
    return;  // or the article would have neither title nor body
  article.captions.assign(captions, paragraphs.end());
  paragraphs.erase(captions, paragraphs.end());
}

void take_lead(Paragraphs& paragraphs, Article& article) {
  const std::size_t needed = article.title.empty() ? 3 : 2;  // or the article would have neither title nor body
  if (paragraphs.size() < needed || !is_cut_short(paragraphs[0], paragraphs[1])) return;
  article.lead = paragraphs[1].size() > paragraphs[0].size() ? paragraphs[1] : paragraphs[0];
  paragraphs.erase(paragraphs.begin(), paragraphs.begin() + 2);
}

}  // namespace

ParsedArticle parse_article_text(std::string_view text) {
  Paragraphs paragraphs = paragraphs_of(text);
  drop_stray_bars(paragraphs);
  if (paragraphs.empty()) return rejected_as(RejectReason::empty, "holds no text");
  ReadArticle read;
  take_date(paragraphs, read);
  take_title(paragraphs, read.article);
  take_captions(paragraphs, read.article);
  take_byline(paragraphs, read.article);
  take_lead(paragraphs, read.article);
  read.article.body = join(paragraphs, "\n");
  if (looks_like_html(text)) read.remarks.push_back({NoticeKind::looks_like_html, 1, "the text looks like HTML"});
  measure(read);
  return read;
}

}  // namespace timbao
