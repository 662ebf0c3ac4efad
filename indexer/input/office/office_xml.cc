// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/office/office_xml.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <string>
#include <utility>

#include "common/base/ascii.h"
#include "indexer/input/html/entities.h"
#include "indexer/input/xml/xml_scan.h"

namespace timbao {
namespace {

struct Style {
  std::optional<LegacyFont> font;
  ParagraphStyle kind = ParagraphStyle::text;
};

/// The styles of an OpenDocument text, which stand before it.
class Styles {
 public:
  /// The style of a paragraph or a span; of a name that was not declared, what the name says.
  [[nodiscard]] Style of(const XmlTag& tag) const { return named(attribute_of(tag.attributes, "text:style-name")); }

  void start(const XmlTag& tag) {
    const Style parent = named(attribute_of(tag.attributes, "style:parent-style-name"));
    last_ = std::string(attribute_of(tag.attributes, "style:name"));
    styles_[last_] = parent;
  }

  void set_font(const XmlTag& tag) {
    for (const char* name : {"style:font-name", "fo:font-family"})
      if (const auto font = legacy_font(attribute_of(tag.attributes, name)); font && !last_.empty())
        styles_[last_].font = font;
  }

 private:
  [[nodiscard]] Style named(std::string_view name) const {
    const auto style = styles_.find(std::string(name));
    return style != styles_.end() ? style->second : Style{std::nullopt, style_named(name)};
  }

  std::map<std::string, Style> styles_;
  std::string last_;
};

/// The properties of a document that are read, by the elements that hold them. OpenDocument calls the last one who changed the
/// text dc:creator, and the first one initial-creator, which stands before it.
using Property = std::string OfficeProperties::*;
constexpr std::array<std::pair<std::string_view, Property>, 5> kProperties{{
    {"dc:title", &OfficeProperties::title},
    {"dc:creator", &OfficeProperties::author},
    {"meta:initial-creator", &OfficeProperties::author},
    {"dcterms:created", &OfficeProperties::created},
    {"meta:creation-date", &OfficeProperties::created},
}};

/// The property that an element holds; nullptr where it has another name, or stands beside a comment or a change.
Property property_of(std::string_view element, std::string_view around) {
  const auto* const row = std::find_if(kProperties.begin(), kProperties.end(),
                                       [element](const auto& property) { return property.first == element; });
  const bool is_property = around == "cp:coreProperties" || around == "office:meta";
  return is_property && row != kProperties.end() ? row->second : nullptr;
}

class OfficeXmlReader {
 public:
  OfficeText read(std::string_view xml) {
    XmlPieces pieces(xml);
    while (const std::optional<XmlPiece> piece = pieces.next()) {
      if (piece->part == XmlPart::tag && !take_tag(read_xml_tag(piece->bytes))) break;
      if (piece->part == XmlPart::text) add_text(decode_entities(piece->bytes));
      if (piece->part == XmlPart::cdata) add_text(std::string(piece->bytes));
    }
    const bool is_cut = !open_.empty();
    while (!building_.empty()) end_paragraph();
    if (is_cut && read_.end == DocumentEnd::whole) read_.end = DocumentEnd::cut;
    return std::move(read_);
  }

 private:
  using Start = void (OfficeXmlReader::*)(const XmlTag& tag);
  using End = void (OfficeXmlReader::*)();

  /// What is done where an element begins and ends, and whether its characters are text.
  struct ElementRow {
    std::string_view name;
    Start start;
    End end;
    bool holds_text = false;
  };

  struct OpenElement {
    std::string_view name;
    const ElementRow* row;
    bool holds_text;
  };

  static const std::array<ElementRow, 34> kRows;
  static const ElementRow* row_of(std::string_view name);

  /// Returns false where nothing behind the tag is to be read.
  bool take_tag(const XmlTag& tag) {
    if (tag.kind == XmlTagKind::end) {
      close(tag.name);
      return true;
    }
    const ElementRow* const row = row_of(tag.name);
    if (tag.kind == XmlTagKind::start) {
      if (open_.size() == kMostOfficeDepth) return false;
      start_property(tag.name);
      open_.push_back({tag.name, row, row != nullptr ? row->holds_text : starts_with(tag.name, "text:")});
    }
    if (row == nullptr || is_skipping()) return true;
    if (row->start != nullptr) (this->*row->start)(tag);
    if (tag.kind == XmlTagKind::empty && row->end != nullptr) (this->*row->end)();
    return true;
  }

  void close(std::string_view name) {
    const auto element =
        std::find_if(open_.rbegin(), open_.rend(), [name](const OpenElement& open) { return open.name == name; });
    if (element == open_.rend()) return;  // it was never opened
    property_ = nullptr;
    for (auto left = std::distance(open_.rbegin(), element) + 1; left > 0; --left) {
      const ElementRow* const row = open_.back().row;
      if (row != nullptr && row->end != nullptr && !is_skipping()) (this->*row->end)();
      if (open_.size() == skipped_from_) skipped_from_ = 0;
      open_.pop_back();
    }
  }

  void start_property(std::string_view element) {
    const Property property = open_.empty() ? nullptr : property_of(element, open_.back().name);
    if (property != nullptr && (read_.properties.*property).empty()) property_ = &(read_.properties.*property);
  }

  [[nodiscard]] bool is_skipping() const { return skipped_from_ != 0; }

  void add_text(std::string text) {
    if (property_ != nullptr) *property_ += text;
    if (open_.empty() || !open_.back().holds_text || building_.empty() || is_skipping()) return;
    std::replace(text.begin(), text.end(), '\n', ' ');
    building_.back().append(text, fonts_.empty() ? std::optional<LegacyFont>() : fonts_.back());
  }

  void add_sign(std::string_view sign) {
    if (!building_.empty()) building_.back().append(sign, std::nullopt);
  }

  // ---- what elements do

  void skip(const XmlTag& tag) {
    if (tag.kind == XmlTagKind::start) skipped_from_ = open_.size();
  }
  void start_body(const XmlTag& /*tag*/) { ++bodies_; }
  void end_body() { bodies_ -= bodies_ > 0 ? 1U : 0U; }

  void start_paragraph(const XmlTag& tag) {
    if (bodies_ == 0) return;
    const Style style = styles_.of(tag);
    building_.push_back({{}, tag.name == "text:h" ? ParagraphStyle::heading : style.kind, {}});
    fonts_.push_back(style.font);
  }

  /// Paragraphs inside a paragraph (footnotes, text boxes) come behind it.
  void end_paragraph() {
    if (building_.empty()) return;
    inner_.push_back(std::move(building_.back()));
    building_.pop_back();
    if (!fonts_.empty()) fonts_.pop_back();
    if (!building_.empty()) return;
    std::rotate(inner_.begin(), std::prev(inner_.end()), inner_.end());
    for (OfficeParagraph& paragraph : inner_) read_.add(std::move(paragraph));
    inner_.clear();
  }

  /// A span of OpenDocument that names no font has that of the text around it.
  void start_run(const XmlTag& tag) {
    std::optional<LegacyFont> font = styles_.of(tag).font;
    if (!font && tag.name == "text:span" && !fonts_.empty()) font = fonts_.back();
    fonts_.push_back(font);
  }
  void end_run() {
    if (!fonts_.empty()) fonts_.pop_back();
  }

  void set_font(const XmlTag& tag) {
    for (const char* name : {"w:ascii", "w:hAnsi", "w:cs"})
      if (const auto font = legacy_font(attribute_of(tag.attributes, name)); font && !fonts_.empty()) {
        fonts_.back() = font;
        return;
      }
  }
  void set_style(const XmlTag& tag) {
    if (!building_.empty()) building_.back().style = style_named(attribute_of(tag.attributes, "w:val"));
  }

  void start_style(const XmlTag& tag) { styles_.start(tag); }
  void set_style_font(const XmlTag& tag) { styles_.set_font(tag); }
  void add_tab(const XmlTag& /*tag*/) { add_sign("\t"); }
  void add_line_break(const XmlTag& /*tag*/) { add_sign("\n"); }
  void add_space(const XmlTag& /*tag*/) { add_sign(" "); }
  void add_hyphen(const XmlTag& /*tag*/) { add_sign("-"); }

  OfficeText read_;
  std::vector<OpenElement> open_;
  std::vector<OfficeParagraph> building_;  // those that are open, the innermost last
  std::vector<OfficeParagraph> inner_;     // those that ended inside one that is open
  std::vector<std::optional<LegacyFont>> fonts_;
  Styles styles_;
  std::string* property_ = nullptr;  // that is open
  std::size_t bodies_ = 0;           // open elements whose paragraphs are the text
  std::size_t skipped_from_ = 0;     // how many elements were open at the one that is no text, with it; 0 outside
};

const std::array<OfficeXmlReader::ElementRow, 34> OfficeXmlReader::kRows{{
    {"w:body", &OfficeXmlReader::start_body, &OfficeXmlReader::end_body},
    {"w:p", &OfficeXmlReader::start_paragraph, &OfficeXmlReader::end_paragraph},
    {"w:pStyle", &OfficeXmlReader::set_style, nullptr},
    {"w:r", &OfficeXmlReader::start_run, &OfficeXmlReader::end_run},
    {"w:rFonts", &OfficeXmlReader::set_font, nullptr},
    {"w:t", nullptr, nullptr, true},
    {"m:t", nullptr, nullptr, true},
    {"w:tab", &OfficeXmlReader::add_tab, nullptr},
    {"w:br", &OfficeXmlReader::add_line_break, nullptr},
    {"w:cr", &OfficeXmlReader::add_line_break, nullptr},
    {"w:noBreakHyphen", &OfficeXmlReader::add_hyphen, nullptr},
    {"w:tabs", &OfficeXmlReader::skip, nullptr},  // where tabs stand: its elements are called w:tab too
    {"w:moveFrom", &OfficeXmlReader::skip, nullptr},
    {"w:del", &OfficeXmlReader::skip, nullptr},
    {"mc:Fallback", &OfficeXmlReader::skip, nullptr},  // the same once more, for old programs
    {"w:footnotes", &OfficeXmlReader::start_body, &OfficeXmlReader::end_body},
    {"w:endnotes", &OfficeXmlReader::start_body, &OfficeXmlReader::end_body},
    {"office:text", &OfficeXmlReader::start_body, &OfficeXmlReader::end_body},
    {"text:p", &OfficeXmlReader::start_paragraph, &OfficeXmlReader::end_paragraph, true},
    {"text:h", &OfficeXmlReader::start_paragraph, &OfficeXmlReader::end_paragraph, true},
    {"text:span", &OfficeXmlReader::start_run, &OfficeXmlReader::end_run, true},
    {"text:tab", &OfficeXmlReader::add_tab, nullptr},
    {"text:line-break", &OfficeXmlReader::add_line_break, nullptr},
    {"text:s", &OfficeXmlReader::add_space, nullptr},
    {"text:tracked-changes", &OfficeXmlReader::skip, nullptr},
    {"text:note-citation", &OfficeXmlReader::skip, nullptr},
    {"text:page-number", &OfficeXmlReader::skip, nullptr},
    {"text:ruby-text", &OfficeXmlReader::skip, nullptr},
    {"office:annotation", &OfficeXmlReader::skip, nullptr},
    {"office:forms", &OfficeXmlReader::skip, nullptr},
    {"svg:title", &OfficeXmlReader::skip, nullptr},
    {"svg:desc", &OfficeXmlReader::skip, nullptr},
    {"style:style", &OfficeXmlReader::start_style, nullptr},
    {"style:text-properties", &OfficeXmlReader::set_style_font, nullptr},
}};

const OfficeXmlReader::ElementRow* OfficeXmlReader::row_of(std::string_view name) {
  const auto* const row =
      std::find_if(kRows.begin(), kRows.end(), [name](const ElementRow& known) { return known.name == name; });
  return row == kRows.end() ? nullptr : row;
}

}  // namespace

OfficeText read_office_xml(std::string_view xml) { return OfficeXmlReader().read(xml); }

}  // namespace timbao
