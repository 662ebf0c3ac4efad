// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/article/article_jsonl_keys.h"

#include <algorithm>
#include <array>

#include "common/base/ascii.h"
#include "common/text/fold.h"

namespace timbao {
namespace {

constexpr std::string_view kOwn = "timbao's own name";
constexpr std::string_view kCrawlers = "exports of crawlers of Vietnamese newspapers";
constexpr std::string_view kWordPress = "WordPress REST API";
constexpr std::string_view kFeeds = "feeds turned into JSON";
constexpr std::string_view kNewsPlease = "news-please";
constexpr std::string_view kDatabases = "tables of newspapers' own databases";
constexpr std::string_view kWordPressTables = "tables of WordPress";
constexpr std::string_view kNukeViet = "tables of NukeViet";
constexpr std::string_view kJoomla = "tables of Joomla";
constexpr std::string_view kDjango = "dumps of Django";
constexpr std::string_view kEnglish = "data sets of English news";

/// The table of keys. Where a record has two keys of one part, the one that stands first here is taken.
constexpr std::array kKeys{
    KeyRow{"id", Part::id, kOwn},
    KeyRow{"articleid", Part::id, kCrawlers},
    KeyRow{"newsid", Part::id, kCrawlers},
    KeyRow{"postid", Part::id, kCrawlers},
    KeyRow{"itemid", Part::id, kCrawlers},
    KeyRow{"idbaiviet", Part::id, kDatabases},
    KeyRow{"pk", Part::id, kDjango},
    KeyRow{"title", Part::title, kOwn},
    KeyRow{"headline", Part::title, kEnglish},
    KeyRow{"tenbaiviet", Part::title, kDatabases},
    KeyRow{"tieude", Part::title, kCrawlers},
    KeyRow{"posttitle", Part::title, kWordPressTables},
    KeyRow{"articletitle", Part::title, kCrawlers},
    KeyRow{"newstitle", Part::title, kCrawlers},
    KeyRow{"name", Part::title, kCrawlers},
    KeyRow{"lead", Part::lead, kOwn},
    KeyRow{"sapo", Part::lead, kCrawlers},
    KeyRow{"tomtat", Part::lead, kDatabases},
    KeyRow{"summary", Part::lead, kCrawlers},
    KeyRow{"description", Part::lead, kCrawlers},
    KeyRow{"abstract", Part::lead, kCrawlers},
    KeyRow{"excerpt", Part::lead, kWordPress},
    KeyRow{"postexcerpt", Part::lead, kWordPressTables},
    KeyRow{"hometext", Part::lead, kNukeViet},
    KeyRow{"introtext", Part::lead, kJoomla},
    KeyRow{"preview", Part::lead, kCrawlers},
    KeyRow{"excerpt:encoded", Part::lead, kFeeds},
    KeyRow{"body", Part::body, kOwn},
    KeyRow{"content:encoded", Part::body, kFeeds},
    KeyRow{"content", Part::body, kCrawlers},
    KeyRow{"contents", Part::body, kCrawlers},
    KeyRow{"contenttext", Part::body, kCrawlers},
    KeyRow{"newscontent", Part::body, kCrawlers},
    KeyRow{"noidung", Part::body, kDatabases},
    KeyRow{"postcontent", Part::body, kWordPressTables},
    KeyRow{"articlecontent", Part::body, kCrawlers},
    KeyRow{"bodyhtml", Part::body, kNukeViet},
    KeyRow{"fulltext", Part::body, kJoomla},
    KeyRow{"maintext", Part::body, kNewsPlease},
    KeyRow{"article", Part::body, kEnglish},
    KeyRow{"document", Part::body, kCrawlers},
    KeyRow{"contenthtml", Part::body, kCrawlers},
    KeyRow{"text", Part::body, kCrawlers},
    KeyRow{"captions", Part::captions, kOwn},
    KeyRow{"caption", Part::captions, kCrawlers},
    KeyRow{"author", Part::authors, kOwn},
    KeyRow{"authors", Part::authors, kCrawlers},
    KeyRow{"newsauthor", Part::authors, kCrawlers},
    KeyRow{"tacgia", Part::authors, kDatabases},
    KeyRow{"byline", Part::authors, kEnglish},
    KeyRow{"dc:creator", Part::authors, kFeeds},
    KeyRow{"user", Part::authors, kCrawlers},
    KeyRow{"source", Part::source, kOwn},
    KeyRow{"newssource", Part::source, kCrawlers},
    KeyRow{"newspaper", Part::source, kCrawlers},
    KeyRow{"publisher", Part::source, kEnglish},
    KeyRow{"dc:publisher", Part::source, kFeeds},
    KeyRow{"section", Part::sections, kOwn},
    KeyRow{"sections", Part::sections, kCrawlers},
    KeyRow{"category", Part::sections, kCrawlers},
    KeyRow{"categories", Part::sections, kWordPress},
    KeyRow{"categorys", Part::sections, kCrawlers},
    KeyRow{"chuyenmuc", Part::sections, kDatabases},
    KeyRow{"topic", Part::sections, kCrawlers},
    KeyRow{"subtopic", Part::sections, kCrawlers},
    KeyRow{"label", Part::sections, kCrawlers},
    KeyRow{"dc:subject", Part::sections, kFeeds},
    KeyRow{"date", Part::date, kOwn},
    KeyRow{"publishedat", Part::date, kCrawlers},
    KeyRow{"datepublished", Part::date, kCrawlers},
    KeyRow{"publishdate", Part::date, kCrawlers},
    KeyRow{"datepublish", Part::date, kNewsPlease},
    KeyRow{"publishedtime", Part::date, kCrawlers},
    KeyRow{"publisheddate", Part::date, kCrawlers},
    KeyRow{"published", Part::date, kFeeds},
    KeyRow{"pubdate", Part::date, kFeeds},
    KeyRow{"issued", Part::date, kFeeds},
    KeyRow{"dc:date", Part::date, kFeeds},
    KeyRow{"dcterms:created", Part::date, kFeeds},
    KeyRow{"wp:postdate", Part::date, kFeeds},
    KeyRow{"publishtime", Part::date, kCrawlers},
    KeyRow{"publish", Part::date, kCrawlers},
    KeyRow{"newstime", Part::date, kCrawlers},
    KeyRow{"timecreatepostorigin", Part::date, kCrawlers},
    KeyRow{"datepost", Part::date, kDatabases},
    KeyRow{"ngaydang", Part::date, kDatabases},
    KeyRow{"postdate", Part::date, kWordPressTables},
    KeyRow{"publtime", Part::date, kNukeViet},
    KeyRow{"publishup", Part::date, kJoomla},
    KeyRow{"datetime", Part::date, kCrawlers},
    KeyRow{"time", Part::date, kCrawlers},
    KeyRow{"timestamp", Part::date, kCrawlers},
    KeyRow{"createdat", Part::date, kCrawlers},
    KeyRow{"created", Part::date, kCrawlers},
    KeyRow{"updated", Part::date, kFeeds},
    KeyRow{"updatetime", Part::date, kCrawlers},
    KeyRow{"updatedate", Part::date, kCrawlers},
    KeyRow{"url", Part::url, kOwn},
    KeyRow{"link", Part::url, kCrawlers},
    KeyRow{"guid", Part::url, kFeeds},
    KeyRow{"urlpagecrawl", Part::url, kCrawlers},
    KeyRow{"path", Part::path, kOwn},
    KeyRow{"tags", Part::tags, kOwn},
    KeyRow{"tag", Part::tags, kCrawlers},
    KeyRow{"page", Part::page, kOwn},
    KeyRow{"issue", Part::issue, kOwn},
    KeyRow{"edition", Part::edition, kOwn},
    KeyRow{"extra", Part::extra, kOwn},
};

constexpr std::string_view kIgnored = "_-. \t\r\n";

/// "tags/12" becomes "tags": tables that were made of JSON spread one list over such columns.
std::string_view without_number(std::string_view key) {
  const std::size_t slash = key.rfind('/');
  if (slash == std::string_view::npos || slash + 1 == key.size()) return key;
  return std::all_of(key.begin() + static_cast<std::ptrdiff_t>(slash) + 1, key.end(), is_ascii_digit)
             ? key.substr(0, slash)
             : key;
}

}  // namespace

std::string plain_key(std::string_view key) {
  std::string plain = fold_text(key);
  plain.erase(std::remove_if(plain.begin(), plain.end(),
                             [](char byte) { return kIgnored.find(byte) != std::string_view::npos; }),
              plain.end());
  return plain;
}

bool holds_record(std::string_view key) { return key == "_source" || key == "attributes" || key == "fields"; }

KeyMeaning meaning_of(std::string_view key) {
  if (key == "_id") return {Part::id, kKeys.size()};  // MongoDB's own id, taken only where there is no other
  const std::string plain = plain_key(key);
  const std::string_view name = without_number(plain);
  const auto row = std::find_if(kKeys.begin(), kKeys.end(), [name](const KeyRow& r) { return r.name == name; });
  if (row == kKeys.end()) return {};
  return {row->part, static_cast<std::size_t>(row - kKeys.begin())};
}

}  // namespace timbao
