// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/xml/xml_records.h"

#include <algorithm>

namespace timbao {
namespace {

constexpr std::size_t kMostRootBytes = 100;

}  // namespace

/// Appends the next bytes of the input to the window.
void XmlRecords::fill() {
  const std::string_view bytes = input_.bytes();
  window_.erase(0, at_);
  at_ = 0;
  window_ += bytes;
  input_.use(bytes.size());
  is_last_ = bytes.empty();
}

bool XmlRecords::next_piece() {
  if (is_kept_) {
    is_kept_ = false;
    return true;
  }
  while (true) {
    const std::string_view rest = std::string_view(window_).substr(at_);
    if (const std::optional<XmlPiece> piece = scan_.next({rest, is_last_})) {
      piece_ = *piece;
      at_ += piece->bytes.size();
      piece_line_ = next_line_;
      next_line_ += static_cast<std::uint64_t>(std::count(piece_.bytes.begin(), piece_.bytes.end(), '\n'));
      return true;
    }
    if (is_last_) return false;
    fill();
  }
}

bool XmlRecords::is_start() {
  if (piece_.part != XmlPart::tag) return false;
  const XmlTag tag = read_xml_tag(piece_.bytes);
  if (root_.empty()) root_ = tag.name.substr(0, kMostRootBytes);
  if (tag.kind != XmlTagKind::start || !cut_.is_record(root_, tag.name)) return false;
  return number_ == 0 || local_name(tag.name) == local_name(name_);
}

bool XmlRecords::find_start() {
  while (next_piece())
    if (is_start()) return true;
  return false;
}

bool XmlRecords::next() {
  text_.clear();
  is_closed_ = false;
  if (!find_start()) return false;
  ++number_;
  line_ = piece_line_;
  name_ = read_xml_tag(piece_.bytes).name;
  text_.append("<" + name_ + ">");
  read_inside();
  return is_closed_ || is_kept_ || input_.at_end();
}

void XmlRecords::read_inside() {
  while (next_piece()) {
    is_kept_ = is_start();
    if (is_kept_) return;
    text_.append(piece_.bytes);
    if (piece_.part != XmlPart::tag) continue;
    const XmlTag tag = read_xml_tag(piece_.bytes);
    is_closed_ = tag.kind == XmlTagKind::end && tag.name == name_;
    if (is_closed_) return;
  }
}

}  // namespace timbao
