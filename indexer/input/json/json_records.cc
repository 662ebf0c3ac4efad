// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/json/json_records.h"

#include <algorithm>

namespace timbao {
namespace {

constexpr std::size_t kKeptBytes = 1U << 20U;  // a record's memory above this is given back before the next
// So that no file of broken records takes for ever: so many bytes, and so often those of the file, are scanned again.
constexpr std::uint64_t kScannedAgainBytes = 64U << 20U, kScannedAgainTimes = 16;
constexpr std::string_view kSpace{" \t\r\0", 4};
constexpr std::string_view kBetween = ",[]\xEF\xBB\xBF";  // byte by byte

bool is_one_of(char byte, std::string_view bytes) { return bytes.find(byte) != std::string_view::npos; }

}  // namespace

std::string_view JsonRecords::bytes() {
  if (again_at_ < again_.size()) return std::string_view(again_).substr(again_at_);
  return input_.bytes();
}

void JsonRecords::use(std::string_view used) {
  current_line_ += static_cast<std::uint64_t>(std::count(used.begin(), used.end(), '\n'));
  if (again_at_ < again_.size())
    again_at_ += used.size();
  else
    input_.use(used.size());
}

bool JsonRecords::next() {
  if (text_.capacity() > kKeptBytes) text_ = {};
  text_.clear();
  too_long_ = false;
  if (!skip_between()) return false;
  ++number_;
  line_ = current_line_;
  const bool is_whole = bytes().front() == '{' ? read_object() : read_stray();
  return is_whole || input_.file().at_end();
}

/// Goes to where a record begins; false at the end.
bool JsonRecords::skip_between() {
  for (std::string_view rest; !(rest = bytes()).empty();) {
    std::size_t at = 0;
    for (; at < rest.size(); ++at) {
      if (rest[at] == '\n')
        indent_.clear();
      else if (is_one_of(rest[at], kSpace))
        indent_ += rest[at];
      else if (!is_one_of(rest[at], kBetween))
        break;
    }
    const bool is_at_record = at < rest.size();
    use(rest.substr(0, at));
    if (is_at_record) return true;
  }
  return false;
}

/// Whether the object is closed, or ends where another one begins inside it.
bool JsonRecords::read_object() {
  ObjectScan scan;
  for (std::string_view rest; !scan.is_closed() && !(rest = bytes()).empty();) {
    const std::string_view piece = rest.substr(0, scan.walk(rest));
    const bool is_over = text_.size() + piece.size() > limit_bytes_;
    if (is_over && !too_long_ && start_inside() != std::string::npos) return true;
    take(piece);
    use(piece);
  }
  return scan.is_closed();
}

/// Where in the record a line begins as the record's first line does.
std::size_t JsonRecords::start_inside() const { return text_.find('\n' + indent_ + '{'); }

/// What is no object, up to the next one or the end of the line.
bool JsonRecords::read_stray() {
  for (std::string_view rest; !(rest = bytes()).empty();) {
    const std::size_t end = rest.find_first_of("{\n");
    const std::string_view piece = rest.substr(0, end);
    take(piece);
    use(piece);
    if (end != std::string_view::npos) return true;
  }
  return false;
}

void JsonRecords::take(std::string_view piece) {
  if (too_long_) return;
  if (text_.size() + piece.size() > limit_bytes_) {
    too_long_ = true;
    text_ = {};
  } else {
    text_ += piece;
  }
}

void JsonRecords::restart_inside() {
  const std::size_t line_end = start_inside();
  const std::uint64_t most_scanned_again = kScannedAgainBytes + kScannedAgainTimes * input_.file().bytes_read();
  if (line_end == std::string::npos || scanned_again_ > most_scanned_again) return;
  const std::string_view rest = std::string_view(text_).substr(line_end);
  scanned_again_ += rest.size();
  current_line_ -= static_cast<std::uint64_t>(std::count(rest.begin(), rest.end(), '\n'));
  if (again_at_ < again_.size()) {
    again_at_ -= rest.size();  // all of the record came from there, and what follows it is not copied for each record
  } else {
    again_ = rest;
    again_at_ = 0;
  }
}

}  // namespace timbao
