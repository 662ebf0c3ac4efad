// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "query/suggest/word_model.h"

namespace timbao {

/// Whether a word of a query may be corrected: numbers, and words that something else has explained, stay.
enum class Correction : std::uint8_t { allowed, none };

/// A word of a query as it was typed.
struct TypedWord {
  std::string folded;
  Correction correction = Correction::allowed;
  double share = 1;  ///< of the articles with the form, those that have it with the typed marks: "ản" is hardly a word

  /// Whether the form is hardly ever read as it was typed.
  [[nodiscard]] bool is_unlikely_reading() const { return share < kUnlikelyReading; }
  static constexpr double kUnlikelyReading = 0.02;
};

/// The words that were most likely meant, where some of them are mistyped: what a noisy channel gives. Each word is
/// one that archive and neighbours make likely, against the slip that would have made the typed one of it. Words that
/// stand beside their neighbours in the archive are left alone; the others are decided together.
///
///   spelled({{"xay"}, {"dunng"}, {"dang"}}, model) == {"xay", "dung", "dang"}
///
/// Takes    neighbouring words of a query, in folded form; the model of the archive.
/// Returns  as many words; those that were typed, where nothing else is clearly more likely. Every word that differs is
///          one of the archive. At most kMostDoubted words are looked at.
/// Errors   those of the vocabulary.
/// Source   docs/query-language.md, "Did you mean"; the numbers were chosen with bench/spelling.py. Covered by
///          spell_test.
std::vector<std::string> spelled(const std::vector<TypedWord>& typed, const WordModel& model);

/// The places of the words that would be looked at: their neighbours do not attract them.
///
///   doubted_places({{"xay"}, {"dunng"}, {"dang"}}, model) == {1}
///
/// Takes and errors  as spelled().
/// Returns           the most doubtful one first.
std::vector<std::size_t> doubted_places(const std::vector<TypedWord>& typed, const WordModel& model);

/// How many words of a query are looked at for slips. It bounds the time that a suggestion takes.
inline constexpr std::size_t kMostDoubted = 4;

}  // namespace timbao
