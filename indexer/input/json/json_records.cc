// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/json/json_records.h"

#include <algorithm>

namespace timbao {
namespace {

// The limits of restart_inside(): so many bytes, and so many times the bytes of the source, are scanned again.
constexpr std::uint64_t kMostRescannedBytes = 64U << 20U, kMostRescannedTimes = 16;
constexpr std::string_view kSpace{" \t\r\0", 4};
constexpr std::string_view kBetween =
    ",;[])\xEF\xBB\xBF";  // single bytes; the last three are those of a byte order mark

bool is_one_of(char byte, std::string_view bytes) { return bytes.find(byte) != std::string_view::npos; }

}  // namespace

std::string_view JsonRecords::bytes() {
  if (rescanned_at_ < rescanned_.size()) return std::string_view(rescanned_).substr(rescanned_at_);
  return input_.bytes();
}

void JsonRecords::use(std::string_view used) {
  current_line_ += static_cast<std::uint64_t>(std::count(used.begin(), used.end(), '\n'));
  if (rescanned_at_ < rescanned_.size())
    rescanned_at_ += used.size();
  else
    input_.use(used.size());
}

bool JsonRecords::next() {
  text_.clear();
  if (!skip_between()) return false;
  ++number_;
  line_ = current_line_;
  is_in_string_ = is_escaped_ = false;
  const bool is_whole = bytes().front() == '{' ? read_object() : read_stray();
  return is_whole || input_.at_end();
}

/// Goes to where a record begins; false at the end.
bool JsonRecords::skip_between() {
  if (around_ > 0) return skip_around();
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

/// Whether a byte of what stands around records begins one.
bool JsonRecords::is_at_record(char byte) {
  if (is_in_string_) {
    is_in_string_ = is_escaped_ || byte != '"';
    is_escaped_ = !is_escaped_ && byte == '\\';
    return false;
  }
  is_in_string_ = byte == '"';
  if (byte == '{' && depth_ == around_) return true;
  if (byte == '{') ++depth_;
  if (byte == '}' && depth_ > 0) --depth_;
  return false;
}

/// Goes through what stands around the records to where one begins; false at the end.
bool JsonRecords::skip_around() {
  for (std::string_view rest; !(rest = bytes()).empty();) {
    std::size_t at = 0;
    for (; at < rest.size() && !is_at_record(rest[at]); ++at) {
      if (rest[at] == '\n')
        indent_.clear();
      else if (is_one_of(rest[at], kSpace))
        indent_ += rest[at];
    }
    const bool has_record = at < rest.size();
    use(rest.substr(0, at));
    if (has_record) return true;
  }
  return false;
}

/// True where the object is closed, and where it is over the limit and another one begins inside it.
bool JsonRecords::read_object() {
  ObjectScan scan;
  for (std::string_view rest; !scan.is_closed() && !(rest = bytes()).empty();) {
    const std::string_view piece = rest.substr(0, scan.walk(rest));
    const bool is_over = !text_.is_too_long() && !text_.has_room_for(piece.size());
    if (is_over && start_inside() != std::string::npos) return true;
    text_.append(piece);
    use(piece);
  }
  return scan.is_closed();
}

/// Where in the record a line begins as the record's first line does.
std::size_t JsonRecords::start_inside() const { return text().find('\n' + indent_ + '{'); }

/// Takes what is no object, up to the next object or the end of the line.
bool JsonRecords::read_stray() {
  for (std::string_view rest; !(rest = bytes()).empty();) {
    const std::size_t end = rest.find_first_of("{\n");
    const std::string_view piece = rest.substr(0, end);
    text_.append(piece);
    use(piece);
    if (end != std::string_view::npos) return true;
  }
  return false;
}

void JsonRecords::restart_inside() {
  const std::size_t line_end = start_inside();
  const std::uint64_t most_rescanned = kMostRescannedBytes + kMostRescannedTimes * input_.bytes_read();
  if (line_end == std::string::npos || rescanned_bytes_ > most_rescanned) return;
  const std::string_view rest = std::string_view(text()).substr(line_end);
  rescanned_bytes_ += rest.size();
  current_line_ -= static_cast<std::uint64_t>(std::count(rest.begin(), rest.end(), '\n'));
  if (rescanned_at_ < rescanned_.size()) {
    rescanned_at_ -= rest.size();  // the whole record came from there, so no copy is needed
  } else {
    rescanned_ = rest;
    rescanned_at_ = 0;
  }
}

}  // namespace timbao
