// SPDX-License-Identifier: GPL-2.0-or-later
// The format `html`: the whole source is one web page.
#include "indexer/input/formats/formats.h"
#include "indexer/input/formats/whole_source.h"
#include "indexer/input/pages/article_page.h"

namespace timbao {
namespace {

class PageReader : public FormatReader {
 public:
  explicit PageReader(const FormatInput& from)
      : whole_(from),
        lists_(from.chosen == FormatChoice::by_user ? ListPages::read : ListPages::passed_over),
        address_(from.address) {}

  std::optional<Record> next() override { return whole_.next(); }
  ParsedArticle parse(std::string& text) override { return parse_article_page(text, lists_, address_); }

 private:
  WholeSource whole_;
  ListPages lists_;
  std::string_view address_;
};

bool has_page_content(const FileHead& head) { return looks_like_page(head.bytes); }

std::unique_ptr<FormatReader> open_page(const FormatInput& from) { return std::make_unique<PageReader>(from); }

}  // namespace

FormatRow html_format() { return {Format::html, has_page_content, nullptr, open_page}; }

}  // namespace timbao
