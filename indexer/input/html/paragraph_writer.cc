// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/html/paragraph_writer.h"

#include "common/base/ascii.h"

namespace timbao {
namespace {

/// Whether a byte begins no white space.
bool is_of_word(char byte) { return static_cast<unsigned char>(byte) > ' ' && byte != '\xC2'; }

/// The bytes of the white space at a place; 0 where none stands there.
std::size_t space_at(std::string_view text, std::size_t at) {
  if (static_cast<unsigned char>(text[at]) <= ' ') return 1;
  return text[at] == '\xC2' && byte_at(text, at + 1) == '\xA0' ? 2 : 0;  // U+00A0
}

}  // namespace

void ParagraphWriter::add(std::string_view piece) {
  std::size_t begin = 0, at = 0;
  while (at < piece.size()) {
    const bool is_single_blank = piece[at] == ' ' && at > begin && is_of_word(byte_at(piece, at + 1));
    const std::size_t space = is_of_word(piece[at]) || is_single_blank ? 0 : space_at(piece, at);
    if (space > 0 && at > begin) add_word(piece.substr(begin, at - begin));
    at += space > 0 ? space : 1;
    if (space == 0) continue;
    begin = at;
    has_space_ = true;
  }
  if (at > begin) add_word(piece.substr(begin));
}

void ParagraphWriter::add_word(std::string_view word) {
  if (has_space_ && !is_at_start()) text_ += ' ';
  has_space_ = false;
  text_ += word;
}

void ParagraphWriter::end_paragraph() {
  has_space_ = false;
  if (is_at_start()) return;
  text_ += '\n';
  begin_ = text_.size();
}

}  // namespace timbao
