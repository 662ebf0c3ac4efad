// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace timbao {

/// A folded text and where each of its bytes came from.
struct FoldedText {
  std::string text;                    ///< UTF-8
  std::vector<std::uint32_t> offsets;  ///< text.size() entries: the byte in the input where byte i's letter began
};

/// Folds text to the lower-case, mark-free form that index terms use: "Đảng" -> "dang".
///
///   fold("Đảng").text == "dang"     fold("Đảng").offsets == {0, 2, 5, 6}
///
/// Takes    UTF-8, any normal form, any length.
/// Returns  the folded text with its offsets. Folding is idempotent; lower-case ASCII letters and digits never change;
///          offsets never fall. Letters of other scripts lose their marks too; soft hyphens, joiners, byte order and
///          bidi marks vanish; a zero-width space vanishes.
/// Errors   none: ill-formed bytes become U+FFFD.
/// Source   Unicode compatibility decompositions and case folding; the d and ư rules: docs/folding.md, "Letters".
///          Covered by fold_test over all of Unicode, and by fold_fuzz.
FoldedText fold(std::string_view text);

/// The same without offsets, for those who need none: fold_text("Đảng") == "dang".
std::string fold_text(std::string_view text);

/// The canonical letters of a text: compatibility forms decomposed, case-folded, Ð and its twins made đ, marks kept,
/// NFC.
///
///   canonical("ÐẢNG") == "đảng"     canonical("ﬁ") == "fi"
///
/// Takes    UTF-8, any normal form, any length.
/// Returns  text of which fold() gives the same as of the text itself. Making it canonical twice changes nothing more.
/// Errors   none: ill-formed bytes become U+FFFD.
/// Source   Unicode's NFKC_Casefold, by ICU; the twins of đ and ư: docs/folding.md, "Letters". Covered by fold_test.
std::string canonical(std::string_view text);

}  // namespace timbao
