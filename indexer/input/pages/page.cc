// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/pages/page.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "common/base/ascii.h"
#include "common/base/fnv.h"
#include "indexer/input/html/html_parser.h"
#include "indexer/input/html/paragraph_writer.h"
#include "indexer/input/text/plain_text.h"

namespace timbao {
namespace {

constexpr std::size_t kMostNameBytes = 400;  // of an element; classes of utilities have hundreds of bytes
constexpr std::size_t kMostScriptBytes = 256U << 10U;
constexpr std::size_t kMostTitleBytes = 2000;
constexpr std::size_t kMostMetas = 500;
constexpr std::size_t kMostHosts = 500;
constexpr double kLargePixels = 18, kLargePoints = 14;

void append_lower(std::string& to, std::string_view from) {
  const std::size_t begin = to.size();
  to.append(from, 0, kMostNameBytes);
  std::transform(to.begin() + static_cast<std::ptrdiff_t>(begin), to.end(),
                 to.begin() + static_cast<std::ptrdiff_t>(begin),
                 [](char byte) { return static_cast<unsigned char>(byte) <= ' ' ? ' ' : to_ascii_lower(byte); });
}

std::string lower_of(std::string_view text) {
  std::string lower;
  append_lower(lower, text);
  return lower;
}

/// The value of a property of a style attribute: style_of("text-align: right; x", "text-align") == "right".
std::string_view style_value(std::string_view style, std::string_view property) {
  const std::size_t at = style.find(property);
  if (at == std::string_view::npos) return {};
  style.remove_prefix(at + property.size());
  const std::size_t colon = style.find_first_not_of(" \t\n");
  if (byte_at(style, colon) != ':') return {};
  style.remove_prefix(colon + 1);
  return trim(style.substr(0, style.find(';')));
}

bool is_large(std::string_view size) {
  double number = 0;
  const auto [end, error] = std::from_chars(size.data(), size.data() + size.size(), number);
  if (error != std::errc()) return false;
  const std::string_view unit = size.substr(static_cast<std::size_t>(end - size.data()));
  return (starts_with(unit, "px") && number >= kLargePixels) || (starts_with(unit, "pt") && number >= kLargePoints);
}

bool is_large_font(std::string_view size) {
  return !size.empty() && (size.front() == '+' || (size.front() >= '5' && size.front() <= '7'));
}

bool names_an_author(std::string_view address) {
  constexpr std::array<std::string_view, 5> kParts{"tac-gia", "/author", "tacgia", "/profile/", "/nha-bao"};
  return std::any_of(kParts.begin(), kParts.end(),
                     [address](std::string_view part) { return address.find(part) != std::string_view::npos; });
}

/// Whether a page does not show an element: it says so, its text is for programs that read pages aloud, or it is the
/// bar that the Wayback Machine puts above a page.
bool is_hidden(std::string_view name, const HtmlAttributes& attributes) {
  if (name == "body" || name == "html") return false;
  if (attributes.has("hidden") || style_value(lower_of(attributes.value_of("style")), "display") == "none") return true;
  if (starts_with(attributes.value_of("id"), "wm-ipp")) return true;
  constexpr std::array<std::string_view, 3> kReadAloud{"visually-hidden", "sr-only", "screen-reader-text"};
  const std::string_view classes = attributes.value_of("class");
  if (classes.find('-') == std::string_view::npos) return false;
  return std::any_of(kReadAloud.begin(), kReadAloud.end(), [classes](std::string_view word) {
    return classes.find(word) != std::string_view::npos && has_name(' ' + lower_of(classes) + ' ', word);
  });
}

/// Whether an address is that of a site's front page: "/", "./", "https://bao.vn", "../index.html", "/Default.aspx".
bool leads_home(std::string_view address) {
  if (address.empty()) return false;
  const std::size_t scheme = address.find("://");
  if (scheme != std::string_view::npos) {
    address.remove_prefix(scheme + 3);
    address.remove_prefix(std::min(address.find('/'), address.size()));
    if (address.empty()) return true;
  }
  while (starts_with(address, "../") || starts_with(address, "./") || starts_with(address, "/"))
    address.remove_prefix(address.find('/') + 1);
  if (address.empty()) return true;
  if (address.find_first_of("/=") != std::string_view::npos) return false;
  const std::string name = lower_of(address.substr(0, address.find('.')));
  return name == "index" || name == "default" || name == "home";
}

/// Whether letters on both sides of a tag are of two words: "Hải Yến" and "5/10/2023", "15:10" and "Cỡ chữ". Styles set
/// them apart, where no blank does.
bool are_apart(char before, char behind) {
  const bool is_small = (before >= 'a' && before <= 'z') || !is_ascii(before);
  return (is_small && is_ascii_digit(behind)) || (is_ascii_digit(before) && behind >= 'A' && behind <= 'Z');
}

bool is_json_ld(std::string_view name, const HtmlAttributes& attributes) {
  return name == "script" && lower_of(attributes.value_of("type")).find("ld+json") != std::string::npos;
}

std::vector<std::string_view> split_at_blanks(std::string_view names) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; (at = names.find_first_not_of(' ', at)) != std::string_view::npos;) {
    const std::size_t end = std::min(names.find(' ', at), names.size());
    words.push_back(names.substr(at, end - at));
    at = end;
  }
  return words;
}

/// Gathers a page from the events of the parser.
class PageHandler : public HtmlHandler {
 public:
  void start(std::string_view name, const HtmlAttributes& attributes) override;
  void end() override;
  void text(std::string_view piece) override;
  Page take();

 private:
  struct Open {
    TagKind kind;
    bool is_hidden;
    std::uint32_t element;  // the innermost one that is recorded, itself or around it
    std::uint32_t block;    // the innermost recorded one that is a block
    std::size_t link;       // of Page::links, if it is one
    bool is_recorded;
  };

  void add_element(std::string_view name, const HtmlAttributes& attributes, Open& open);
  void write_names(std::string_view name, const HtmlAttributes& attributes);
  void write_looks(std::string_view name, const HtmlAttributes& attributes);
  void add_meta(std::string_view name, const HtmlAttributes& attributes);
  void add_host(const HtmlAttributes& attributes);
  void add_home(std::string_view name, const HtmlAttributes& attributes);
  void end_block();
  [[nodiscard]] std::uint32_t text_bytes() const { return static_cast<std::uint32_t>(writer_.text().size()); }

  Page page_;
  ParagraphWriter writer_;
  PageBlock block_;
  std::vector<Open> open_;
  std::size_t hidden_ = 0, links_ = 0, emphases_ = 0, italics_ = 0;
  std::string* taken_ = nullptr;  // where the text of a title or a script goes
  bool has_title_ = false;
  bool is_at_tag_ = false;  // a tag has stood behind the last text
};

void PageHandler::start(std::string_view name, const HtmlAttributes& attributes) {
  is_at_tag_ = name != "sub" && name != "sup";
  const TagKind kind = kind_of_tag(name);
  if (is_block_kind(kind) || kind == TagKind::rule) end_block();
  Open open{kind,
            kind == TagKind::hidden || is_hidden(name, attributes),
            open_.empty() ? 0 : open_.back().element,
            open_.empty() ? 0 : open_.back().block,
            page_.links.size(),
            false};
  if (name == "meta" || name == "link" || name == "base") add_meta(name, attributes);
  if (hidden_ == 0 && !open.is_hidden) add_element(name, attributes, open);
  if (name == "title" && hidden_ == 0 && !std::exchange(has_title_, true)) taken_ = &page_.title;
  if (is_json_ld(name, attributes) && page_.json_ld.size() < kMostMetas) taken_ = &page_.json_ld.emplace_back();
  hidden_ += open.is_hidden ? 1 : 0;
  links_ += kind == TagKind::link ? 1 : 0;
  if (kind == TagKind::link) page_.links.push_back({text_bytes(), 0, leads_home(trim(attributes.value_of("href")))});
  add_home(name, attributes);
  emphases_ += kind == TagKind::emphasis || kind == TagKind::heading ? 1 : 0;
  italics_ += kind == TagKind::italics ? 1 : 0;
  open_.push_back(open);
}

void PageHandler::end() {
  const Open open = open_.back();
  open_.pop_back();
  if (is_block_kind(open.kind)) end_block();
  if (open.kind == TagKind::link) page_.links[open.link].end = text_bytes();
  if (open.is_recorded) page_.elements[open.element].text_end = text_bytes();
  hidden_ -= open.is_hidden ? 1 : 0;
  links_ -= open.kind == TagKind::link ? 1 : 0;
  emphases_ -= open.kind == TagKind::emphasis || open.kind == TagKind::heading ? 1 : 0;
  italics_ -= open.kind == TagKind::italics ? 1 : 0;
  if (open.kind == TagKind::hidden) taken_ = nullptr;
}

void PageHandler::text(std::string_view piece) {
  if (taken_ != nullptr) {
    const std::size_t limit = taken_ == &page_.title ? kMostTitleBytes : kMostScriptBytes;
    if (taken_->size() + piece.size() <= limit) *taken_ += piece;
  }
  if (hidden_ > 0 || page_.is_cut) return;
  if (std::exchange(is_at_tag_, false) && !writer_.is_at_start() && are_apart(writer_.text().back(), piece.front()))
    writer_.add(" ");
  const std::uint32_t before = text_bytes();
  const bool is_new = writer_.is_at_start();
  writer_.add(piece);
  const std::uint32_t bytes = text_bytes() - before;
  if (bytes == 0) return;
  if (is_new) block_ = {before, 0, open_.empty() ? 0 : open_.back().block, 0, 0, 0, false};
  if (links_ > 0) block_.link_bytes += bytes;
  if (links_ > 0 && page_.links.back().leads_home) block_.leads_home = true;
  if (emphases_ > 0) block_.emphasis_bytes += bytes;
  if (italics_ > 0) block_.italics_bytes += bytes;
}

void PageHandler::end_block() {
  if (writer_.is_at_start()) return writer_.end_paragraph();
  block_.end = text_bytes();
  page_.blocks.push_back(block_);
  writer_.end_paragraph();
}

void PageHandler::add_element(std::string_view name, const HtmlAttributes& attributes, Open& open) {
  if (page_.elements.size() >= kMostPageElements) page_.is_cut = true;
  const bool is_block = is_block_kind(open.kind);
  const auto begin = static_cast<std::uint32_t>(page_.names.size());
  page_.names += ' ';
  append_lower(page_.names, name);
  const std::size_t bare = page_.names.size();
  write_names(name, attributes);
  add_host(attributes);
  if ((!is_block && page_.names.size() == bare) || page_.is_cut) return page_.names.resize(begin);
  page_.names += ' ';
  PageElement element;
  element.parent = open.element;
  element.names_begin = begin;
  element.names_end = static_cast<std::uint32_t>(page_.names.size());
  element.text_begin = text_bytes();
  element.kind = open.kind;
  open.element = static_cast<std::uint32_t>(page_.elements.size());
  open.is_recorded = true;
  if (is_block) open.block = open.element;
  page_.elements.push_back(element);
}

void PageHandler::write_names(std::string_view name, const HtmlAttributes& attributes) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kNamed{
      {{"class", " "}, {"id", " #"}, {"itemprop", " !"}, {"rel", " rel-"}, {"data-slot", " "}, {"data-role", " "}}};
  for (const auto& [attribute, sign] : kNamed) {
    const std::string_view value = attributes.value_of(attribute);
    if (value.empty()) continue;
    page_.names += sign;
    append_lower(page_.names, value);
  }
  write_looks(name, attributes);
}

void PageHandler::write_looks(std::string_view name, const HtmlAttributes& attributes) {
  const std::string style = lower_of(attributes.value_of("style"));
  const std::string align = lower_of(attributes.value_of("align"));
  const std::string_view styled = style.empty() ? std::string_view() : style_value(style, "text-align");
  if (align == "right" || styled == "right") page_.names += " ~right";
  if (align == "center" || styled == "center" || name == "center") page_.names += " ~center";
  if ((!style.empty() && is_large(style_value(style, "font-size"))) ||
      (name == "font" && is_large_font(attributes.value_of("size"))))
    page_.names += " ~large";
  if (name == "a" && names_an_author(attributes.value_of("href"))) page_.names += " ~author";
  if (name != "time") return;
  page_.names += " ~time";
  if (attributes.has("datetime")) add_meta(name, attributes);
}

void PageHandler::add_meta(std::string_view name, const HtmlAttributes& attributes) {
  if (page_.metas.size() >= kMostMetas) return;
  const auto add = [&](std::string key, std::string_view value) {
    if (!key.empty() && !trim(value).empty()) page_.metas.push_back({std::move(key), std::string(trim(value))});
  };
  if (name == "time") return add("time", attributes.value_of("datetime"));
  if (name == "base") return add("base", attributes.value_of("href"));
  if (name == "link") {
    if (attributes.value_of("rel") == "canonical") add("canonical", attributes.value_of("href"));
    return;
  }
  add(lower_of(attributes.value_of("property")), attributes.value_of("content"));
  add(lower_of(attributes.value_of("name")), attributes.value_of("content"));
  if (attributes.has("itemprop"))
    add("itemprop:" + lower_of(attributes.value_of("itemprop")), attributes.value_of("content"));
}

void PageHandler::add_host(const HtmlAttributes& attributes) {
  for (const std::string_view attribute : {"href", "src"}) {
    std::string_view address = attributes.value_of(attribute);
    const std::size_t scheme = address.rfind("://");  // "/web/2005/http://bao.vn/1" is an address of bao.vn
    if (scheme == std::string_view::npos && !starts_with(address, "//")) continue;
    address.remove_prefix(scheme == std::string_view::npos ? 2 : scheme + 3);
    std::string host = lower_of(address.substr(0, address.find_first_of("/?#:")));
    if (page_.hosts.size() < kMostHosts || page_.hosts.count(host) > 0) ++page_.hosts[std::move(host)];
  }
}

/// The title of a link to the front page, or what stands for the picture in it.
void PageHandler::add_home(std::string_view name, const HtmlAttributes& attributes) {
  const bool is_in_home = links_ > 0 && page_.links.back().leads_home;
  if (!is_in_home || page_.metas.size() >= kMostMetas || (name != "a" && name != "img")) return;
  const std::string_view value = trim(attributes.value_of(name == "a" ? "title" : "alt"));
  if (!value.empty()) page_.metas.push_back({"home", std::string(value)});
}

void index_names(Page& page) {
  for (std::uint32_t element = 0; element < page.elements.size(); ++element)
    for (const std::string_view word : split_at_blanks(page.names_of(page.elements[element])))
      page.index.add(word, element);
}

Page PageHandler::take() {
  end_block();
  index_names(page_);
  page_.text = writer_.take();
  page_.links.erase(std::remove_if(page_.links.begin(), page_.links.end(),
                                   [](const PageLink& link) { return link.end <= link.begin; }),
                    page_.links.end());
  return std::move(page_);
}

}  // namespace

void NameIndex::add(std::string_view name, std::uint32_t element) {
  add_word(name, element);
  const auto is_joint = [](char byte) { return byte == '-' || byte == '_'; };
  if (std::none_of(name.begin(), name.end(), is_joint)) return;
  for (std::size_t at = 0; at < name.size();) {
    std::size_t end = at;
    while (end < name.size() && !is_joint(name[end]) && name[end] != '#') ++end;
    if (end > at + 1) add_word(name.substr(at, end - at), element);
    at = end + 1;
  }
}

void NameIndex::add_word(std::string_view word, std::uint32_t element) {
  std::uint32_t& last = last_[fnv_hash(word)];
  uses_.push_back({element, last});
  last = static_cast<std::uint32_t>(uses_.size());
}

std::vector<std::uint32_t> NameIndex::elements_with(std::string_view word) const {
  std::vector<std::uint32_t> elements;
  const auto last = last_.find(fnv_hash(word));
  for (std::uint32_t use = last == last_.end() ? 0 : last->second; use > 0; use = uses_[use - 1].before)
    if (elements.empty() || elements.back() != uses_[use - 1].element) elements.push_back(uses_[use - 1].element);
  std::reverse(elements.begin(), elements.end());
  return elements;
}

std::string Page::line_of(const PageElement& element) const {
  const auto end = std::max(element.text_end, element.text_begin);
  std::string line(trim(std::string_view(text).substr(element.text_begin, end - element.text_begin)));
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line;
}

Page page_of(std::string_view html) {
  PageHandler handler;
  const HtmlEnd end = parse_html(html, handler);
  Page page = handler.take();
  page.is_cut = page.is_cut || end == HtmlEnd::too_deep;
  return page;
}

bool has_name(std::string_view names, std::string_view name) {
  for (std::size_t at = names.find(name); at != std::string_view::npos; at = names.find(name, at + 1))
    if (at > 0 && names[at - 1] == ' ' && byte_at(names, at + name.size()) == ' ') return true;
  return false;
}

std::size_t block_from(const Page& page, std::uint32_t byte) {
  const auto found = std::lower_bound(page.blocks.begin(), page.blocks.end(), byte,
                                      [](const PageBlock& block, std::uint32_t at) { return block.begin < at; });
  return static_cast<std::size_t>(found - page.blocks.begin());
}

}  // namespace timbao
