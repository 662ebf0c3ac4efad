// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/xml/xml_scan.h"

#include <algorithm>
#include <array>

#include "common/base/ascii.h"
#include "indexer/input/text/plain_text.h"

namespace timbao {
namespace {

struct Section {
  std::string_view start, end;
  XmlPart part;
};

/// A document type with declarations inside ends here at the first of them, and its last "]>" is text outside of the
/// root, where no text counts.
constexpr std::array<Section, 4> kSections{{{"<!--", "-->", XmlPart::hidden},
                                            {"<![CDATA[", "]]>", XmlPart::cdata},
                                            {"<?", "?>", XmlPart::hidden},
                                            {"<!", ">", XmlPart::hidden}}};

constexpr std::string_view kSpace = " \t\r\n";

bool may_begin_name(char byte) { return is_ascii_letter(byte) || byte == '_' || byte == ':' || !is_ascii(byte); }

/// Whether a tag may begin with these bytes, of which the first is "<".
bool may_begin_tag(std::string_view bytes) {
  return bytes.size() < 2 || may_begin_name(bytes[1]) ||
         (bytes[1] == '/' && (bytes.size() == 2 || may_begin_name(bytes[2])));
}

/// The place behind the ">" of a tag, or the place of a "<" inside it, which shows that it is none; npos where neither
/// stands there.
std::size_t end_of_tag(std::string_view bytes) {
  char quote = '\0';
  for (std::size_t at = 1; at < bytes.size(); ++at) {
    const char byte = bytes[at];
    if (byte == '<') return at;
    if (quote != '\0')
      quote = byte == quote ? '\0' : quote;
    else if (byte == '"' || byte == '\'')
      quote = byte;
    else if (byte == '>')
      return at + 1;
  }
  return std::string_view::npos;
}

XmlPiece text_from_sign(std::string_view bytes) { return {XmlPart::text, bytes.substr(0, bytes.find('<', 1))}; }

std::optional<XmlPiece> tag_or_text(const XmlWindow& window) {
  const std::string_view bytes = window.bytes;
  if (!may_begin_tag(bytes)) return text_from_sign(bytes);
  const std::size_t end = end_of_tag(bytes.substr(0, kMostXmlTagBytes));
  if (end != std::string_view::npos) {
    if (bytes[end - 1] == '>') return XmlPiece{XmlPart::tag, bytes.substr(0, end)};
    return text_from_sign(bytes);
  }
  if (bytes.size() < kMostXmlTagBytes && !window.is_last) return std::nullopt;
  return text_from_sign(bytes);
}

}  // namespace

std::optional<XmlPiece> XmlScan::next(const XmlWindow& window) {
  const std::string_view bytes = window.bytes;
  if (bytes.empty()) return std::nullopt;
  if (!section_end_.empty()) return rest_of_section(window);
  if (bytes.front() != '<') return XmlPiece{XmlPart::text, bytes.substr(0, bytes.find('<'))};
  for (const Section& section : kSections) {
    if (!window.is_last && starts_with(section.start, bytes)) return std::nullopt;
    if (!starts_with(bytes, section.start)) continue;
    section_end_ = section.end;
    section_part_ = section.part;
    return XmlPiece{XmlPart::hidden, bytes.substr(0, section.start.size())};
  }
  return tag_or_text(window);
}

std::optional<XmlPiece> XmlScan::rest_of_section(const XmlWindow& window) {
  const std::string_view bytes = window.bytes;
  const std::size_t end = bytes.find(section_end_);
  if (end == 0) {
    const std::size_t size = section_end_.size();
    section_end_ = {};
    return XmlPiece{XmlPart::hidden, bytes.substr(0, size)};
  }
  if (end != std::string_view::npos) return XmlPiece{section_part_, bytes.substr(0, end)};
  const std::size_t held = window.is_last ? 0 : section_end_.size() - 1;  // these may be the beginning of the end
  if (bytes.size() <= held) return std::nullopt;
  return XmlPiece{section_part_, bytes.substr(0, bytes.size() - held)};
}

XmlTag read_xml_tag(std::string_view bytes) {
  const bool is_end = starts_with(bytes, "</"), is_empty = !is_end && ends_with(bytes, "/>");
  bytes.remove_prefix(is_end ? 2 : 1);
  bytes.remove_suffix(is_empty ? 2 : 1);
  const std::size_t name_end = bytes.find_first_of(" \t\r\n/");
  const XmlTagKind kind = is_end ? XmlTagKind::end : is_empty ? XmlTagKind::empty : XmlTagKind::start;
  return {kind, bytes.substr(0, name_end),
          name_end == std::string_view::npos ? std::string_view() : bytes.substr(name_end)};
}

std::string_view local_name(std::string_view name) { return name.substr(name.rfind(':') + 1); }

std::string_view attribute_of(std::string_view attributes, std::string_view name) {
  while (!attributes.empty()) {
    attributes.remove_prefix(std::min(attributes.find_first_not_of(kSpace), attributes.size()));
    const std::size_t equals = attributes.find('=');
    if (equals == std::string_view::npos) return {};
    const std::string_view key = trim(attributes.substr(0, equals));
    attributes.remove_prefix(equals + 1);
    attributes.remove_prefix(std::min(attributes.find_first_not_of(kSpace), attributes.size()));
    if (attributes.empty()) return {};
    const std::size_t end = attributes.find(attributes.front(), 1);
    if (end == std::string_view::npos) return {};
    if (key == name) return attributes.substr(1, end - 1);
    attributes.remove_prefix(end + 1);
  }
  return {};
}

std::string_view root_of(std::string_view head) {
  head = trim(head);
  XmlScan scan;
  if (byte_at(head, 0) != '<') return {};
  while (const std::optional<XmlPiece> piece = scan.next({head, true})) {
    if (piece->part == XmlPart::tag) return read_xml_tag(piece->bytes).name;
    if (piece->part == XmlPart::text && byte_at(piece->bytes, 0) == '<') return {};
    head.remove_prefix(piece->bytes.size());
  }
  return {};
}

}  // namespace timbao
