// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory_resource>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/raw_vector.h"
#include "common/index/schema.h"
#include "common/index/sequence.h"

namespace timbao {

/// The decoded token sequence of one article: a code for each token, at the token's place, so that many queries can
/// walk over it and none has to decode it again.
///
///   const ArticleTokens tokens(checked_sequence(stored_tokens(document)));
///   tokens.codes()[0]                    the code of the first word of the title
///   tokens.name(0).term == "ktxh~"       a joined form as a whole
///
/// Errors   none: a sequence that ends in the middle of a token ends before it.
/// Source   docs/index-format.md, "Token sequence". Covered by article_tokens_test and article_tokens_fuzz.
/// Threads  read only once it is assigned.
class ArticleTokens {
 public:
  /// Stands at the place of a token that has no code. No question asks for it.
  static constexpr std::uint16_t kNoCode = sequence::kCodes;

  /// A paragraph of a field. It ends where the next one begins.
  struct Paragraph {
    std::uint32_t begin = 0;  ///< the place of its first token
    Field field = Field::body;
  };

  /// What has no code: a rare word, or a joined form as one word (KT-XH as ktxh, 5 700 as 5700).
  struct Name {
    std::uint32_t place = 0;      ///< of its first token
    std::uint32_t paragraph = 0;  ///< the number of the paragraph that it stands in
    std::uint16_t span = 1;       ///< how many tokens it takes
    std::string_view term;        ///< a reading term, valid as long as the article is
  };

  /// What its memory comes from: a cache lets all of its articles share one arena.
  using allocator_type = std::pmr::polymorphic_allocator<std::byte>;

  ArticleTokens() = default;

  /// Takes    what checked_sequence() returned.
  explicit ArticleTokens(std::string_view sequence) { assign(sequence); }

  /// A copy that takes its memory from elsewhere.
  ///
  /// Takes    the article to copy, and where memory comes from, which must outlive this.
  ArticleTokens(const ArticleTokens& other, const allocator_type& memory)
      : codes_(copied(other.codes_, memory.resource())),
        paragraphs_(copied(other.paragraphs_, memory.resource())),
        names_(copied(other.names_, memory.resource())),
        names_text_(other.names_text_, memory),
        title_tokens_(other.title_tokens_) {}

  /// Decodes another article. Memory stays allocated, so that one object can decode many articles; a copy of it takes
  /// no more memory than it needs.
  ///
  /// Takes    what checked_sequence() returned; it is not needed afterwards.
  void assign(std::string_view sequence);

  /// The code of each token, by place; kNoCode for a token without a code.
  [[nodiscard]] const RawVector<std::uint16_t>& codes() const { return codes_; }

  /// The paragraphs in their order. The first one is empty and stands before all fields.
  [[nodiscard]] const RawVector<Paragraph>& paragraphs() const { return paragraphs_; }

  /// How many tokens stand in the title.
  [[nodiscard]] std::uint32_t title_tokens() const { return title_tokens_; }

  /// How many names there are, and each of them: ordered by place; of those at one place the whole comes last.
  [[nodiscard]] std::size_t names() const { return names_.size(); }
  [[nodiscard]] Name name(std::size_t i) const;

  /// About how much memory it takes.
  [[nodiscard]] std::size_t bytes() const;

 private:
  friend class TokensReader;
  struct StoredName {
    std::uint32_t place, paragraph, begin;  // of its term in names_text_; it ends where the next begins
    std::uint16_t span;
  };

  RawVector<std::uint16_t> codes_;
  RawVector<Paragraph> paragraphs_;
  RawVector<StoredName> names_;
  std::pmr::string names_text_;
  std::uint32_t title_tokens_ = 0;
};

}  // namespace timbao
