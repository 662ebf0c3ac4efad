// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/expand/typed_document.h"

#include <algorithm>
#include <array>

#include "common/base/ascii.h"
#include "common/text/number.h"
#include "common/text/token_rules.h"

namespace timbao {
namespace {

/// The types: docs/folding.md, "Document numbers"; for cv, nqlt and ttlt appendix III of Decree 30/2020/NĐ-CP.
constexpr std::array<DocumentKind, 19> kKinds{{
    {{"nq", "nq"}, "nq", {"nghị quyết", ""}},
    {{"ct", "ct"}, "ct", {"chỉ thị", ""}},
    {{"qd", "qđ"}, "qd", {"quyết định", "quy định"}},
    {{"qyd", "qyđ"}, "qd", {"quy định", ""}},
    {{"nd", "nđ"}, "nd", {"nghị định", ""}},
    {{"kl", "kl"}, "kl", {"kết luận", ""}},
    {{"hd", "hd"}, "hd", {"hướng dẫn", ""}},
    {{"tt", "tt"}, "tt", {"thông tư", ""}},
    {{"kh", "kh"}, "kh", {"kế hoạch", ""}},
    {{"da", "đa"}, "da", {"đề án", ""}, true},
    {{"tb", "tb"}, "tb", {"thông báo", ""}},
    {{"bc", "bc"}, "bc", {"báo cáo", ""}},
    {{"cd", "cđ"}, "cd", {"công điện", ""}},
    {{"ttr", "ttr"}, "ttr", {"tờ trình", ""}},
    {{"pl", "pl"}, "pl", {"pháp lệnh", ""}},
    {{"cv", "cv"}, "cv", {"công văn", ""}},
    {{"nqlt", "nqlt"}, "nqlt", {"nghị quyết liên tịch", ""}},
    {{"ttlt", "ttlt"}, "ttlt", {"thông tư liên tịch", ""}},
    {{"", ""}, "luat", {"luật", ""}},
}};
constexpr RuleWord kNumber{"so", "sô~1"}, kYear{"nam", "năm"}, kCentralMarked{"tu", "tư"};
constexpr std::size_t kMostDigits = 5;

/// "18" and "12a": at most five digits, and at most one letter behind them.
bool is_document_number(std::string_view text) {
  const std::size_t digits = end_of_digits(text, 0);
  if (digits == 0 || digits > kMostDigits) return false;
  return digits == text.size() || (digits + 1 == text.size() && is_ascii_small_letter(text[digits]));
}

std::string without_zeros(std::string_view number) {
  const std::size_t digits = number.find_last_of("0123456789") + 1;
  return drop_leading_zeros(number.substr(0, digits)) + std::string(number.substr(digits));
}

bool is_kind(const TypedText& text, std::size_t at, std::string_view folded, const DocumentKind& kind) {
  if (kind.abbreviation.folded.empty() || folded != kind.abbreviation.folded) return false;
  const std::string_view exact = text.tokenized().tokens[at].word->exact;
  const bool is_typed_so = exact.substr(0, kind.abbreviation.exact.size()) == kind.abbreviation.exact;
  if (!is_typed_so && exact.substr(0, folded.size()) != folded) return false;
  const std::string_view printed = text.printed(at);
  return !kind.is_word || std::none_of(printed.begin(), printed.end(), is_ascii_small_letter);
}

const DocumentKind* kind_of(const TypedText& text, std::size_t at, std::string_view folded) {
  const auto kind = std::find_if(kKinds.begin(), kKinds.end(),
                                 [&](const DocumentKind& each) { return is_kind(text, at, folded, each); });
  return kind == kKinds.end() ? nullptr : &*kind;
}

const DocumentKind* kind_abbreviated(const TypedText& text, std::size_t at) {
  return at < text.size() ? kind_of(text, at, text.folded(at)) : nullptr;
}

const DocumentKind* kind_with_key(std::string_view key) {
  const auto kind =
      std::find_if(kKinds.begin(), kKinds.end(), [&](const DocumentKind& each) { return each.key == key; });
  return kind == kKinds.end() ? nullptr : &*kind;
}

/// Reads one document number, from its first token on.
class DocumentReader {
 public:
  DocumentReader(const TypedText& text, std::size_t at) : text_(text), at_(at) { document_.first = at; }

  std::optional<TypedDocument> read() {
    if (!read_number_behind_abbreviation() && !read_run_together() && !read_named() && !read_number_first())
      return std::nullopt;
    document_.number_end = document_.year_end = document_.end = at_;
    read_year();
    read_organ();
    return std::move(document_);
  }

 private:
  /// "nq 18", "nq-18", "nq số 18", "nđ-cp 100"
  bool read_number_behind_abbreviation() {
    const DocumentKind* kind = kind_abbreviated(text_, at_);
    if (kind == nullptr) return false;
    std::size_t next = at_ + 1;
    if (text_.is_joined(next) && !starts_with_digit(next)) {
      document_.organ = text_.folded(next);
      ++next;
    }
    if (text_.is(next, kNumber)) ++next;
    return take_number(kind, next);
  }

  /// "nq18"
  bool read_run_together() {
    const std::string_view folded = text_.folded(at_);
    const std::size_t letters = std::min(folded.find_first_of("0123456789"), folded.size());
    if (!is_document_number(folded.substr(letters))) return false;
    const DocumentKind* kind = at_ < text_.size() ? kind_of(text_, at_, folded.substr(0, letters)) : nullptr;
    if (kind == nullptr) return false;
    document_.kind = kind;
    document_.number = without_zeros(folded.substr(letters));
    ++at_;
    return true;
  }

  /// "nghị định 100", "luật số 59": the tokenizer reads them.
  bool read_named() {
    const Extra* extra = extra_at(at_, ExtraKind::document_type);
    if (extra == nullptr || extra_at(at_, ExtraKind::document) != nullptr) return false;
    if (lies_in_a_number(*extra)) return false;
    const std::string_view key = extra->folded;
    const std::size_t space = key.find(' ');
    document_.kind = kind_with_key(key.substr(0, space));
    if (document_.kind == nullptr || text_.begins_date_or_range(extra->first + extra->count - 1)) return false;
    document_.number = key.substr(space + 1);
    document_.named = true;
    at_ = extra->first + extra->count;
    return true;
  }

  /// "18/nq": a number and a type, without the organ that makes it a whole number.
  bool read_number_first() {
    const Extra* extra = extra_at(at_, ExtraKind::document);
    if (extra == nullptr) return false;
    const std::string_view key = extra->folded;
    const std::size_t slash = key.find('/');
    document_.kind = kind_with_key(key.substr(std::min(slash + 1, key.size())));
    if (document_.kind == nullptr) return false;
    document_.number = key.substr(0, slash);
    at_ = extra->first + extra->count;
    return true;
  }

  void read_year() {
    const std::size_t at = text_.is(at_, kYear) ? at_ + 1 : at_;
    if (!text_.goes_on(at_) || at >= text_.size() || text_.begins_date_or_range(at)) return;
    const int year = year_value(*text_.tokenized().tokens[at].word);
    if (year < 1940 || year > 2099) return;
    document_.year = std::to_string(year);
    at_ = document_.year_end = document_.end = at + 1;
  }

  /// "-tw", "/tw", " tw"
  void read_organ() {
    const std::string_view before = text_.before(at_);
    const bool is_separated = before == "-" || before == "/" || before == " ";
    if (!is_separated || !document_.organ.empty() || at_ >= text_.size() || starts_with_digit(at_)) return;
    document_.organ = text_.is_marked_as(at_, kCentralMarked) ? "tw" : text_.folded(at_);
    document_.end = at_ + 1;
  }

  bool take_number(const DocumentKind* kind, std::size_t at) {
    if (at >= text_.size() || text_.tokenized().tokens[at].gap == Gap::paragraph) return false;
    const Word& word = *text_.tokenized().tokens[at].word;
    const bool is_number = is_document_number(word.kind == TokenKind::number ? word.exact : word.folded);
    if (!is_number || text_.begins_date_or_range(at) || extra_at(at, ExtraKind::document) != nullptr) return false;
    document_.kind = kind;
    document_.number = without_zeros(word.folded);
    at_ = at + 1;
    return true;
  }

  [[nodiscard]] bool starts_with_digit(std::size_t at) const { return is_digit_at(text_.folded(at), 0); }

  [[nodiscard]] const Extra* extra_at(std::size_t at, ExtraKind kind) const {
    const auto& extras = text_.tokenized().extras;
    const auto extra = std::find_if(extras.begin(), extras.end(),
                                    [&](const Extra& each) { return each.first == at && each.kind == kind; });
    return extra == extras.end() ? nullptr : &*extra;
  }

  [[nodiscard]] bool lies_in_a_number(const Extra& type) const {
    const auto& extras = text_.tokenized().extras;
    return std::any_of(extras.begin(), extras.end(), [&](const Extra& each) {
      return each.kind == ExtraKind::document && each.first < type.first + type.count &&
             type.first < each.first + each.count;
    });
  }

  const TypedText& text_;
  std::size_t at_;
  TypedDocument document_;
};

}  // namespace

std::optional<TypedDocument> read_document(const TypedText& text, std::size_t at) {
  return DocumentReader(text, at).read();
}

}  // namespace timbao
