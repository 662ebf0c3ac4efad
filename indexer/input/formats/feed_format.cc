// SPDX-License-Identifier: GPL-2.0-or-later
// The format `feed`: the items of RSS and Atom, also as WordPress and Blogger export a site. XML of any other kind is
// read here too, since its items or the rows of its tables may be articles, and since somebody has to say that it holds none.
#include <algorithm>
#include <array>

#include "common/base/ascii.h"
#include "indexer/input/formats/formats.h"
#include "indexer/input/text/plain_text.h"
#include "indexer/input/xml/feed_record.h"
#include "indexer/input/xml/xml_records.h"

namespace timbao {
namespace {

// ---- recognising

/// XML that is no feed on purpose, by its root.
struct OtherXml {
  std::string_view root;
  std::string_view what;
};

constexpr std::array<OtherXml, 6> kOtherXml{{{"urlset", "a list of a site's pages (sitemap)"},
                                             {"sitemapindex", "a list of sitemaps"},
                                             {"opml", "a list of feeds (OPML)"},
                                             {"svg", "a picture (SVG)"},
                                             {"stylesheet", "a style sheet (XSLT)"},
                                             {"schema", "a schema of XML"}}};

const OtherXml* other_xml(std::string_view root) {
  const auto* const row =
      std::find_if(kOtherXml.begin(), kOtherXml.end(), [root](const OtherXml& other) { return other.root == root; });
  return row == kOtherXml.end() ? nullptr : row;
}

bool has_feed_content(const FileHead& head) {
  const std::string_view root = local_name(root_of(head.bytes));
  if (is_feed_root(root) || other_xml(root) != nullptr) return true;
  return !root.empty() && root != "html" && starts_with(trim(head.bytes), "<?xml");
}

// ---- reading

class FeedReader : public FormatReader {
 public:
  explicit FeedReader(const FormatInput& from)
      : parser_(from.records), records_(from.input, {is_feed_item, from.limit_bytes}) {}

  std::optional<Record> next() override {
    if (records_.next()) return Record{records_.text(), {records_.line(), records_.number()}, records_.is_too_long()};
    if (records_.number() > 0 || is_told_ || !has_other_root()) return std::nullopt;
    is_told_ = true;
    root_ = records_.root();
    return Record{root_, {}};
  }

  ParsedArticle parse(std::string& text) override {
    if (is_told_) return what_is_told();
    if (!records_.is_closed())
      return rejected_as(RejectReason::broken_record, "the item is cut off: it has no end tag");
    std::variant<FeedRecord, Rejected, Notice> made = feed_record(text);
    if (auto* const rejected = std::get_if<Rejected>(&made)) return std::move(*rejected);
    if (auto* const notice = std::get_if<Notice>(&made)) return std::move(*notice);
    text = {};  // the record is as large, and the parser copies it once more
    auto& record = std::get<FeedRecord>(made);
    ParsedArticle parsed = parser_.parse(record.json);
    if (const auto* const rejected = std::get_if<Rejected>(&parsed);
        rejected != nullptr && rejected->reason == RejectReason::empty && has_other_root())
      return passed_over_as("an element beside the articles, with neither a title nor a body");
    if (auto* const read = std::get_if<ReadArticle>(&parsed); read != nullptr && record.comments > 0)
      read->remarks.push_back(
          {NoticeKind::no_article, record.comments, std::to_string(record.comments) + " comments of readers"});
    return parsed;
  }

 private:
  [[nodiscard]] bool has_other_root() const { return !records_.root().empty() && !is_feed_root(records_.root()); }

  [[nodiscard]] ParsedArticle what_is_told() const {
    if (const OtherXml* const other = other_xml(local_name(root_))) return passed_over_as(std::string(other->what));
    return rejected_as(RejectReason::broken_record, "XML, but no feed: its root is <" + root_ + ">");
  }

  JsonlParser& parser_;
  XmlRecords records_;
  std::string root_;
  bool is_told_ = false;  // that it is no feed
};

std::unique_ptr<FormatReader> open_feed(const FormatInput& from) { return std::make_unique<FeedReader>(from); }

}  // namespace

FormatRow feed_format() { return {Format::feed, has_feed_content, nullptr, open_feed}; }

}  // namespace timbao
