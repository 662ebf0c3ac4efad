// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <string>
#include <utility>

#include "indexer/input/article/article_text.h"
#include "indexer/input/charset/restore.h"
#include "indexer/input/office/office_paragraphs.h"
#include "indexer/input/office/office_properties.h"
#include "indexer/input/office/official_head.h"
#include "indexer/input/text/plain_text.h"

namespace timbao {
namespace {

constexpr std::size_t kHeadingPlaces = 4;  // a heading among so many first paragraphs is the title

using Lines = std::vector<std::string_view>;

/// The paragraphs as lines of printed text, and which of them are the title.
struct Document {
  Lines lines;
  std::size_t title_begin = 0, title_end = 0;  // equal where nothing says what the title is
  std::optional<std::int64_t> date;
};

/// The lines of all paragraphs, and where the paragraphs of a style stand among them: the first ones that follow each
/// other.
void add_lines(Document& document, const OfficeParagraph& paragraph, ParagraphStyle title) {
  const std::size_t before = document.lines.size();
  const Lines lines = paragraphs_of(paragraph.text);
  document.lines.insert(document.lines.end(), lines.begin(), lines.end());
  if (paragraph.style != title || lines.empty()) return;
  const bool has_title = document.title_end > document.title_begin;
  if (!has_title) document.title_begin = before;
  if (!has_title || (title == ParagraphStyle::title && document.title_end == before))
    document.title_end = document.lines.size();
}

Document document_of(const std::vector<OfficeParagraph>& paragraphs, ParagraphStyle title) {
  Document document;
  for (const OfficeParagraph& paragraph : paragraphs) add_lines(document, paragraph, title);
  return document;
}

bool has_title(const Document& document) { return document.title_end > document.title_begin; }

/// Takes a line at the beginning for the title where the properties of the document call it so.
void take_title_of_properties(Document& document, std::string_view title) {
  const auto most = static_cast<std::ptrdiff_t>(std::min(document.lines.size(), kHeadingPlaces));
  const auto end = document.lines.begin() + most, line = std::find(document.lines.begin(), end, trim(title));
  if (title.empty() || line == end) return;
  document.title_begin = static_cast<std::size_t>(line - document.lines.begin());
  document.title_end = document.title_begin + 1;
}

/// The title by the word processor, by the shape of an official document, by the first heading, or by the properties.
Document with_title(const OfficeText& office) {
  const std::vector<OfficeParagraph>& paragraphs = office.paragraphs;
  Document document = document_of(paragraphs, ParagraphStyle::title);
  const std::optional<OfficialHead> head = official_head(document.lines);
  if (head) document.date = head->date;
  if (has_title(document)) return document;
  if (head) {
    document.title_begin = head->title_begin;
    document.title_end = head->title_end;
    return document;
  }
  Document by_heading = document_of(paragraphs, ParagraphStyle::heading);
  if (has_title(by_heading) && by_heading.title_begin < kHeadingPlaces) return by_heading;
  take_title_of_properties(document, office.properties.title);
  return document;
}

/// The text as it would be printed with the title first.
std::string printed(const Document& document) {
  const auto begin = document.lines.begin() + static_cast<std::ptrdiff_t>(document.title_begin);
  const auto end = document.lines.begin() + static_cast<std::ptrdiff_t>(document.title_end);
  Lines lines(document.lines.begin(), begin);
  lines.insert(lines.end(), end, document.lines.end());
  const std::string title = join(Lines(begin, end), " ");
  return title + (title.empty() ? "" : "\n") + join(lines, "\n");
}

/// Text in fonts that are not named, and what else was written in another way than the text around it.
Restored restore(std::vector<OfficeParagraph>& paragraphs) {
  std::vector<std::string*> texts;
  texts.reserve(paragraphs.size());
  for (OfficeParagraph& paragraph : paragraphs) texts.push_back(&paragraph.text);
  return restore_letters(texts);
}

}  // namespace

void OfficeText::add(OfficeParagraph paragraph) {
  if (paragraph.text.empty()) return;
  if (paragraphs.size() == kMostParagraphs)
    end = DocumentEnd::too_many_paragraphs;
  else
    paragraphs.push_back(std::move(paragraph));
}

ParsedArticle article_of_document(OfficeText office) {
  if (office.end == DocumentEnd::too_many_paragraphs)
    return rejected_as(RejectReason::too_large, "has more than " + std::to_string(kMostParagraphs) + " paragraphs");
  const std::size_t decoded = decode_legacy_fonts(office.paragraphs);
  const std::optional<Remark> restored = restored_remark(restore(office.paragraphs));
  const Document document = with_title(office);
  ParsedArticle parsed = parse_article_text(printed(document));
  if (auto* const read = std::get_if<ReadArticle>(&parsed)) {
    Article& article = read->article;
    const OfficeProperties& properties = office.properties;
    if (!article.date) article.date = document.date ? document.date : date_created(properties.created);
    if (article.authors.empty() && is_person(properties.author))
      article.authors = {std::string(trim(properties.author))};
    if (office.end == DocumentEnd::cut)
      read->remarks.push_back({NoticeKind::cut_off, 1, "the document ends in the middle, or is nested too deeply"});
    if (restored) read->remarks.push_back(*restored);
    if (decoded > 0)
      read->remarks.push_back({NoticeKind::other_charset, 1,
                               "decoded " + std::to_string(decoded) + " paragraphs in fonts from before Unicode"});
  }
  return parsed;
}

}  // namespace timbao
