// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace timbao {

/// The attributes of one start tag, valid while HtmlHandler::start() runs.
///
///   <p class="sapo" hidden>    value_of("class") == "sapo"    has("hidden")    value_of("hidden") == ""
///
/// Takes    names of kReadAttributes (html_cut.h); others may be left out of the page before it is parsed.
/// Errors   none: an attribute that is not there has no value.
class HtmlAttributes {
 public:
  /// Takes    names and values in turn, a null name at the end, as libxml2 has them; null where there are none.
  explicit HtmlAttributes(const unsigned char* const* pairs) : pairs_(pairs) {}

  [[nodiscard]] bool has(std::string_view name) const;
  [[nodiscard]] std::string_view value_of(std::string_view name) const;

 private:
  [[nodiscard]] const unsigned char* const* find(std::string_view name) const;

  const unsigned char* const* pairs_;
};

/// What is told of a page while it is parsed. Starts and ends are balanced, whatever the page has.
class HtmlHandler {
 public:
  HtmlHandler() = default;
  virtual ~HtmlHandler() = default;
  HtmlHandler(const HtmlHandler&) = delete;
  HtmlHandler& operator=(const HtmlHandler&) = delete;

  /// An element begins. Its name is in small letters.
  virtual void start(std::string_view name, const HtmlAttributes& attributes) = 0;

  /// The innermost element that is open ends.
  virtual void end() = 0;

  /// The next piece of text, with its entities decoded. Of scripts only those with JSON have text, of styles none.
  virtual void text(std::string_view piece) = 0;
};

/// Elements that are nested more deeply than this are read as if the elements around them ended before them.
inline constexpr std::size_t kMostHtmlDepth = 512;

/// How much of a page was parsed.
enum class HtmlEnd : std::uint8_t {
  whole,
  too_deep,  ///< kMostHtmlDepth was passed again and again; the rest was not read
};

/// Parses HTML and tells a handler what it holds, piece by piece; no tree is made.
///
///   parse_html("<p>Làng <b>họp</b>", handler)    // start html, body, p; text; start b; text; ends b, p, body, html
///
/// Takes    well-formed UTF-8: a page, or a part of one. Elements that a page must have (html, body) are added. A
///          declared charset does not count.
/// Returns  whether all of it was parsed.
/// Errors   none: HTML that no specification allows is read as well as can be. What the handler throws would pass
///          through C code, so a handler may throw nothing but what ends the program.
/// Threads  several at once.
/// Source   libxml2's HTML parser, without network, without entities of others, and with its messages off. What takes
///          more than linear time there is kept from it: elements nested more deeply than kMostHtmlDepth, and what
///          without_unread_parts() leaves out. Covered by html_parser_test and html_fuzz.
HtmlEnd parse_html(std::string_view html, HtmlHandler& handler);

}  // namespace timbao
