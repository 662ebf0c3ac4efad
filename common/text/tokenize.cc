// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/tokenize.h"

#include <algorithm>
#include <utility>

#include "common/base/ascii.h"
#include "common/base/utf8.h"
#include "common/text/docnumber.h"
#include "common/text/fold.h"
#include "common/text/letters.h"
#include "common/text/number.h"
#include "common/text/syllable.h"
#include "common/text/token_rules.h"
#include "common/text/word_memory.h"

namespace timbao {
namespace {

constexpr std::size_t kMostJoinedTokens = 8;
constexpr std::uint32_t kLongestPiece = 256;  // bytes of a token that can reach its whole

/// One walk over one text.
class Scanner {
 public:
  Scanner(std::string_view text, WordMemory& memory) : text_(text), memory_(memory) {
    out_.tokens.reserve(text.size() / 5 + 4);
  }

  TokenizedText run() {
    while (at_ < text_.size()) step();
    close_run();
    const auto earlier = [](const Extra& a, const Extra& b) { return a.first < b.first; };
    if (!std::is_sorted(out_.extras.begin(), out_.extras.end(), earlier))
      std::stable_sort(out_.extras.begin(), out_.extras.end(), earlier);
    return std::move(out_);
  }

 private:
  void step() {
    if (text_[at_] == ' ') {
      ++at_;
      return;
    }
    if (static_cast<unsigned char>(text_[at_]) > '9' && common_letter_length(text_, at_) != 0) return read_word();
    const CodePoint next = read_code_point(text_, at_);
    switch (class_of(next.value)) {
      case LetterClass::letter:
        return read_word();
      case LetterClass::digit:
        return read_digits();
      case LetterClass::ignorable:
      case LetterClass::zero_width_space:
        at_ += next.length;
        return;
      case LetterClass::sentence_end:
        return separate(next, Gap::sentence);
      case LetterClass::line_end:
        return separate(next, Gap::paragraph);
      case LetterClass::separator:
        return separate(next, Gap::space);
    }
  }

  void separate(const CodePoint& next, Gap gap) {
    at_ += next.length;
    gap_ = std::max(gap_, gap);
  }

  // ---- words

  /// The end of the run of letters, digits and ignorables that begins at `at`; ignorables at its end do not belong to
  /// it.
  [[nodiscard]] std::size_t end_of_letters(std::size_t at) const {
    std::size_t end = at;
    while (at < text_.size()) {
      if (const std::size_t length = common_letter_length(text_, at); length != 0) {
        end = at += length;
        continue;
      }
      if (static_cast<unsigned char>(text_[at]) < 0x80) break;
      const CodePoint next = read_code_point(text_, at);
      const LetterClass kind = class_of(next.value);
      at += next.length;
      if (kind == LetterClass::letter || kind == LetterClass::digit)
        end = at;
      else if (kind != LetterClass::ignorable)
        break;
    }
    return end;
  }

  /// The same, over zero-width spaces that join.
  [[nodiscard]] std::size_t end_of_word(std::size_t begin) const {
    constexpr std::string_view kZeroWidthSpace = "\u200B";
    std::size_t end = end_of_letters(begin);
    while (text_.substr(end, kZeroWidthSpace.size()) == kZeroWidthSpace) {
      const std::size_t right = end + kZeroWidthSpace.size();
      const std::size_t right_end = end_of_letters(right);
      if (right_end == right) break;
      if (!joins_over_zero_width_space(text_.substr(begin, end - begin), text_.substr(right, right_end - right))) break;
      end = right_end;
    }
    return end;
  }

  void read_word() {
    const std::size_t end = end_of_word(at_);
    add_word(at_, end);
    at_ = end;
    join_if_joined();
  }

  void add_word(std::size_t begin, std::size_t end) {
    add(begin, end, memory_.word(text_.substr(begin, end - begin), out_.own_words));
  }

  void add_number(std::size_t begin, std::size_t end) {
    add(begin, end, memory_.number(text_.substr(begin, end - begin), out_.own_words));
    name_document_by_type();
    read_date_in_words();
  }

  void add(std::size_t begin, std::size_t end, const Word* word) {
    if (word->folded.empty()) {  // combining marks on nothing: no token, and nothing is joined to them
      gap_ = std::max(gap_, Gap::space);
      return;
    }
    if (gap_ != Gap::joined) close_run();
    out_.tokens.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), word, gap_});
    gap_ = Gap::space;
  }

  void add_extra(std::size_t first, ExtraKind kind, std::string folded, std::string exact = {}) {
    if (!exact.empty()) {  // a reading: as bounded as a token's
      folded.resize(cut_at_code_point(folded, kFoldedLimitBytes).size());
      exact.resize(cut_at_code_point(exact, kExactLimitBytes).size());
    }
    const auto start = static_cast<std::uint32_t>(first);
    const auto count = static_cast<std::uint32_t>(out_.tokens.size() - first);
    out_.extras.push_back({start, count, kind, std::move(folded), std::move(exact)});
  }

  // ---- joined forms

  [[nodiscard]] std::size_t joined_so_far() const { return out_.tokens.size() - run_begin_; }

  /// Stands the next token joined to the last one: KT-XH, TP.HCM, Lê-nin?
  void join_if_joined() {
    if (at_ + 1 >= text_.size() || !is_joiner(text_[at_]) || out_.tokens.empty()) return;
    const CodePoint right = read_code_point(text_, at_ + 1);
    const LetterClass kind = class_of(right.value);
    if (kind != LetterClass::letter && kind != LetterClass::digit) return;
    const Token& left = out_.tokens.back();
    if (left.end != at_ || joined_so_far() >= kMostJoinedTokens) return;
    if (text_[at_] == '.' && !dot_joins(left, right.value)) return;
    if (left.word->kind == TokenKind::number && (text_[at_] == '.' || kind == LetterClass::digit)) return;
    ++at_;
    gap_ = Gap::joined;
  }

  /// A dot joins TP.HCM, Tp.HCM, T.Ư and vnexpress.net; in "họp.Theo" it ends a sentence.
  [[nodiscard]] bool dot_joins(const Token& left, char32_t right) const {
    if (is_small_letter(right)) return true;
    const std::string_view printed = text_.substr(left.begin, left.end - left.begin);
    return is_upper_case(read_code_point(printed, code_point_before(printed, printed.size())).value) ||
           !parse_syllable(canonical(printed));
  }

  /// Ends the run of joined tokens; it has a whole where it has more than one.
  void close_run() {
    if (joined_so_far() > 1) {
      std::string letters;
      for (std::size_t i = run_begin_; i < out_.tokens.size(); ++i) {
        const Token& token = out_.tokens[i];
        // A number gives its value, so that 12.000đ meets 12000đ; groups of digits (007) stay as printed.
        const bool is_value = token.word->kind == TokenKind::number && !is_digits(token.word->exact);
        letters += is_value ? token.word->folded
                            : canonical(text_.substr(token.begin, std::min(token.end - token.begin, kLongestPiece)));
      }
      std::string folded = fold_text(letters);
      if (!folded.empty()) add_extra(run_begin_, ExtraKind::whole, std::move(folded), limited_exact(letters));
    }
    run_begin_ = out_.tokens.size();
  }

  /// What comes next is no part of a joined form, whatever stands before it.
  void stand_alone() {
    close_run();
    if (gap_ == Gap::joined) gap_ = Gap::space;
  }

  // ---- numbers

  void read_digits() {
    const std::size_t end = end_of_digits();
    if (is_plain_number(end)) {
      add_number(at_, end);
      at_ = end;
      return finish_number();
    }
    if (read_document() || read_date() || read_spaced_number()) return;
    read_number_or_word(end);
  }

  [[nodiscard]] std::size_t end_of_digits() const {
    std::size_t end = at_;
    while (end < text_.size() && text_[end] >= '0' && text_[end] <= '9') ++end;
    return end;
  }

  /// Nothing behind the digits could make more of them than a number: a letter, or a space and no digit.
  [[nodiscard]] bool is_plain_number(std::size_t end) const {
    if (end == text_.size() || text_[end] == '\n' || text_[end] == ')') return true;
    if (text_[end] != ' ' || end + 1 >= text_.size()) return false;
    const char next = text_[end + 1];
    return (next >= 'a' && next <= 'z') ||
           (static_cast<unsigned char>(next) >= 0xC3 && static_cast<unsigned char>(next) < 0xE2);
  }

  bool read_document() {
    const std::optional<DocNumber> document = match_docnumber(text_, at_);
    if (!document) return false;
    stand_alone();
    const std::size_t first = out_.tokens.size();
    for (const ByteRange& part : document->parts) {
      if (text_[part.begin - (part.begin > 0 ? 1 : 0)] == '.' && part.begin > at_) gap_ = Gap::joined;
      const std::string_view printed = text_.substr(part.begin, part.end - part.begin);
      is_digits(printed) ? add_number(part.begin, part.end) : add_word(part.begin, part.end);
    }
    close_run();
    at_ += document->length;
    add_extra(first, ExtraKind::document, document->key);
    if (!document->type_key.empty()) add_document_type(first, document->type_key);
    return true;
  }

  bool read_date() {
    const std::optional<DateMatch> date = match_date(text_, at_);
    if (!date) return false;
    stand_alone();
    const std::size_t first = out_.tokens.size();
    const std::size_t end = at_ + date->length;
    while (at_ < end) {
      const std::size_t digits = end_of_digits();
      add_number(at_, digits);
      at_ = digits + 1;
    }
    at_ = end;
    add_extra(first, date->year == 0 ? ExtraKind::day_of_month : ExtraKind::day, date_key(*date));
    return true;
  }

  bool read_spaced_number() {
    const std::optional<SpacedNumber> number = match_spaced_number(text_, at_);
    if (!number) return false;
    const std::size_t end = at_ + number->length;
    while (at_ < end) {
      const std::size_t digits = end_of_digits();
      add_number(at_, digits);
      at_ = digits;
      if (at_ < end) {
        at_ += read_code_point(text_, at_).length;
        gap_ = Gap::joined;
      }
    }
    close_run();
    finish_number();
    return true;
  }

  void read_number_or_word(std::size_t end_of_digits) {
    const NumberMatch number = match_number(text_, at_);
    const std::size_t number_end = at_ + number.length;
    const std::size_t run_end = end_of_letters(number_end);
    const bool touches_unit =
        run_end > number_end && is_unit(canonical(text_.substr(number_end, run_end - number_end)));
    if (run_end > number_end && number_end == end_of_digits && !touches_unit) return read_word();
    add_number(at_, number_end);
    if (!number.other.empty()) add_extra(out_.tokens.size() - 1, ExtraKind::whole, number.other, number.other);
    at_ = number_end;
    if (touches_unit) {
      gap_ = Gap::joined;
      while (class_of(read_code_point(text_, at_).value) == LetterClass::ignorable) step();
      return read_word();
    }
    finish_number();
  }

  /// What may follow a number: %, a joiner; and what it may end: a range.
  void finish_number() {
    if (at_ < text_.size() && text_[at_] == '%') {
      const Word& word = *out_.tokens.back().word;
      ++at_;
      add_extra(out_.tokens.size() - 1, ExtraKind::whole, word.folded + '%', word.exact + '%');
    }
    end_range();
    join_if_joined();
  }

  /// "2015-2020", "2015- 2020", "2015 – 2020": with spaces only between years.
  void end_range() {
    if (out_.tokens.size() < 2) return;
    const Token& first = out_.tokens[out_.tokens.size() - 2];
    const Token& last = out_.tokens.back();
    if (first.word->kind != TokenKind::number || first.gap == Gap::joined || last.gap != Gap::space) return;
    const std::string_view between = text_.substr(first.end, last.begin - first.end);
    constexpr std::string_view kTight[] = {"-", "–", "%-", "%–"};
    constexpr std::string_view kSpaced[] = {"- ", " -", " - ", "– ", " –", " – "};
    const bool tight = std::find(std::begin(kTight), std::end(kTight), between) != std::end(kTight);
    const bool spaced = std::find(std::begin(kSpaced), std::end(kSpaced), between) != std::end(kSpaced);
    if (!tight && !(spaced && year_value(*first.word) != 0 && year_value(*last.word) != 0)) return;
    const std::string exact = first.word->exact + '-' + last.word->exact;
    add_extra(out_.tokens.size() - 2, ExtraKind::range, first.word->folded + '-' + last.word->folded, exact);
  }

  // ---- names in words

  [[nodiscard]] std::string_view folded_before(std::size_t back) const {
    return out_.tokens.size() > back ? std::string_view(out_.tokens[out_.tokens.size() - 1 - back].word->folded)
                                     : std::string_view();
  }

  /// Whether no line ends between this token and the last one.
  [[nodiscard]] bool is_one_paragraph(std::size_t first) const {
    return std::all_of(out_.tokens.begin() + static_cast<std::ptrdiff_t>(first) + 1, out_.tokens.end(),
                       [](const Token& token) { return token.gap != Gap::paragraph; });
  }

  /// "Chỉ thị 05", "Nghị quyết số: 4": the type's name in words, and the number just added.
  void name_document_by_type() {
    const Word& number = *out_.tokens.back().word;
    if (!is_whole_number(number) || number.exact.size() > 5) return;
    const std::size_t name_end = out_.tokens.size() - (folded_before(1) == "so" ? 2 : 1);
    const auto folded_at = [this](std::size_t token) { return std::string_view(out_.tokens[token].word->folded); };
    for (const std::size_t words : {std::size_t{2}, std::size_t{1}}) {
      if (name_end < words) continue;
      const std::string_view first = words == 2 ? folded_at(name_end - 2) : std::string_view();
      const std::string_view type = document_type(first, folded_at(name_end - 1));
      if (!type.empty() && is_one_paragraph(name_end - words))
        return add_document_type(name_end - words, document_type_key(type, number.folded));
    }
  }

  void add_document_type(std::size_t first, std::string key) {
    // An extra ends at the last token of its time, so that what stands later in the list ends no earlier.
    const auto is_before = [first](const Extra& extra) { return extra.first + extra.count <= first; };
    const auto end = std::find_if(out_.extras.rbegin(), out_.extras.rend(), is_before);
    const bool named_already = std::any_of(out_.extras.rbegin(), end, [&](const Extra& extra) {
      return extra.kind == ExtraKind::document_type && extra.folded == key;
    });
    if (!named_already) add_extra(first, ExtraKind::document_type, std::move(key));
  }

  /// "ngày 31 tháng 1 năm 2018": looked for when its month or its year has been added.
  void read_date_in_words() {
    const Word& last = *out_.tokens.back().word;
    const std::size_t tokens = out_.tokens.size();
    if (folded_before(1) == "thang" && is_day_word(folded_before(3)) && is_one_paragraph(tokens - 4))
      add_date(4, 2, last, 0);
    const bool may_end_in_year =
        folded_before(1) == "nam" && folded_before(3) == "thang" && is_day_word(folded_before(5));
    if (may_end_in_year && is_one_paragraph(tokens - 6))
      if (const int year = year_value(last); year != 0) add_date(6, 4, *out_.tokens[out_.tokens.size() - 3].word, year);
  }

  static bool is_day_word(std::string_view folded) { return folded == "ngay" || folded == "mung" || folded == "mong"; }

  void add_date(std::size_t tokens, std::size_t day_back, const Word& month, int year) {
    DateMatch date;
    date.day = small_value(*out_.tokens[out_.tokens.size() - 1 - day_back].word, 31);
    date.month = small_value(month, 12);
    date.year = year;
    const std::size_t first = out_.tokens.size() - tokens;
    // With its year it is another day, or none, as 29 February often is.
    const auto is_without_year = [&](const Extra& e) { return e.kind == ExtraKind::day_of_month && e.first == first; };
    if (year != 0 && !out_.extras.empty() && is_without_year(out_.extras.back())) out_.extras.pop_back();
    if (is_date(date)) add_extra(first, year == 0 ? ExtraKind::day_of_month : ExtraKind::day, date_key(date));
  }

  std::string_view text_;
  WordMemory& memory_;
  TokenizedText out_;
  std::size_t at_ = 0;
  std::size_t run_begin_ = 0;  // the first token of the run of joined tokens that is not closed yet
  Gap gap_ = Gap::paragraph;
};

}  // namespace

class Tokenizer::Memory : public WordMemory {};

Tokenizer::Tokenizer() : memory_(std::make_unique<Memory>()) {}
Tokenizer::~Tokenizer() = default;
Tokenizer::Tokenizer(Tokenizer&&) noexcept = default;
Tokenizer& Tokenizer::operator=(Tokenizer&&) noexcept = default;

TokenizedText Tokenizer::tokenize(std::string_view text) { return Scanner(text, *memory_).run(); }

}  // namespace timbao
