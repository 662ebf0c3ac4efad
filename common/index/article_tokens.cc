// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/article_tokens.h"

#include "common/base/ascii.h"
#include "common/index/terms.h"
#include "common/index/token_codes.h"
#include "common/text/tokenize.h"

namespace timbao {

/// Decodes one sequence: walk_sequence() calls it with each part.
class TokensReader {
 public:
  /// Takes    the article to fill, whose codes have a place for each byte of the sequence: no token takes less.
  explicit TokensReader(ArticleTokens& tokens) : tokens_(tokens), next_(tokens.codes_.data()), table_(token_codes()) {
    begin_paragraph();
  }

  void field(Field field) {
    end_title();
    field_ = field;
    paragraph();
  }
  void paragraph() {
    end_form();
    begin_paragraph();
  }
  void sentence() const {}
  void joined() {
    if (form_state_ == FormState::none) begin_form();
    form_state_ = FormState::joined;
  }
  void code(std::uint32_t code) {
    if (form_state_ == FormState::none)
      *next_++ = static_cast<std::uint16_t>(code);  // nearly always
    else
      add_beside_form(static_cast<std::uint16_t>(code));
  }
  void literal(std::string_view term) {
    if (form_state_ == FormState::begun) end_form();
    add_name(places(), 1, term);
    last_literal_ = term;
    add_beside_form(ArticleTokens::kNoCode);
  }
  void end() {
    end_form();
    end_title();
    tokens_.codes_.resize(places());
  }

 private:
  [[nodiscard]] std::uint32_t places() const { return static_cast<std::uint32_t>(next_ - tokens_.codes_.data()); }

  void end_title() {
    if (field_ == Field::title) tokens_.title_tokens_ = places();
  }

  void begin_paragraph() { tokens_.paragraphs_.push_back({places(), field_}); }

  void add_name(std::uint32_t place, std::uint32_t span, std::string_view term) {
    const auto begin = static_cast<std::uint32_t>(tokens_.names_text_.size());
    const auto paragraph = static_cast<std::uint32_t>(tokens_.paragraphs_.size() - 1);
    tokens_.names_.push_back({place, paragraph, begin, static_cast<std::uint16_t>(span)});
    tokens_.names_text_ += term;
  }

  // ---- wholes

  /// Whether the last token belongs to a whole, and whether the next one does.
  enum class FormState : std::uint8_t { none, begun, joined };

  /// Adds a token where a whole may end or go on.
  void add_beside_form(std::uint16_t code) {
    if (form_state_ == FormState::begun) end_form();
    *next_++ = code;
    if (form_state_ == FormState::joined) go_on();
  }

  /// The part of a whole that the last token is, spelled as the tokenizer spells it: digits as printed (007), other
  /// tokens as their folded form.
  [[nodiscard]] std::string_view piece() const {
    if (places() == 0) return {};
    const std::uint16_t code = *(next_ - 1);
    const SplitTerm word = split_term(code == ArticleTokens::kNoCode ? last_literal_ : table_.term_of(code));
    const bool has_zeros = !word.marks.empty() && is_digits(word.folded) && is_digits(word.marks);
    return has_zeros ? word.marks : word.folded;
  }

  void begin_form() {
    form_ = piece();
    form_begin_ = places() == 0 ? 0 : places() - 1;
  }

  /// Groups of digits are a number of their own, 5700 in "5 700-seat". The sequence does not tell which group is the
  /// last one of the number, so there is a name for each group that may be.
  void go_on() {
    form_state_ = FormState::begun;
    if (!form_is_possible()) return;
    const std::uint32_t before = places() - 1 - form_begin_;
    if (before > 1 && is_digits(form_)) add_name(form_begin_, before, form_ + '~');
    form_ += piece();
  }

  /// Whether the tokenizer can have made the joined form so far. A longer one is no term of any index, and a forged index must
  /// not make this take all memory.
  [[nodiscard]] bool form_is_possible() const {
    constexpr std::uint32_t kMostTokens = 16;  // eight joined ones, of which the last is a number of eight groups
    constexpr std::size_t kMostBytes = 1024;
    return places() - form_begin_ <= kMostTokens && form_.size() <= kMostBytes;
  }

  void end_form() {
    if (form_state_ == FormState::none) return;
    form_state_ = FormState::none;
    if (!form_is_possible()) return;
    form_ += '~';
    add_name(form_begin_, places() - form_begin_, form_);
  }

  ArticleTokens& tokens_;
  std::uint16_t* next_;  // where the code of the next token goes
  const TokenCodes& table_;
  Field field_ = Field::body;
  std::string_view last_literal_;
  FormState form_state_ = FormState::none;
  std::string form_;
  std::uint32_t form_begin_ = 0;
};

void ArticleTokens::assign(std::string_view sequence) {
  codes_.resize(sequence.size());
  paragraphs_.clear();
  names_.clear();
  names_text_.clear();
  title_tokens_ = 0;
  TokensReader reader(*this);
  walk_sequence(sequence, reader);
  reader.end();
}

ArticleTokens::Name ArticleTokens::name(std::size_t i) const {
  const StoredName& name = names_[i];
  const std::size_t end = i + 1 < names_.size() ? names_[i + 1].begin : names_text_.size();
  return {name.place, name.paragraph, name.span, std::string_view(names_text_).substr(name.begin, end - name.begin)};
}

std::size_t ArticleTokens::bytes() const {
  return sizeof *this + codes_.capacity() * sizeof codes_[0] + paragraphs_.capacity() * sizeof paragraphs_[0] +
         names_.capacity() * sizeof names_[0] + names_text_.capacity();
}

}  // namespace timbao
