// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/show/mention_cutter.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "common/base/utf8.h"
#include "common/text/columns.h"
#include "common/text/written.h"

namespace timbao {
namespace {

bool is_space(char byte) { return byte == ' ' || (byte >= '\t' && byte <= '\r'); }

/// Where the context before a mention begins: at most kContextChars before it, at a word.
std::size_t context_before(std::string_view text, std::size_t least, std::size_t begin) {
  std::size_t at = begin;
  for (std::size_t chars = 0; chars < kContextChars && at > least; ++chars) at = code_point_before(text, at);
  if (at <= least) return least;
  if (is_space(text[at - 1])) return at;
  for (std::size_t i = at; i < begin; ++i)
    if (is_space(text[i])) return i + 1;
  return at;  // one long word
}

/// Where the context behind a mention ends.
std::size_t context_behind(std::string_view text, std::size_t end, std::size_t most) {
  const std::size_t behind = end + cut_at_letter(text.substr(end, most - end), kContextChars).size();
  if (behind >= most || is_space(text[behind])) return std::min(behind, most);
  for (std::size_t i = behind; i > end; --i)
    if (is_space(text[i - 1])) return i - 1;
  return behind;
}

/// A text of one line: all spaces and line ends in a row are one space.
std::string one_line(std::string_view text) {
  std::string line;
  line.reserve(text.size());
  for (const char byte : text) {
    if (!is_space(byte))
      line += byte;
    else if (line.empty() || line.back() != ' ')
      line += ' ';
  }
  return line;
}

/// Walks through the mentions of one field, and counts the code points on the way.
class FieldWalk {
 public:
  FieldWalk(const FieldText& text, Field field, std::uint32_t first_token)
      : text_(text), field_(field), first_token_(first_token) {}

  /// The next mention of the field; nothing where the text has no such tokens.
  std::optional<TextMention> next(const MentionPlace& place) {
    const std::vector<Token>& tokens = text_.tokens();
    if (place.first < first_token_ || place.end - first_token_ > tokens.size()) return std::nullopt;
    const FieldTokens found{place.first - first_token_, place.end - first_token_};
    const std::size_t begin = tokens[found.first].begin, end = tokens[found.end - 1].end;
    const FieldText::Item item = text_.item_at(begin);
    if (item.begin > at_) {
      at_ = item.begin;
      chars_ = 0;
    }
    const CharRange marks{chars_to(begin), chars_to(end)};
    return TextMention{text_,
                       place,
                       field_,
                       item.number,
                       marks,
                       found,
                       context_before(text_.text(), item.begin, begin),
                       begin,
                       end,
                       context_behind(text_.text(), end, std::max(item.end, end))};
  }

 private:
  std::size_t chars_to(std::size_t byte) {
    chars_ += count_well_formed(text_.text().substr(at_, byte - at_));
    at_ = byte;
    return chars_;
  }

  const FieldText& text_;
  Field field_;
  std::uint32_t first_token_;
  std::size_t at_ = 0, chars_ = 0;  // code points of the item before byte at_
};

/// The list of marks that a mention belongs to.
std::vector<WordMark>& list_of(ArticleMarks& marks, const TextMention& mention) {
  if (mention.field == Field::title) return marks.title;
  if (mention.field == Field::lead) return marks.lead;
  if (mention.field == Field::caption) return marks.captions[mention.item];
  if (mention.field == Field::author) return marks.authors[mention.item];
  return marks.body;
}

}  // namespace

void each_mention(const Article& article, const PlacesOfArticle& places, Tokenizer& tokenizer,
                  const std::function<void(const TextMention&)>& on_mention) {
  const std::vector<MentionPlace>& mentions = places.mentions;
  for (auto first = mentions.begin(), end = first; first != mentions.end(); first = end) {
    const Field field = first->field;
    end = std::find_if(first, mentions.end(), [field](const MentionPlace& each) { return each.field != field; });
    if (static_cast<std::size_t>(field) >= kSearchedFields) continue;
    const FieldText text(article, field, tokenizer);
    FieldWalk walk(text, field, places.first_tokens[static_cast<std::size_t>(field)]);
    for (auto place = first; place != end; ++place)
      if (const std::optional<TextMention> mention = walk.next(*place)) on_mention(*mention);
  }
}

Mention written_mention(const TextMention& mention) {
  const std::string_view text = mention.text.text();
  Mention written;
  written.field = mention.field;
  written.item = mention.item;
  written.marks = mention.marks;
  written.left = one_line(text.substr(mention.left, mention.begin - mention.left));
  written.match = one_line(text.substr(mention.begin, mention.end - mention.begin));
  written.right = one_line(text.substr(mention.end, mention.right - mention.end));
  if (written.left == " ") written.left.clear();
  if (written.right == " ") written.right.clear();
  for (std::size_t i = mention.tokens.first; i < mention.tokens.end; ++i)
    written.reading += (written.reading.empty() ? "" : " ") + timbao::written(mention.text.tokens()[i].word->exact);
  return written;
}

ArticleMarks marks_of(const Article& article, const PlacesOfArticle& places, std::vector<MarkedWord> words,
                      Tokenizer& tokenizer) {
  ArticleMarks marks;
  marks.words = std::move(words);
  marks.captions.resize(article.captions.size());
  marks.authors.resize(article.authors.size());
  each_mention(article, places, tokenizer, [&](const TextMention& mention) {
    for (const std::size_t word : mention.place.words) ++marks.words[word].mentions;
    list_of(marks, mention).push_back({mention.marks, mention.place.words});
  });
  return marks;
}

}  // namespace timbao
