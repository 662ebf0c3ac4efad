// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/article/article_jsonl_keys.h"

#include <algorithm>
#include <array>
#include <utility>

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
constexpr std::string_view kSchema = "schema.org (JSON-LD), Open Graph";
constexpr std::string_view kExtractors =
    "what extractors of page texts write: trafilatura, newspaper, goose, readability, Diffbot";
constexpr std::string_view kContentSystems = "exports of content systems: Ghost, Hugo, Drupal, Strapi";
constexpr std::string_view kVietnamese = "columns named in Vietnamese, by crawlers and in offices";

constexpr std::string_view kName = "name";

/// The table of keys. Where a record has two keys of one part, the one that stands first here is taken.
constexpr std::array kKeys{
    KeyRow{"id", Part::id, kOwn},
    KeyRow{"articleid", Part::id, kCrawlers},
    KeyRow{"newsid", Part::id, kCrawlers},
    KeyRow{"postid", Part::id, kCrawlers},
    KeyRow{"itemid", Part::id, kCrawlers},
    KeyRow{"idbaiviet", Part::id, kDatabases},
    KeyRow{"docid", Part::id, kCrawlers},
    KeyRow{"storyid", Part::id, kCrawlers},
    KeyRow{"baivietid", Part::id, kDatabases},
    KeyRow{"tinid", Part::id, kDatabases},
    KeyRow{"idtin", Part::id, kDatabases},
    KeyRow{"pk", Part::id, kDjango},
    KeyRow{"title", Part::title, kOwn},
    KeyRow{"headline", Part::title, kEnglish},
    KeyRow{"tenbaiviet", Part::title, kDatabases},
    KeyRow{"tieude", Part::title, kCrawlers},
    KeyRow{"posttitle", Part::title, kWordPressTables},
    KeyRow{"articletitle", Part::title, kCrawlers},
    KeyRow{"newstitle", Part::title, kCrawlers},
    KeyRow{"heading", Part::title, kCrawlers},
    KeyRow{"tenbai", Part::title, kVietnamese},
    KeyRow{"tentin", Part::title, kVietnamese},
    KeyRow{"og:title", Part::title, kSchema},
    KeyRow{"articlename", Part::title, kCrawlers},
    KeyRow{"newsname", Part::title, kCrawlers},
    KeyRow{"postname", Part::title, kCrawlers},
    KeyRow{kName, Part::title, kCrawlers},
    KeyRow{"lead", Part::lead, kOwn},
    KeyRow{"sapo", Part::lead, kCrawlers},
    KeyRow{"tomtat", Part::lead, kDatabases},
    KeyRow{"mota", Part::lead, kVietnamese},
    KeyRow{"motangan", Part::lead, kVietnamese},
    KeyRow{"trichyeu", Part::lead, kVietnamese},
    KeyRow{"gioithieu", Part::lead, kVietnamese},
    KeyRow{"summary", Part::lead, kCrawlers},
    KeyRow{"description", Part::lead, kCrawlers},
    KeyRow{"abstract", Part::lead, kCrawlers},
    KeyRow{"excerpt", Part::lead, kWordPress},
    KeyRow{"postexcerpt", Part::lead, kWordPressTables},
    KeyRow{"hometext", Part::lead, kNukeViet},
    KeyRow{"introtext", Part::lead, kJoomla},
    KeyRow{"preview", Part::lead, kCrawlers},
    KeyRow{"desc", Part::lead, kCrawlers},
    KeyRow{"shortdescription", Part::lead, kCrawlers},
    KeyRow{"subtitle", Part::lead, kCrawlers},
    KeyRow{"standfirst", Part::lead, kEnglish},
    KeyRow{"teaser", Part::lead, kCrawlers},
    KeyRow{"intro", Part::lead, kCrawlers},
    KeyRow{"customexcerpt", Part::lead, kContentSystems},
    KeyRow{"og:description", Part::lead, kSchema},
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
    KeyRow{"chitiet", Part::body, kVietnamese},
    KeyRow{"noidungchitiet", Part::body, kVietnamese},
    KeyRow{"toanvan", Part::body, kVietnamese},
    KeyRow{"textcontent", Part::body, kExtractors},
    KeyRow{"cleanedtext", Part::body, kExtractors},
    KeyRow{"text", Part::body, kCrawlers},
    KeyRow{"plaintext", Part::body, kContentSystems},
    KeyRow{"plain", Part::body, kContentSystems},
    KeyRow{"html", Part::body, kContentSystems},
    KeyRow{"paragraphs", Part::body, kCrawlers},
    KeyRow{"detail", Part::body, kCrawlers},
    KeyRow{"captions", Part::captions, kOwn},
    KeyRow{"caption", Part::captions, kCrawlers},
    KeyRow{"author", Part::authors, kOwn},
    KeyRow{"authors", Part::authors, kCrawlers},
    KeyRow{"newsauthor", Part::authors, kCrawlers},
    KeyRow{"tacgia", Part::authors, kDatabases},
    KeyRow{"byline", Part::authors, kEnglish},
    KeyRow{"writer", Part::authors, kCrawlers},
    KeyRow{"reporter", Part::authors, kEnglish},
    KeyRow{"creator", Part::authors, kSchema},
    KeyRow{"writtenby", Part::authors, kCrawlers},
    KeyRow{"createdby", Part::authors, kDatabases},
    KeyRow{"nguoiviet", Part::authors, kVietnamese},
    KeyRow{"phongvien", Part::authors, kVietnamese},
    KeyRow{"butdanh", Part::authors, kVietnamese},
    KeyRow{"dc:creator", Part::authors, kFeeds},
    KeyRow{"user", Part::authors, kCrawlers},
    KeyRow{"source", Part::source, kOwn},
    KeyRow{"newssource", Part::source, kCrawlers},
    KeyRow{"newspaper", Part::source, kCrawlers},
    KeyRow{"nguon", Part::source, kVietnamese},
    KeyRow{"nguontin", Part::source, kVietnamese},
    KeyRow{"sitename", Part::source, kExtractors},
    KeyRow{"website", Part::source, kCrawlers},
    KeyRow{"hostname", Part::source, kExtractors},
    KeyRow{"publisher", Part::source, kEnglish},
    KeyRow{"dc:publisher", Part::source, kFeeds},
    KeyRow{"section", Part::sections, kOwn},
    KeyRow{"sections", Part::sections, kCrawlers},
    KeyRow{"category", Part::sections, kCrawlers},
    KeyRow{"categories", Part::sections, kWordPress},
    KeyRow{"categorys", Part::sections, kCrawlers},
    KeyRow{"chuyenmuc", Part::sections, kDatabases},
    KeyRow{"theloai", Part::sections, kVietnamese},
    KeyRow{"danhmuc", Part::sections, kVietnamese},
    KeyRow{"chude", Part::sections, kVietnamese},
    KeyRow{"linhvuc", Part::sections, kVietnamese},
    KeyRow{"loaitin", Part::sections, kVietnamese},
    KeyRow{"cate", Part::sections, kCrawlers},
    KeyRow{"cat", Part::sections, kCrawlers},
    KeyRow{"zone", Part::sections, kDatabases},
    KeyRow{"channel", Part::sections, kCrawlers},
    KeyRow{"topic", Part::sections, kCrawlers},
    KeyRow{"topics", Part::sections, kCrawlers},
    KeyRow{"subtopic", Part::sections, kCrawlers},
    KeyRow{"label", Part::sections, kCrawlers},
    KeyRow{"wp:term", Part::sections, kWordPress},
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
    KeyRow{"publicationdate", Part::date, kCrawlers},
    KeyRow{"publicationtime", Part::date, kCrawlers},
    KeyRow{"publishedon", Part::date, kCrawlers},
    KeyRow{"publishedts", Part::date, kCrawlers},
    KeyRow{"publishedtimestamp", Part::date, kCrawlers},
    KeyRow{"pubtime", Part::date, kCrawlers},
    KeyRow{"postedat", Part::date, kCrawlers},
    KeyRow{"postedon", Part::date, kCrawlers},
    KeyRow{"dateposted", Part::date, kCrawlers},
    KeyRow{"posteddate", Part::date, kCrawlers},
    KeyRow{"posted", Part::date, kCrawlers},
    KeyRow{"releasedate", Part::date, kCrawlers},
    KeyRow{"publish", Part::date, kCrawlers},
    KeyRow{"newstime", Part::date, kCrawlers},
    KeyRow{"timecreatepostorigin", Part::date, kCrawlers},
    KeyRow{"datepost", Part::date, kDatabases},
    KeyRow{"ngaydang", Part::date, kDatabases},
    KeyRow{"thoigiandang", Part::date, kVietnamese},
    KeyRow{"ngayxuatban", Part::date, kVietnamese},
    KeyRow{"ngayphathanh", Part::date, kVietnamese},
    KeyRow{"ngaybanhanh", Part::date, kVietnamese},
    KeyRow{"ngayviet", Part::date, kVietnamese},
    KeyRow{"ngaygui", Part::date, kVietnamese},
    KeyRow{"thoigian", Part::date, kVietnamese},
    KeyRow{"ngay", Part::date, kVietnamese},
    KeyRow{"ngaytao", Part::date, kVietnamese},
    KeyRow{"postdate", Part::date, kWordPressTables},
    KeyRow{"publtime", Part::date, kNukeViet},
    KeyRow{"publishup", Part::date, kJoomla},
    KeyRow{"datetime", Part::date, kCrawlers},
    KeyRow{"time", Part::date, kCrawlers},
    KeyRow{"gio", Part::date, kVietnamese},
    KeyRow{"giodang", Part::date, kVietnamese},
    KeyRow{"timestamp", Part::date, kCrawlers},
    KeyRow{"createdat", Part::date, kCrawlers},
    KeyRow{"created", Part::date, kCrawlers},
    KeyRow{"createddate", Part::date, kDatabases},
    KeyRow{"datecreated", Part::date, kSchema},
    KeyRow{"createdon", Part::date, kDatabases},
    KeyRow{"updated", Part::date, kFeeds},
    KeyRow{"updatetime", Part::date, kCrawlers},
    KeyRow{"updatedate", Part::date, kCrawlers},
    KeyRow{"url", Part::url, kOwn},
    KeyRow{"link", Part::url, kCrawlers},
    KeyRow{"guid", Part::url, kFeeds},
    KeyRow{"urlpagecrawl", Part::url, kCrawlers},
    KeyRow{"href", Part::url, kCrawlers},
    KeyRow{"permalink", Part::url, kContentSystems},
    KeyRow{"canonical", Part::url, kExtractors},
    KeyRow{"canonicalurl", Part::url, kExtractors},
    KeyRow{"duongdan", Part::url, kVietnamese},
    KeyRow{"duonglink", Part::url, kVietnamese},
    KeyRow{"lienket", Part::url, kVietnamese},
    KeyRow{"weburl", Part::url, kCrawlers},
    KeyRow{"mainentityofpage", Part::url, kSchema},
    KeyRow{"og:url", Part::url, kSchema},
    KeyRow{"sourceurl", Part::url, kCrawlers},
    KeyRow{"sourcelink", Part::url, kCrawlers},
    KeyRow{"path", Part::path, kOwn},
    KeyRow{"tags", Part::tags, kOwn},
    KeyRow{"tag", Part::tags, kCrawlers},
    KeyRow{"keywords", Part::tags, kCrawlers},
    KeyRow{"tukhoa", Part::tags, kVietnamese},
    KeyRow{"page", Part::page, kOwn},
    KeyRow{"issue", Part::issue, kOwn},
    KeyRow{"edition", Part::edition, kOwn},
    KeyRow{"extra", Part::extra, kOwn},
};

static_assert(2 * kKeys.size() < kMostRank);

constexpr std::string_view kIgnored = "_-. \t\r\n";

/// What stands before or behind a name of the table in many exports: news_url, article_description, "source.name".
constexpr std::array<std::string_view, 12> kBefore{"article", "news", "post", "item", "story", "baiviet",
                                                   "tin",     "ten",  "page", "meta", "main",  "raw"};
constexpr std::array<std::string_view, 10> kBehind{"name",    "rendered", "primary", "vi",  "clean",
                                                   "article", "news",     "baiviet", "bai", "tin"};

const KeyRow* row_named(std::string_view name) {
  const auto* const row = std::find_if(kKeys.begin(), kKeys.end(), [name](const KeyRow& r) { return r.name == name; });
  return row == kKeys.end() ? nullptr : row;
}

/// The row of a name without what stands before or behind it. Ids and names are named in full only: a page_id is that of a
/// list, and a page_name that of a site.
const KeyRow* row_inside(std::string_view name) {
  const auto row_of = [](std::string_view inner) {
    const KeyRow* const row = row_named(inner);
    const bool is_taken = row != nullptr && row->part != Part::id && row->part != Part::path && row->name != kName;
    return is_taken ? row : nullptr;
  };
  for (const std::string_view before : kBefore)
    if (const KeyRow* row = starts_with(name, before) ? row_of(name.substr(before.size())) : nullptr) return row;
  for (const std::string_view behind : kBehind)
    if (const KeyRow* row = ends_with(name, behind) ? row_of(name.substr(0, name.size() - behind.size())) : nullptr)
      return row;
  return nullptr;
}

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

InnerObject inner_object(std::string_view key) {
  constexpr std::array<std::pair<std::string_view, InnerObject>, 7> kObjects{
      {{"_source", InnerObject::record},     // Elasticsearch
       {"attributes", InnerObject::record},  // JSON:API
       {"fields", InnerObject::record},      // dumps of Django
       {"metadata", InnerObject::more},      // data sets of texts
       {"meta", InnerObject::more},          // the same, and goose
       {"params", InnerObject::more},        // Hugo
       {"_embedded", InnerObject::more}}};   // WordPress REST API
  const auto* const row =
      std::find_if(kObjects.begin(), kObjects.end(), [key](const auto& object) { return object.first == key; });
  return row == kObjects.end() ? InnerObject::value : row->second;
}

KeyMeaning meaning_of(std::string_view key) {
  if (key == "_id") return {Part::id, kMostRank};  // MongoDB's own id, taken only where there is no other
  const std::string plain = plain_key(key);
  const std::string_view name = without_number(plain);
  const auto place_of = [](const KeyRow* row) { return static_cast<std::size_t>(row - kKeys.data()); };
  if (const KeyRow* const row = row_named(name)) return {row->part, place_of(row)};
  if (const KeyRow* const row = row_inside(name)) return {row->part, kKeys.size() + place_of(row)};
  return {};
}

}  // namespace timbao
