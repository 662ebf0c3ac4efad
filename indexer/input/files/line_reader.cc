// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/files/line_reader.h"

#include "common/base/ascii.h"
#include "common/base/utf8.h"

namespace timbao {
namespace {

constexpr std::size_t kKeptBytes = 1U << 20U;  // a line's memory above this is given back before the next

}  // namespace

void LineReader::take(std::string_view piece) {
  if (too_long_) return;
  if (text_.size() + piece.size() > limit_bytes_) {
    too_long_ = true;
    text_ = {};
  } else {
    text_ += piece;
  }
}

bool LineReader::end_line() {
  if (!text_.empty() && text_.back() == '\r') text_.pop_back();
  std::size_t begin = 0;  // taken away at once: a line may be nothing but millions of these marks
  while (starts_with(std::string_view(text_).substr(begin), kByteOrderMark)) begin += kByteOrderMark.size();
  text_.erase(0, begin);
  return true;
}

bool LineReader::next() {
  if (text_.capacity() > kKeptBytes) text_ = {};
  text_.clear();
  too_long_ = false;
  bool has_any = false;
  for (std::string_view bytes; !(bytes = input_.bytes()).empty();) {
    if (!has_any) ++number_;
    has_any = true;
    const std::size_t end = bytes.find('\n');
    take(bytes.substr(0, end));
    input_.use(end == std::string_view::npos ? bytes.size() : end + 1);
    if (end != std::string_view::npos) return end_line();
  }
  return has_any && input_.file().at_end() && end_line();
}

}  // namespace timbao
