// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/input/charset/writing.h"

namespace timbao {

/// How many stretches of a text were read in each way, by Writing.
using WritingCounts = std::array<std::size_t, kWritings>;

/// The ways in which parts of texts that belong together seem to be written: those whose stretches read as Vietnamese
/// where they read as nothing as they stand.
///
///   ways_of({"§¹i héi ®¶ng bé", "Hà Nội"}) == {Writing::tcvn3}      ways_of({"Hà Nội, München"}) is empty
///
/// Takes    the cells of a record, or one text, of any bytes. Of long texts parts are looked at.
/// Returns  at most three ways, the best first.
/// Errors   none.
/// Source   docs/encodings.md, "Runs". Covered by restore_test.
std::vector<Writing> ways_of(const std::vector<std::string_view>& texts);

/// Whether a whole text can be Vietnamese in a way: several different words of it are words of news, and the words of ASCII
/// beside these can be Vietnamese too. Other languages have words that are words of news in some charset, as "s\u00E5" is
/// "sồ" in TCVN3.
///
/// Takes    any bytes. Of long texts parts are looked at.
/// Errors   none.
/// Source   docs/encodings.md, "How a charset is found". Covered by detect_test; bench/languages.py measures it.
bool stands_in_vietnamese(std::string_view text, Writing way);

/// A text whose parts are all Unicode.
struct UnifiedText {
  std::string text;
  WritingCounts counts{};    ///< stretches that were read in another way than as they stand
  std::size_t replaced = 0;  ///< ill-formed parts that are nothing in any way, each of which became U+FFFD
};

/// Reads each run of stretches in the way in which it reads best as Vietnamese.
///
///   unify_runs("theo Điều 27 Ph¸p lÖnh ¸n phÝ, lÖ phÝ", {Writing::tcvn3}).text == "theo Điều 27 Pháp lệnh án phí, lệ phí"
///
/// Takes    any bytes, and the ways that it may be written in beside as it stands.
/// Returns  well-formed UTF-8. Where a run reads as well as it stands, it stays. An ill-formed byte between letters that
///          are UTF-8 is read as Windows-1252 where that gives a word or a sign of print.
/// Errors   none.
/// Source   the best path through the ways of writing, where each change of way has its price (Viterbi). Time is linear
///          in the text. Covered by restore_test and charset_fuzz.
UnifiedText unify_runs(std::string_view text, const std::vector<Writing>& ways);

}  // namespace timbao
