// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/pages/article_page.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "common/base/ascii.h"
#include "common/base/json.h"
#include "indexer/input/article/measure.h"
#include "indexer/input/article/text_shapes.h"
#include "indexer/input/charset/restore.h"
#include "indexer/input/html/entities.h"
#include "indexer/input/html/html_signs.h"
#include "indexer/input/html/html_text.h"
#include "indexer/input/json/json_scan.h"
#include "indexer/input/pages/page_marks.h"
#include "indexer/input/pages/page_names.h"
#include "indexer/input/pages/page_reading.h"
#include "indexer/input/pages/server_code.h"
#include "indexer/input/text/plain_text.h"

namespace timbao {
namespace {

constexpr std::size_t kLeastAsideWords = 15;
constexpr std::size_t kMostCaptionBytes = 600;

/// The fields of a page that are found before its body.
struct PageFields {
  FoundText title, lead;
  FoundAuthors authors;
};

/// The line of the writer, if it ends the article: only a few short lines are behind it. Else no block.
std::size_t signature_of(const PageReading& reading, std::size_t block) {
  constexpr std::size_t kMostLinesBehind = 3, kMostLineWords = 20;
  const std::size_t end = reading.main.end;
  if (block < reading.main.first_sentence || block + 1 + kMostLinesBehind < end) return reading.page.blocks.size();
  for (std::size_t at = block + 1; at < end; ++at)
    if (reading.facts[at].words > kMostLineWords) return reading.page.blocks.size();
  return block;
}

/// Puts the paragraphs of the article's range into its body and its captions.
class BodyWriter {
 public:
  BodyWriter(const PageReading& reading, const PageFields& fields)
      : reading_(reading), fields_(fields), signature_(signature_of(reading, fields.authors.block)) {
    if (reading.main.row == nullptr || reading.main.row->drop.empty()) return;
    for (const PageElement* const element : select_all(reading.page, reading.main.row->drop))
      dropped_.emplace_back(block_from(reading.page, element->text_begin), block_from(reading.page, element->text_end));
  }

  void write(Article& article) {
    const std::size_t begin = std::max(reading_.main.begin, fields_.title.end);
    if (fields_.title.end > 0)
      for (std::size_t at = fields_.title.end; at < reading_.main.begin; ++at)
        if (reading_.facts[at].hint == ElementHint::caption) write(at, article);
    for (std::size_t at = std::min(begin, reading_.main.end); at < reading_.main.end; ++at) write(at, article);
  }

 private:
  void write(std::size_t block, Article& article);
  [[nodiscard]] bool is_left_out(std::size_t block, std::string_view text) const;
  [[nodiscard]] bool is_taken(std::size_t block) const;
  [[nodiscard]] bool is_caption_block(std::size_t block, std::string_view text) const;

  const PageReading& reading_;
  const PageFields& fields_;
  std::size_t signature_;  // the writer's line at the end, behind which only captions follow
  std::vector<std::pair<std::size_t, std::size_t>> dropped_;
};

/// Whether another field has the block already.
bool BodyWriter::is_taken(std::size_t block) const {
  const FoundText& lead = fields_.lead;
  return block == fields_.authors.block || (block >= lead.begin && block < lead.end) ||
         std::any_of(dropped_.begin(), dropped_.end(),
                     [block](const auto& range) { return block >= range.first && block < range.second; });
}

bool BodyWriter::is_left_out(std::size_t block, std::string_view text) const {
  const BlockFacts& facts = reading_.facts[block];
  if (is_taken(block) || facts.hint == ElementHint::boundary || facts.kind == BlockKind::links) return true;
  if (facts.hint == ElementHint::aside) return facts.kind != BlockKind::sentence || facts.words < kLeastAsideWords;
  if (block > signature_ && !is_caption_block(block, text)) return true;
  if (facts.kind == BlockKind::sentence) return false;
  if (block < reading_.main.first_sentence && date_inside(text).size() * 2 > text.size()) return true;
  return is_end_mark(text) || text == fields_.title.text;
}

bool BodyWriter::is_caption_block(std::size_t block, std::string_view text) const {
  if (text.size() > kMostCaptionBytes) return false;
  return reading_.facts[block].hint == ElementHint::caption || (is_caption(text) && reading_.main.sentences > 1);
}

void BodyWriter::write(std::size_t block, Article& article) {
  const std::string_view text = reading_.page.text_of(reading_.page.blocks[block]);
  if (is_left_out(block, text)) return;
  if (is_caption_block(block, text)) return article.captions.emplace_back(text), void();
  if (!article.body.empty()) article.body += '\n';
  article.body += text;
}

/// Decodes what was escaped once more, and the signs of Windows that pages number as controls.
void clean(std::string& text) {
  if (has_entities(text)) text = decode_entities(text);
  if (text.find('\xC2') != std::string::npos) text = without_c1_controls(text);
}

/// Cleans all texts of an article, and restores letters that were written in another way.
void clean(ReadArticle& read) {
  Article& article = read.article;
  std::vector<std::string*> texts{&article.title, &article.lead, &article.body, &article.source};
  for (std::vector<std::string>* const list : {&article.captions, &article.authors, &article.sections})
    for (std::string& text : *list) texts.push_back(&text);
  for (std::string* const text : texts) clean(*text);
  if (std::optional<Remark> remark = restored_remark(restore_letters(texts)))
    read.remarks.push_back(*std::move(remark));
}

/// The paper in whose name an article begins, where nothing else says it: "(HNM) - Sáng nay …", "KTNT - Ngày …".
std::string source_of_dateline(const PageReading& reading) {
  constexpr std::size_t kMostLetters = 6;
  const std::size_t last = std::min(reading.main.first_sentence + 1, reading.page.blocks.size());
  for (std::size_t at = last - std::min<std::size_t>(last, 3); at < last; ++at) {
    const std::string_view text = reading.page.text_of(reading.page.blocks[at]);
    const std::size_t begin = starts_with(text, "(") ? 1 : 0;
    std::size_t end = begin;
    while (byte_at(text, end) >= 'A' && byte_at(text, end) <= 'Z') ++end;
    const std::string_view behind = text.substr(std::min(end, text.size()));
    const bool is_dateline =
        starts_with(behind, begin == 1 ? ") -" : " - ") || (begin == 1 && starts_with(behind, ") –"));
    const bool is_note = text.substr(begin, end - begin) == "LTS";  // "Lời tòa soạn": of the editors
    if (end - begin >= 2 && end - begin <= kMostLetters && is_dateline && !is_note)
      return std::string(text.substr(begin, end - begin));
  }
  return {};
}

/// The first address that is none of a front page, where there is one: some sites claim theirs on every page.
std::string address_of(const PageReading& reading) {
  std::string address;
  for (const std::string& url : reading.claims.urls) {
    if (url.find("://") == std::string::npos || (!address.empty() && is_front_page(url))) continue;
    if (address.empty() || is_front_page(address)) address = url;
  }
  return address;
}

Article article_of(const PageReading& reading, FoundText title) {
  PageFields fields;
  fields.title = std::move(title);
  fields.lead = find_lead(reading, fields.title);
  fields.authors = find_authors(reading, fields.title);
  Article article;
  article.title = fields.title.text;
  article.lead = fields.lead.text;
  article.authors = fields.authors.names;
  article.date = find_date(reading, fields.title);
  article.source = reading.source.empty() ? source_of_dateline(reading) : reading.source;
  if (std::string section = find_section(reading, fields.title); !section.empty())
    article.sections = {std::move(section)};
  article.url = address_of(reading);
  BodyWriter(reading, fields).write(article);
  return article;
}

/// The place behind white space, comments and declarations.
std::size_t begin_of_markup(std::string_view head) {
  struct Skipped {
    std::string_view begin, end;
  };
  constexpr std::array<Skipped, 5> kSkipped{
      {{"<!--", "-->"}, {"<%", "%>"}, {"<?", "?>"}, {"{{--", "--}}"}, {"@", "\n"}}};
  std::size_t at = 0;
  for (;;) {
    at = head.find_first_not_of(" \t\r\n", at);
    if (at == std::string_view::npos) return head.size();
    const auto* const row = std::find_if(kSkipped.begin(), kSkipped.end(), [&](const Skipped& skipped) {
      return starts_with(head.substr(at), skipped.begin);
    });
    if (row == kSkipped.end()) return at;
    const std::size_t end = head.find(row->end, at + row->begin.size());
    if (end == std::string_view::npos) return head.size();
    at = end + row->end.size();
  }
}

}  // namespace

ParsedArticle parse_article_page(std::string& html, ListPages lists, std::string_view address) {
  blank_server_code(html);
  const PageReading reading = read_page(html, address);
  if (reading.page.is_cut)
    return rejected_as(RejectReason::too_large, "a page with more elements, or more deeply nested ones, than are read");
  if (reading.page.blocks.empty()) return rejected_as(RejectReason::empty, "holds no text");
  FoundText title = find_title(reading);
  if (lists == ListPages::passed_over && !is_one_article(reading, title))
    return passed_over_as("a page that lists articles, or has none");
  ReadArticle read;
  read.article = article_of(reading, std::move(title));
  clean(read);
  if (read.article.title.empty() && read.article.body.empty()) return rejected_as(RejectReason::empty, "holds no text");
  measure(read);
  return read;
}

bool looks_like_page(std::string_view head) {
  head = without_leading_space(head);
  head.remove_prefix(begin_of_markup(head));
  if (head.empty() || head.front() != '<') return false;
  const std::string name = tag_name_at(head, 0);
  if (starts_with(head, "<!") || name == "html" || name == "head" || name == "body" || name == "meta")
    return name.empty() ? letters_of(head.substr(0, 14)) == "doctypehtml" : true;
  return looks_like_html(head.substr(0, head.find('>') + 1)) && looks_like_html(head.substr(head.find('>') + 1));
}

}  // namespace timbao
