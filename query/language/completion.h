// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "query/language/asked_words.h"

namespace timbao {

/// Which words the typed beginning of a word stands for: those that begin with its letters, and have the marks that
/// were typed.
///
///   chin*   chin, chín, chính, chinh …
///   đản*    đản, đảng, but not đang (another tone) and not dang (another letter)
///   ngươ*   ngươi, người: a tone that was not typed may be any
///   =dan*   dan, dạng, but not đang: the letters are those that were typed, a tone that was not typed may be any
///
/// A letter typed without a mark stands for the letter with any mark. So each letter and each mark more finds fewer
/// words, never others.
///
/// Source   docs/query-language.md, "The beginning of a word". Covered by completion_test.
/// Threads  read only once it is made.
class WordCompletion {
 public:
  /// Takes    a word of a question whose extent is `beginning`.
  explicit WordCompletion(const AskedWord& word);

  /// Whether the beginning stands for a reading.
  ///
  /// Takes    the folded form and the exact key of the reading.
  /// Errors   none.
  [[nodiscard]] bool takes(std::string_view folded, std::string_view exact) const;

  /// What the folded form of each such reading begins with.
  [[nodiscard]] const std::string& folded() const { return folded_; }

 private:
  [[nodiscard]] bool has_typed_letters(std::string_view letters) const;

  std::string folded_;
  std::string letters_;  // as typed, without the tone
  char tone_;            // the digit of the exact key; 0: none was typed
  bool is_strict_;
};

}  // namespace timbao
