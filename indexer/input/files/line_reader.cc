// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/files/line_reader.h"

#include <string_view>

#include "common/base/ascii.h"
#include "common/base/utf8.h"

namespace timbao {

void LineReader::end_line() {
  std::string& line = text_.bytes();
  if (!line.empty() && line.back() == '\r') line.pop_back();
  std::size_t begin = 0;  // erased in one step, because a line may consist of millions of byte order marks
  while (starts_with(std::string_view(line).substr(begin), kByteOrderMark)) begin += kByteOrderMark.size();
  line.erase(0, begin);
}

bool LineReader::next() {
  text_.clear();
  bool has_any = false, is_ended = false;
  for (std::string_view bytes; !is_ended && !(bytes = input_.bytes()).empty();) {
    has_any = true;
    const std::size_t end = bytes.find('\n');
    is_ended = end != std::string_view::npos;
    text_.append(bytes.substr(0, end));
    input_.use(is_ended ? end + 1 : bytes.size());
  }
  if (has_any) ++number_;
  if (!is_ended && !(has_any && input_.at_end())) return false;
  end_line();
  return true;
}

}  // namespace timbao
