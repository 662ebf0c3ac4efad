// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/schema.h"
#include "common/index/sequence.h"

namespace timbao {

/// An article's token sequence laid out to be asked many times: a code a token, at the token's place, so that a
/// question walks over it without decoding anything.
///
///   const ArticleTokens tokens(checked_sequence(stored_tokens(document)));
///   tokens.codes()[0]                 the code of the title's first word
///   tokens.names()[0].term == "ktxh~" a run of joined tokens as a whole
class ArticleTokens {
 public:
  /// Stands at the place of a token that has no code; no question asks for it.
  static constexpr std::uint16_t kNoCode = sequence::kCodes;

  /// Ends where the next begins.
  struct Paragraph {
    std::uint32_t begin = 0;  ///< place of its first token
    Field field = Field::body;
  };

  /// What has no code: a rare word, or a run of joined tokens as one (KT-XH as ktxh, 5 700 as 5700).
  struct Name {
    std::uint32_t place = 0;  ///< of its first token
    std::uint32_t paragraph = 0;
    std::uint16_t span = 1;  ///< how many tokens
    std::string_view term;   ///< a reading term
  };

  ArticleTokens() = default;

  /// Takes    what checked_sequence() returned.
  explicit ArticleTokens(std::string_view sequence) { assign(sequence); }

  /// Becomes another article. Its memory stays, so that one may lay out many articles; a copy takes no more than it
  /// needs.
  void assign(std::string_view sequence);

  [[nodiscard]] const std::vector<std::uint16_t>& codes() const { return codes_; }
  [[nodiscard]] const std::vector<Paragraph>& paragraphs() const { return paragraphs_; }
  [[nodiscard]] std::uint32_t title_tokens() const { return title_tokens_; }
  [[nodiscard]] std::size_t names() const { return names_.size(); }
  [[nodiscard]] Name name(std::size_t i) const;  ///< by place; of equal ones the whole last

  /// How much memory it takes, about.
  [[nodiscard]] std::size_t bytes() const;

 private:
  friend class TokensReader;
  struct StoredName {
    std::uint32_t place, paragraph, begin;  // of its term in names_text_; it ends where the next begins
    std::uint16_t span;
  };

  std::vector<std::uint16_t> codes_;
  std::vector<Paragraph> paragraphs_;
  std::vector<StoredName> names_;
  std::string names_text_;
  std::uint32_t title_tokens_ = 0;
};

}  // namespace timbao
