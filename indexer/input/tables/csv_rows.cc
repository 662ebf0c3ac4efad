// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/tables/csv_rows.h"

#include <algorithm>

namespace timbao {

bool CsvRows::next() {
  row_.clear();
  forget_held_lines();
  if (!take_line()) return false;
  line_ = current_line_;
  row_at_ = held_at_;
  const std::optional<Kind> kind = take_row();
  if (!kind) return false;
  kind_ = *kind;
  if (kind_ == Kind::broken) go_back();
  return true;
}

/// Lets go of lines that were read again. They go in large steps, so that each byte is moved a few times at most.
void CsvRows::forget_held_lines() {
  if (held_at_ < held_.size() && held_at_ < held_.size() / 2) return;
  held_.erase(0, held_at_);
  closed_to_ -= std::min(closed_to_, held_at_);
  held_at_ = 0;
}

/// Goes to the next line, which may be one that is read again.
bool CsvRows::take_line() {
  if (held_at_ < held_.size()) return take_held_line();
  if (!lines_.next()) return false;
  current_.swap(lines_.text());
  current_line_ = lines_.number();
  is_too_long_ = lines_.is_too_long();
  reach_ = Reach::any_line;
  return true;
}

bool CsvRows::take_held_line() {
  const std::size_t end = held_.find('\n', held_at_);
  reach_ = held_at_ < closed_to_ ? Reach::its_line : Reach::any_line;
  current_.assign(held_, held_at_, end - held_at_);
  held_at_ = end + 1;
  ++current_line_;
  is_too_long_ = false;
  return true;
}

/// Takes the lines of a row, of which the first is taken already. Returns nothing where the source does not go on.
std::optional<CsvRows::Kind> CsvRows::take_row() {
  for (std::size_t bytes = current_.size();; bytes += current_.size() + 1) {
    if (is_too_long_) return Kind::too_long;
    const RowEnd end = bytes > limit_bytes_ ? RowEnd::broken : row_.take(current_);
    if (end == RowEnd::closed) return Kind::whole;
    if (end == RowEnd::broken || reach_ == Reach::its_line) {
      closed_to_ = std::max(closed_to_, held_at_ - std::min(held_at_, current_.size() + 1));
      return Kind::broken;
    }
    const bool is_read_again = held_at_ < held_.size();
    if (!take_line()) {
      closed_to_ = held_.size();
      return input_.at_end() ? std::optional(Kind::broken) : std::nullopt;
    }
    if (is_read_again) continue;
    (held_ += current_) += '\n';
    held_at_ = held_.size();
  }
}

/// Lets the lines behind the first one of a broken row be read again.
void CsvRows::go_back() {
  held_at_ = row_at_;
  current_line_ = line_;
}

}  // namespace timbao
