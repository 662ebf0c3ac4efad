// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "query/expand/typed_text.h"

namespace timbao {

/// A type of document as people type it.
struct DocumentKind {
  RuleWord abbreviation;                  ///< "nđ"
  std::string_view key;                   ///< as terms have it: "nd"
  std::array<std::string_view, 2> names;  ///< as articles print it; the second may be empty
  /// Whether the abbreviation is another word too, so that it counts in capitals only.
  bool is_word = false;
};

/// A document's number at one place of a query: its type, its number, and what else of it was typed.
struct TypedDocument {
  const DocumentKind* kind = nullptr;
  std::size_t first = 0;
  std::string number;          ///< without leading zeros
  std::size_t number_end = 0;  ///< behind the last token of type and number
  std::string year;            ///< "2019", or empty
  std::size_t year_end = 0;    ///< behind the year's token
  std::string organ;           ///< folded: "tw", or empty
  std::size_t end = 0;         ///< behind the last token of all
  bool named = false;          ///< whether the type was typed by its name
};

/// Reads the document number that begins with a token.
///
///   "nq18", "nđ-cp số 100", "tt 08/2019", "nghị định 100 năm 2019", "nq 18-tw", "18/nq"
///
/// Returns  nothing where no type of the table with a number begins there, or where the whole number with its organ was
///          typed (05-CT/TW): that has its own term already.
/// Errors   none.
/// Source   docs/variants.md, "Document numbers". Covered by documents_test.
std::optional<TypedDocument> read_document(const TypedText& text, std::size_t at);

}  // namespace timbao
