// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/pages/page_marks.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>

#include "common/base/ascii.h"
#include "common/text/fold.h"

namespace timbao {
namespace {

constexpr std::size_t kMostMarkBytes = 160, kMostCallBytes = 400;

/// How what stands beside articles or follows them begins, folded, beside kCalls.
constexpr std::string_view kEndMarks[] = {"tin lien quan",
                                          "bai lien quan",
                                          "tin tuc lien quan",
                                          "bai viet lien quan",
                                          "tin bai lien quan",
                                          "cac tin khac",
                                          "cac bai khac",
                                          "cac bai viet khac",
                                          "cac tin, bai",
                                          "cac tin da dua",
                                          "cac tin bai",
                                          "tin khac",
                                          "bai khac",
                                          "tin cung chuyen",
                                          "cung chuyen muc",
                                          "tin moi nhat",
                                          "tin moi hon",
                                          "tin cu hon",
                                          "nhung tin moi",
                                          "nhung tin cu",
                                          "doc nhieu",
                                          "tin doc nhieu",
                                          "xem nhieu",
                                          "co the ban quan tam",
                                          "tu khoa",
                                          "tags",
                                          "tag:",
                                          "chu de:",
                                          "nhan:",
                                          "chia se",
                                          "binh luan",
                                          "y kien ban doc",
                                          "y kien cua ban",
                                          "gui binh luan",
                                          "gui y kien",
                                          "phan hoi",
                                          "nhan xet",
                                          "ban quyen",
                                          "tro ve",
                                          "tro lai",
                                          "quay lai",
                                          "last updated",
                                          "web master",
                                          "webmaster",
                                          "in bai viet",
                                          "in trang",
                                          "in bai",
                                          "ban in",
                                          "ban de in",
                                          "gui email",
                                          "gui bai viet",
                                          "gui cho ban",
                                          "ve dau trang",
                                          "dau trang",
                                          "updated:",
                                          "update:",
                                          "toa soan",
                                          "tong bien tap",
                                          "giay phep",
                                          "(c) ",
                                          "moi quy doc gia",
                                          "chan thanh cam on",
                                          "nghe bai",
                                          "nghe doc",
                                          "quang cao",
                                          "(quang cao",
                                          "luot xem",
                                          "so luot xem",
                                          "so luot doc",
                                          "luot doc",
                                          "luot truy cap",
                                          "da xem",
                                          "co chu",
                                          "kich thuoc chu",
                                          "tong so diem",
                                          "click de danh gia",
                                          "danh gia bai",
                                          "powered by",
                                          "designed by",
                                          "thiet ke boi",
                                          "all rights reserved",
                                          "posted in",
                                          "filed under",
                                          "tagged",
                                          "leave a",
                                          "link bai goc",
                                          "nguon: http"};

/// How sentences begin that ask the reader to do something, folded.
constexpr std::string_view kCalls[] = {"chia se bai viet",
                                       "moi ban doc",
                                       "moi quy",
                                       "moi doc gia",
                                       "moi cac ban",
                                       "xem them",
                                       "doc them",
                                       "theo doi bao",
                                       "theo doi chung toi",
                                       "this entry was posted",
                                       "copyright",
                                       "© ",
                                       "ban quyen thuoc",
                                       "moi thong tin phan anh",
                                       "moi y kien dong gop",
                                       "ban doc co the gui",
                                       "tong so diem cua bai"};

/// The beginning of a text, folded, without signs before it.
std::string start_of(std::string_view text) {
  std::string folded = fold_text(text.substr(0, text.find_first_of(".:") + 60));
  return folded.erase(0, folded.find_first_not_of("[>-*+ |"));
}

/// How links to the rest of an article begin, folded.
constexpr std::string_view kMoreLinks[] = {"xem chi tiet", "xem tiep", "chi tiet",  "doc tiep",
                                           "xem them",     "doc them", "read more", "continue"};

template <std::size_t count>
bool begins_with_any(std::string_view text, const std::string_view (&starts)[count]) {
  return std::any_of(std::begin(starts), std::end(starts), [text](std::string_view start) {
    return start.front() == byte_at(text, 0) && starts_with(text, start);
  });
}

}  // namespace

bool is_end_mark(std::string_view text) {
  if (text.size() > kMostMarkBytes) return false;
  const std::string start = start_of(text);
  return begins_with_any(start, kEndMarks) || begins_with_any(start, kCalls);
}

bool is_more_link(std::string_view text) { return begins_with_any(start_of(text), kMoreLinks); }

bool is_call_to_readers(std::string_view text) {
  return text.size() <= kMostCallBytes && begins_with_any(start_of(text), kCalls);
}

}  // namespace timbao
