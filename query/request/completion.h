// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/index/schema.h"

namespace timbao {

/// The beginning of a word or of a name, to be completed from what the archive has.
///
///   ToComplete{std::nullopt, "dan", "", 12}           // any word: đảng, dân, đang, …
///   ToComplete{std::nullopt, "dun", "xây", 12}        // a word behind "xây": dựng first
///   ToComplete{Field::source, "báo t", "", 12}        // a newspaper: Báo tỉnh, …
struct ToComplete {
  /// The field whose words or names are wanted; none: words of any text.
  std::optional<Field> field;

  /// What was typed of it, with or without marks.
  std::string typed;

  /// The word before it; empty where there is none.
  std::string before;

  /// How many completions are wanted at most.
  std::size_t limit = 12;
};

/// A word or a name that completes what was typed: {"đảng", 1200}.
struct Completion {
  std::string text;            ///< words in lower case, names as they are printed
  std::uint32_t articles = 0;  ///< how many articles of the archive have it
};

}  // namespace timbao
