// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

#include "common/text/token.h"

namespace timbao {

class WordCache;

/// Cuts Vietnamese text into words, numbers, dates, document numbers and joined forms.
///
///   Tokenizer().tokenize("Đảng bộ TP.HCM")
///     tokens   đảng, bộ, tp, hcm (joined)
///     extras   the whole "tphcm" for the last two
///
/// Takes    UTF-8 of any kind and length; a line end is a paragraph's end.
/// Returns  tokens in order, never overlapping; every letter and digit of the text lies in one. They hold for as long
///          as the Tokenizer lives. Equal texts give equal results, whatever was tokenized before.
/// Errors   none: ill-formed bytes separate.
/// Threads  one Tokenizer a thread: it caches the words that it has met, at most kCachedWords of them.
/// Source   docs/folding.md, "Tokens". Covered by tokenize_test, tokenize_extras_test, tokenize_properties_test,
///          tokenize_fuzz and the golden files of `timbao-index tokens`.
class Tokenizer {
 public:
  static constexpr std::size_t kCachedWords = 1U << 16U;

  Tokenizer();
  ~Tokenizer();
  Tokenizer(Tokenizer&&) noexcept;
  Tokenizer& operator=(Tokenizer&&) noexcept;

  [[nodiscard]] TokenizedText tokenize(std::string_view text);

 private:
  std::unique_ptr<WordCache> cache_;
};

}  // namespace timbao
