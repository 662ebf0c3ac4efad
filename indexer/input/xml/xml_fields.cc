// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/xml/xml_fields.h"

#include <algorithm>

#include "indexer/input/html/entities.h"
#include "indexer/input/xml/xml_scan.h"

namespace timbao {
namespace {

/// Gathers the fields while the pieces of an element pass by.
class FieldReader {
 public:
  explicit FieldReader(std::string_view xml) : xml_(xml) {}

  std::vector<XmlField> read() {
    XmlPieces pieces(xml_);
    while (const std::optional<XmlPiece> piece = pieces.next())
      if (piece->part == XmlPart::tag && fields_.size() < kMostXmlFields)
        take(read_xml_tag(piece->bytes), piece->bytes);
    if (same_name_ > 0) close(xml_.size());
    return std::move(fields_);
  }

 private:
  void take(const XmlTag& tag, std::string_view bytes) {
    if (same_name_ > 0) return take_inside(tag, bytes);
    if (tag.kind == XmlTagKind::end) return;
    fields_.push_back({tag.name, tag.attributes, {}});
    begin_ = place_of(bytes) + bytes.size();
    same_name_ = tag.kind == XmlTagKind::start ? 1 : 0;
  }

  void take_inside(const XmlTag& tag, std::string_view bytes) {
    if (tag.name != fields_.back().name || tag.kind == XmlTagKind::empty) return;
    same_name_ = tag.kind == XmlTagKind::start ? same_name_ + 1 : same_name_ - 1;
    if (same_name_ == 0) close(place_of(bytes));
  }

  void close(std::size_t end) { fields_.back().inner = xml_.substr(begin_, end - begin_); }

  [[nodiscard]] std::size_t place_of(std::string_view bytes) const {
    return static_cast<std::size_t>(bytes.data() - xml_.data());
  }

  std::string_view xml_;
  std::vector<XmlField> fields_;
  std::size_t begin_ = 0;      // of what is inside the field that is open
  std::size_t same_name_ = 0;  // how many elements of its name are open; 0 where no field is
};

bool has_tags(std::string_view inner) {
  XmlPieces pieces(inner);
  while (const std::optional<XmlPiece> piece = pieces.next())
    if (piece->part == XmlPart::tag) return true;
  return false;
}

/// Text that is to be HTML again.
std::string escaped(std::string_view text) {
  std::string html;
  for (const char byte : text) {
    if (byte == '&')
      html += "&amp;";
    else if (byte == '<')
      html += "&lt;";
    else
      html += byte;
  }
  return html;
}

}  // namespace

std::vector<XmlField> fields_of_xml(std::string_view xml) { return FieldReader(xml).read(); }

std::string text_of_xml(std::string_view inner) {
  std::string text;
  XmlPieces pieces(inner);
  while (const std::optional<XmlPiece> piece = pieces.next()) {
    if (piece->part == XmlPart::text) text += decode_entities(piece->bytes);
    if (piece->part == XmlPart::cdata) text += piece->bytes;
  }
  return text;
}

std::string html_of_xml(std::string_view inner) {
  if (!has_tags(inner)) return text_of_xml(inner);
  std::string html;
  XmlPieces pieces(inner);
  while (const std::optional<XmlPiece> piece = pieces.next()) {
    if (piece->part == XmlPart::text || piece->part == XmlPart::tag) html += piece->bytes;
    if (piece->part == XmlPart::cdata) html += escaped(piece->bytes);
  }
  return html;
}

}  // namespace timbao
