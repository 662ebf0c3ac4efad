// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace timbao {

/// How much whoever asked needs to know of a note.
enum class NoteKind : std::uint8_t {
  remark,   ///< what a pasted headline has often, and what changes nothing about its words: a quote without its partner
  warning,  ///< the answer is to another question than was meant: a filter that cannot be read. It is said on standard
            ///< error too
};

/// What of a query was not understood, and how it was read instead.
struct Note {
  NoteKind kind = NoteKind::remark;
  std::string text;
};
bool operator==(const Note& a, const Note& b);

/// Collects the notes of one query: each once, and no more than kMostNotes of them.
///
///   NoteList notes;
///   notes.add(NoteKind::warning, "'date:hôm' is no day, month, year or range of them; searched as words");
class NoteList {
 public:
  static constexpr std::size_t kMostNotes = 20;

  void add(NoteKind kind, std::string text);
  [[nodiscard]] std::vector<Note> take() { return std::move(notes_); }

 private:
  std::vector<Note> notes_;
};

/// A part of a query as a note shows it: on one line, at most 80 bytes, in ' '.
std::string shown_in_note(std::string_view text);

}  // namespace timbao
