// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/html/html_parser.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <memory>
#include <string>
#include <vector>

#include "indexer/input/html/html_cut.h"

namespace timbao {
namespace {

constexpr std::size_t kMostPieces = 64;            // as often is a page that is nested too deeply taken up again
constexpr std::size_t kMostNameBytes = 1U << 20U;  // of all names of elements and attributes that are not known
constexpr std::size_t kMostPageBytes = 1U << 30U;  // libxml2 counts in int

const char* as_chars(const xmlChar* text) { return reinterpret_cast<const char*>(text); }

// ---- libxml2

struct FreeContext {
  void operator()(htmlParserCtxtPtr context) const {
    if (context->myDoc != nullptr) xmlFreeDoc(context->myDoc);
    htmlFreeParserCtxt(context);
  }
};
using Context = std::unique_ptr<xmlParserCtxt, FreeContext>;

/// Passes the events of one parser on to a handler, with starts and ends balanced.
class Events {
 public:
  explicit Events(HtmlHandler& handler) : handler_(handler) {}

  /// Parses until the end, or until the elements are nested too deeply.
  ///
  /// Returns  how many bytes were parsed.
  std::size_t parse(std::string_view html);

  void start(const xmlChar* name, const xmlChar** attributes);
  void end(const xmlChar* name);
  void text(const xmlChar* piece, int size) { handler_.text({as_chars(piece), static_cast<std::size_t>(size)}); }

 private:
  void end_innermost() {
    open_.pop_back();
    handler_.end();
  }

  HtmlHandler& handler_;
  xmlParserCtxtPtr context_ = nullptr;
  std::vector<std::string_view> open_;  // the names stand in the parser's dictionary
  std::size_t stopped_at_ = std::string_view::npos;
};

void on_start(void* events, const xmlChar* name, const xmlChar** attributes) {
  static_cast<Events*>(events)->start(name, attributes);
}
void on_end(void* events, const xmlChar* name) { static_cast<Events*>(events)->end(name); }
void on_text(void* events, const xmlChar* piece, int size) { static_cast<Events*>(events)->text(piece, size); }
void on_error(void* /*events*/, xmlErrorPtr /*error*/) {}

xmlSAXHandler sax_handler() {
  xmlSAXHandler sax{};
  sax.startElement = on_start;
  sax.endElement = on_end;
  sax.characters = on_text;
  sax.ignorableWhitespace = on_text;
  sax.cdataBlock = on_text;
  sax.serror = on_error;
  sax.initialized = XML_SAX2_MAGIC;  // without this mark libxml2 prints its messages instead of calling on_error()
  return sax;
}

std::size_t Events::parse(std::string_view html) {
  Context context(htmlCreateMemoryParserCtxt(html.data(), static_cast<int>(html.size())));
  if (context == nullptr) throw std::bad_alloc();
  htmlCtxtUseOptions(context.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                        HTML_PARSE_IGNORE_ENC | HTML_PARSE_NONET);
  context->charset = XML_CHAR_ENCODING_UTF8;
  xmlDictSetLimit(context->dict, kMostNameBytes);
  xmlSAXHandler sax = sax_handler();
  xmlSAXHandler* const own = context->sax;
  context->sax = &sax;
  context->userData = this;
  context_ = context.get();
  stopped_at_ = html.size();
  htmlParseDocument(context.get());
  context->sax = own;
  while (!open_.empty()) end_innermost();
  return stopped_at_;
}

void Events::start(const xmlChar* name, const xmlChar** attributes) {
  if (stopped_at_ == std::string_view::npos) return;
  open_.emplace_back(as_chars(name));
  handler_.start(open_.back(), HtmlAttributes(attributes));
  if (open_.size() < kMostHtmlDepth) return;
  stopped_at_ = static_cast<std::size_t>(xmlByteConsumed(context_));
  xmlStopParser(context_);
}

void Events::end(const xmlChar* name) {
  const std::string_view ended = as_chars(name);
  for (std::size_t place = open_.size(); place-- > 0;) {
    if (open_[place] != ended) continue;
    while (open_.size() > place) end_innermost();
    return;
  }
}

}  // namespace

const unsigned char* const* HtmlAttributes::find(std::string_view name) const {
  if (pairs_ == nullptr) return nullptr;
  for (const unsigned char* const* pair = pairs_; *pair != nullptr; pair += 2)
    if (as_chars(*pair)[0] == name.front() && as_chars(*pair) == name) return pair;  // most differ in the first letter
  return nullptr;
}

bool HtmlAttributes::has(std::string_view name) const { return find(name) != nullptr; }

std::string_view HtmlAttributes::value_of(std::string_view name) const {
  const unsigned char* const* const pair = find(name);
  return pair == nullptr || pair[1] == nullptr ? std::string_view() : as_chars(pair[1]);
}

HtmlEnd parse_html(std::string_view html, HtmlHandler& handler) {
  static const bool kIsReady = (xmlInitParser(), true);
  static_cast<void>(kIsReady);
  const std::string read = without_unread_parts(html.substr(0, kMostPageBytes));
  std::string_view rest = read;
  for (std::size_t pieces = 0; pieces < kMostPieces; ++pieces) {
    if (rest.empty()) return HtmlEnd::whole;
    rest.remove_prefix(std::min(Events(handler).parse(rest), rest.size()));
    rest.remove_prefix(std::min(rest.find('>'), rest.size() - 1) + 1);  // the end of the tag at which it stopped
  }
  return HtmlEnd::too_deep;
}

}  // namespace timbao
