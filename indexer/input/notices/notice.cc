// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/notices/notice.h"

#include <array>
#include <utility>

#include "common/base/named_values.h"

namespace timbao {
namespace {

constexpr auto kWarning = NoticeClass::warning;
constexpr auto kPassedOver = NoticeClass::passed_over;

constexpr std::array<NoticeRow, kNoticeKinds> kRows{{
    {NoticeKind::ill_formed, kWarning, "ill_formed", "ill-formed parts of UTF-8", "each was replaced by U+FFFD"},
    {NoticeKind::other_charset, kWarning, "other_charset", "texts in other charsets than UTF-8",
     "they were converted; --charset names another one"},
    {NoticeKind::restored_letters, kWarning, "restored_letters", "texts with letters that were written in another way",
     "they were restored, and all else stays as it stands"},
    {NoticeKind::unread_date, kWarning, "unread_date", "dates that could not be read",
     "their articles have no date, and the text is kept"},
    {NoticeKind::unknown_key, kWarning, "unknown_key", "values whose keys are no fields",
     "they are kept under extra, and shown but not searched"},
    {NoticeKind::kept_value, kWarning, "kept_value", "lists and objects that were not understood",
     "they are kept under extra, and shown but not searched"},
    {NoticeKind::dropped_value, kWarning, "dropped_value", "values that are nested too deeply", "they were left out"},
    {NoticeKind::cut_off, kWarning, "cut_off", "documents that end in the middle", "what stands before was read"},
    {NoticeKind::read_as_html, kWarning, "read_as_html", "articles with HTML in their fields",
     "it was read as text, without its tags"},
    {NoticeKind::looks_like_html, kWarning, "looks_like_html", "articles with text that looks like HTML",
     "tags and entities are searched as words"},
    {NoticeKind::same_id, kWarning, "same_id", "articles with the id of another one in this run",
     "of each id the last one stays"},
    {NoticeKind::same_file, kWarning, "same_file", "files that were read under another name already",
     "they were not read again"},
    {NoticeKind::other_table, kWarning, "other_table", "tables that look like articles too",
     "they were not read; --table NAME reads another one"},
    {NoticeKind::left_behind, kWarning, "left_behind", "articles in the index of files that are passed over now",
     "--prune forgets them"},
    {NoticeKind::no_article, kPassedOver, "no_article", "records and files that are no articles", ""},
    {NoticeKind::other_name, kPassedOver, "other_name", "files whose names no pattern takes", ""},
    {NoticeKind::excluded, kPassedOver, "excluded", "files and folders that --exclude names", ""},
    {NoticeKind::hidden, kPassedOver, "hidden", "hidden files and folders", ""},
    {NoticeKind::folder_link, kPassedOver, "folder_link", "links to folders", ""},
    {NoticeKind::outside_link, kPassedOver, "outside_link", "links to files outside of the folder", ""},
    {NoticeKind::no_file, kPassedOver, "no_file", "entries that are no files", ""},
    {NoticeKind::other_record, kPassedOver, "other_record", "records of WARC files that hold no page", ""},
}};
static_assert(covers_every_value<kRows>());

}  // namespace

Notice passed_over_as(std::string detail) {
  Notice notice;
  notice.remark = {NoticeKind::no_article, 1, std::move(detail)};
  return notice;
}

const NoticeRow& row_of(NoticeKind kind) { return kRows[static_cast<std::size_t>(kind)]; }

}  // namespace timbao
