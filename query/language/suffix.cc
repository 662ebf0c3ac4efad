// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/suffix.h"

#include <algorithm>
#include <array>

#include "common/base/ascii.h"
#include "query/language/chunk.h"

namespace timbao {
namespace {

constexpr double kMostWeight = 100;
constexpr std::size_t kMostDigits = 6;
constexpr std::string_view kNear = "NEAR", kNearSign = "NEAR/";

/// Units of measurement that are printed with a power: 10 km^2. In small letters.
constexpr std::array<std::string_view, 16> kUnits{"km", "hm", "dam", "dm", "cm",   "mm", "nm", "um",
                                                  "ha", "ft", "yd",  "mi", "inch", "kg", "ml", "sec"};

/// The number that a text begins with: its value, and its length in bytes.
WeightSign number_at(std::string_view text) {
  const std::size_t whole = end_of_digits(text, 0);
  if (whole == 0 || whole > kMostDigits) return {};
  const bool has_point = byte_at(text, whole) == '.' || byte_at(text, whole) == ',';
  const std::size_t decimals = has_point ? end_of_digits(text, whole + 1) - (whole + 1) : 0;
  if (decimals > kMostDigits) return {};
  const std::size_t length = decimals > 0 ? whole + 1 + decimals : whole;
  double value = 0, unit = 1;
  for (std::size_t at = 0; at < length; ++at) {
    if (at == whole) continue;  // the point
    value = value * 10 + (text[at] - '0');
    if (at > whole) unit *= 10;
  }
  return {value / unit, length};
}

/// Whether a text goes on with a letter, a digit or another suffix, so that what stands before it is no suffix.
bool goes_on(std::string_view text) {
  if (text.empty()) return false;
  const char next = text.front();
  return is_ascii_letter_or_digit(next) || !is_ascii(next) || next == '^' || next == '*';
}

bool is_unit(std::string_view folded) { return std::find(kUnits.begin(), kUnits.end(), folded) != kUnits.end(); }

bool has_digit(std::string_view text) { return std::any_of(text.begin(), text.end(), is_ascii_digit); }

/// Whether the words of a text may have a weight.
bool may_have_weight(std::string_view text, Tokenizer& tokenizer) {
  if (has_digit(text) || text.find_first_of(":=") != std::string_view::npos ||
      beginning_of(text, tokenizer) != Beginning::letter)
    return false;
  const TokenizedText found = tokenizer.tokenize(text);
  if (found.tokens.empty() || found.tokens.back().end != text.size()) return false;
  std::size_t letters = 0;
  for (const Token& token : found.tokens) letters += token.word->folded.size();
  return letters >= 2 && !(found.tokens.size() == 1 && is_unit(found.tokens.front().word->folded));
}

/// Whether * may stand behind a text: it is one word of at least two letters.
bool may_be_beginning(std::string_view text, Tokenizer& tokenizer) {
  if (beginning_of(text, tokenizer) != Beginning::letter) return false;
  const TokenizedText found = tokenizer.tokenize(text);
  if (found.tokens.size() != 1) return false;
  const Token& token = found.tokens.front();
  return token.begin == 0 && token.end == text.size() && token.word->kind == TokenKind::word &&
         token.word->folded.size() >= 2;
}

bool has_words(std::string_view text, Tokenizer& tokenizer) { return !tokenizer.tokenize(text).tokens.empty(); }

/// Divides a chunk at its first *, if it is a beginning.
WordWithSuffix split_star(std::string_view chunk, Tokenizer& tokenizer) {
  WordWithSuffix split{chunk};
  const std::size_t star = chunk.find('*');
  if (star == std::string_view::npos || star == 0) return split;
  const bool is_last = !has_words(chunk.substr(star + 1), tokenizer) && chunk.find('^', star) == std::string_view::npos;
  if (is_last && may_be_beginning(chunk.substr(0, star), tokenizer)) return {chunk.substr(0, star), Extent::beginning};
  const char before = chunk[star - 1];
  if (is_ascii_letter(before) || !is_ascii(before)) split.doubt = WordWithSuffix::Doubt::star;
  return split;
}

}  // namespace

WeightSign weight_at(std::string_view text) {
  if (!starts_with(text, "^")) return {};
  const WeightSign number = number_at(text.substr(1));
  const bool is_weight = number.length > 0 && number.weight > 0 && number.weight <= kMostWeight;
  return is_weight && !goes_on(text.substr(1 + number.length)) ? WeightSign{number.weight, number.length + 1}
                                                               : WeightSign{};
}

WordWithSuffix split_suffix(std::string_view chunk, Tokenizer& tokenizer) {
  const std::size_t sign = chunk.find('^');
  if (sign == std::string_view::npos) return split_star(chunk, tokenizer);
  WordWithSuffix split = split_star(chunk.substr(0, sign), tokenizer);
  const bool is_number_behind = is_digit_at(chunk, sign + 1);
  if (split.extent == Extent::whole && !may_have_weight(split.word, tokenizer)) return {chunk};
  const WeightSign weight = weight_at(chunk.substr(sign));
  const bool is_last = weight.length > 0 && !has_words(chunk.substr(sign + weight.length), tokenizer);
  if (!is_last) return {chunk, Extent::whole, 1, is_number_behind ? WordWithSuffix::Doubt::weight : split.doubt};
  split.weight = weight.weight;
  return split;
}

std::optional<std::uint32_t> near_distance(std::string_view chunk) {
  if (chunk == kNear) return kNearByDefault;
  if (!starts_with(chunk, kNearSign) || chunk.size() == kNearSign.size()) return std::nullopt;
  std::uint32_t distance = 0;
  for (const char digit : chunk.substr(kNearSign.size())) {
    if (!is_ascii_digit(digit)) return std::nullopt;
    distance = std::min(kFarthest, distance * 10 + static_cast<std::uint32_t>(digit - '0'));
  }
  return distance;
}

bool is_near_without_number(std::string_view chunk) { return starts_with(chunk, kNearSign) && !near_distance(chunk); }

}  // namespace timbao
