// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "indexer/input/notices/notice.h"
#include "indexer/input/notices/rejected.h"

namespace timbao {

/// An item of a feed as a JSON record, whose keys are those that article_jsonl_keys.cc knows.
struct FeedRecord {
  std::string json;
  std::size_t comments = 0;  ///< of readers, which WordPress exports inside an item: they are no part of the article
};

/// Turns an item of RSS 2.0, RSS 1.0, Atom, or of an export of WordPress (WXR) or Blogger into a JSON record, or a row of a table
/// in XML, whose cells are elements with the names of the columns, or have these names as an attribute.
///
///   <item><title>Một</title><link>https://bao.vn/1</link><dc:creator>An Vũ</dc:creator></item>
///   {"title":"Một","link":"https://bao.vn/1","dc:creator":"An Vũ"}
///   <row><field name="tieude">Một</field></row>
///   {"tieude":"Một"}
///
/// Takes    the element of the item with its tags, as XmlRecords cuts it; well-formed UTF-8.
/// Returns  the record. Elements keep their names as keys, so that the table of keys decides what each is; what feeds
///          say for programs (lengths, numbers of comments) goes into `extra`. HTML is text already. Or a notice, where
///          the item is no published article: a page, an attachment, a draft, a comment, a template.
///          Or a rejection, where it has kMostXmlFields elements.
/// Errors   none.
/// Source   RSS 2.0, RSS 1.0 with its modules dc and content, RFC 4287 (Atom), what WordPress and Blogger export; tables as mysqldump --xml,
///          phpMyAdmin and Solr write them.
///          Covered by feed_record_test and feed_fuzz.
std::variant<FeedRecord, Rejected, Notice> feed_record(std::string_view item);

/// Whether XML is a feed, by its outermost element: RSS (2.0, and 1.0 with its RDF) or Atom.
bool is_feed_root(std::string_view name);

/// Whether an element is an item: `item` or `entry`, and in XML that is no feed also what programs call a row of a table or an
/// article.
///
///   is_feed_item("rss", "item") == true     is_feed_item("mysqldump", "row") == true     is_feed_item("rss", "row") == false
///
/// Takes    the names of the outermost element and of the element, with their prefixes.
bool is_feed_item(std::string_view root, std::string_view name);

}  // namespace timbao
