// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/html/html_tags.h"

#include <unordered_map>

namespace timbao {

TagKind kind_of_tag(std::string_view name) {
  static const std::unordered_map<std::string_view, TagKind> kKinds = [] {
    std::unordered_map<std::string_view, TagKind> kinds;
    const auto add = [&kinds](TagKind kind, std::initializer_list<std::string_view> names) {
      for (const std::string_view listed : names) kinds[listed] = kind;
    };
    add(TagKind::block, {"address", "article", "aside", "blockquote", "body",   "caption", "center",   "dd",
                         "details", "dialog",  "dir",   "div",        "dl",     "dt",      "fieldset", "figcaption",
                         "figure",  "footer",  "form",  "header",     "hgroup", "html",    "li",       "main",
                         "menu",    "nav",     "ol",    "p",          "pre",    "section", "summary",  "table",
                         "tbody",   "td",      "tfoot", "th",         "thead",  "tr",      "ul"});
    add(TagKind::heading, {"h1", "h2", "h3", "h4", "h5", "h6"});
    add(TagKind::rule, {"br", "hr"});
    add(TagKind::link, {"a"});
    add(TagKind::emphasis, {"b", "strong"});
    add(TagKind::italics, {"em", "i"});
    add(TagKind::hidden,
        {"applet",   "audio",  "button", "canvas", "datalist", "iframe", "map",      "math",     "noembed", "noframes",
         "noscript", "object", "script", "select", "style",    "svg",    "template", "textarea", "title",   "video"});
    return kinds;
  }();
  const auto found = kKinds.find(name);
  return found == kKinds.end() ? TagKind::in_line : found->second;
}

}  // namespace timbao
