// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace timbao {

/// How important a note is to the user.
enum class NoteKind : std::uint8_t {
  /// The words are searched as they stand, and only a sign was ignored: a quote without its partner, as pasted headlines
  /// often have. It stands in the answer's `notes` and nowhere else.
  remark,
  /// The answer is to another query than was meant: a filter that cannot be read. It is said on standard error too.
  warning,
};

/// What was searched beside typed words, or in their place.
///
///   {"csgt", "cảnh sát giao thông", "abbreviation", 0.9}
///
/// Source   docs/variants.md. `--not-as` leaves it out by `found`.
struct AlsoSearched {
  std::string typed, found;
  std::string kind;   ///< a name of kAlternativeKinds
  double weight = 1;  ///< of what is found beside what was typed, which has 1
};

/// What of a query was not understood, or was read otherwise.
///
///   {NoteKind::warning, "'date:hôm' is no day, month, year or range of them; searched as words"}
struct Note {
  NoteKind kind = NoteKind::remark;
  std::string text;                                ///< one sentence for people
  std::optional<AlsoSearched> also_searched = {};  ///< the same for programs, where the note says that
};
bool operator==(const Note& a, const Note& b);

/// Collects the notes of one query: each once, and no more than kMostNotes of them.
///
///   NoteList notes;
///   notes.add(NoteKind::warning, "'date:hôm' is no day, month, year or range of them; searched as words");
///   answer.notes = notes.take();
///
/// Source   no query is an error, and nothing of it is dropped in silence. Covered by tests/query/language/parse_test.cc.
class NoteList {
 public:
  /// The most notes of one query. A hostile query could have thousands; behind these, one more note says that there are
  /// more.
  static constexpr std::size_t kMostNotes = 20;

  /// Adds a note, unless an equal one is there. Where the list is full, the note that says so becomes a warning if one
  /// of those left out is.
  void add(NoteKind kind, std::string text);
  void add(Note note);

  /// The notes in the order in which they were added; the list is empty afterwards.
  [[nodiscard]] std::vector<Note> take() { return std::move(notes_); }

 private:
  std::vector<Note> notes_;
};

/// A part of a query as a note names it: shown_in_note("date:hôm") == "'date:hôm'".
///
/// Takes    any part of a query.
/// Returns  the part between single quotes, on one line; of a long one the first 80 bytes, with "…" behind them.
/// Errors   none.
std::string shown_in_note(std::string_view text);

}  // namespace timbao
