// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/request/note.h"

#include <algorithm>

#include "common/base/error.h"
#include "common/base/utf8.h"

namespace timbao {

bool operator==(const Note& a, const Note& b) { return a.kind == b.kind && a.text == b.text; }

void NoteList::add(NoteKind kind, std::string text) { add({kind, std::move(text), std::nullopt}); }

void NoteList::add(Note note) {
  if (std::find(notes_.begin(), notes_.end(), note) != notes_.end()) return;
  const NoteKind kind = note.kind;
  if (notes_.size() < kMostNotes) {
    notes_.push_back(std::move(note));
    return;
  }
  constexpr std::string_view kMore = "more of the query was read in another way; only the first notes are given";
  if (notes_.size() == kMostNotes) notes_.push_back({kind, std::string(kMore), std::nullopt});
  if (kind == NoteKind::warning) notes_.back().kind = kind;
}

std::string shown_in_note(std::string_view text) {
  constexpr std::size_t kMostBytes = 80;
  const std::string_view kept = cut_at_code_point(text, kMostBytes);
  return "'" + on_one_line(kept) + (kept.size() < text.size() ? "…'" : "'");
}

}  // namespace timbao
