// SPDX-License-Identifier: GPL-2.0-or-later
// WARC: each answer of a server that is a page is a file, whose name is its address.
#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <utility>

#include "common/base/ascii.h"
#include "indexer/input/containers/chunked_source.h"
#include "indexer/input/containers/container_of_head.h"
#include "indexer/input/containers/decoding_source.h"
#include "indexer/input/containers/descent.h"
#include "indexer/input/containers/limits.h"
#include "indexer/input/containers/line_head.h"
#include "indexer/input/containers/rest_source.h"
#include "indexer/input/containers/warc_reader.h"
#include "indexer/input/files/head_source.h"

namespace timbao {
namespace {

/// The types of content that may hold an article. Styles, programs and pictures are none.
constexpr std::array<std::string_view, 3> kPageTypes{"text/html", "application/xhtml+xml", "text/plain"};

bool is_page(std::string_view type) {
  return std::find(kPageTypes.begin(), kPageTypes.end(), type) != kPageTypes.end();
}

/// How a server has packed what it sent: each name of Content-Encoding and the compression that it stands for.
struct EncodingRow {
  std::string_view name;
  std::optional<Container> compression;
};
constexpr std::array<EncodingRow, 5> kEncodings{{
    {"", std::nullopt},
    {"identity", std::nullopt},
    {"gzip", Container::gzip},
    {"x-gzip", Container::gzip},
    {"zstd", Container::zstd},
}};

/// "HTTP/1.1 200 OK": a page that was there.
bool is_answered(std::string_view first_line) {
  const std::size_t blank = first_line.find(' ');
  return starts_with(first_line, "HTTP/") && blank != std::string_view::npos && byte_at(first_line, blank + 1) == '2';
}

class Records {
 public:
  Records(Descent& descent, const Opening& opening)
      : descent_(descent), place_(opening.place), source_(opening.source), records_(opening.source) {}

  void read_all() {
    std::uint64_t count = 0;
    while (const std::optional<WarcRecord> record = records_.next()) {
      if (++count > kMostEntries) return stop_at(rejected_as(RejectReason::too_large, "more than 10,000,000 records"));
      meet(*record);
    }
    if (std::optional<Rejected> failure = records_.failure()) return stop_at(*std::move(failure));
    if (source_.state() != SourceState::ended) descent_.cut();
  }

 private:
  void stop_at(Rejected rejected) {
    descent_.reject(place_, std::move(rejected));
    descent_.cut();
  }

  void meet(const WarcRecord& record) {
    Place place = inside(place_, record.url.empty() ? record.type : record.url);
    ++place.archives;
    place.url = record.url;
    place.name.clear();
    if (record.type == "resource" && is_page(record.media_type)) return descent_.read(records_.content(), place);
    if (record.type == "response" && record.media_type == "application/http") return read_answer(place);
    descent_.pass_over(NoticeKind::other_record, place);
  }

  /// What a server has answered: its header, and the page in chunks, compressed or both.
  void read_answer(const Place& place) {
    BufferedInput input(records_.content());
    LineHead head;
    if (read_line_head(input, head) != HeadEnd::whole) return broken(place);
    if (!is_answered(head.first) || !is_page(media_type(head.value("content-type"))))
      return descent_.pass_over(NoticeKind::other_record, place);
    RestSource rest(input);
    if (media_type(head.value("transfer-encoding")) != "chunked") return decode(head, rest, place);
    ChunkedSource joined(rest);
    decode(head, joined, place);
    descent_.reject_failed(joined, place);
  }

  void decode(const LineHead& head, ByteSource& source, const Place& place) {
    const std::string encoding = media_type(head.value("content-encoding"));
    const auto* const row = std::find_if(kEncodings.begin(), kEncodings.end(),
                                         [&encoding](const EncodingRow& known) { return known.name == encoding; });
    if (row == kEncodings.end())
      return descent_.reject(place, rejected_as(RejectReason::unreadable,
                                                "packed as '" + encoding.substr(0, 20) + "', which is not read"));
    HeadSource bytes(source);  // some programs unpack a page and leave the header that says it is packed
    const bool is_packed = row->compression && container_of_head(bytes.head(shows_container)) == row->compression;
    if (!is_packed) return descent_.read(bytes, place);
    DecodingSource unpacked(bytes, {*row->compression, place.memory_bytes});
    descent_.read(unpacked, place);
    descent_.reject_failed(unpacked, place);
  }

  void broken(const Place& place) {
    descent_.reject(place, rejected_as(RejectReason::unreadable, "the header of the server's answer is cut off"));
  }

  Descent& descent_;
  const Place& place_;
  ByteSource& source_;
  WarcReader records_;
};

}  // namespace

void open_warc(Descent& descent, const Opening& opening) {
  if (opening.place.archives == kMostArchives) {
    descent.cut();
    return descent.reject(opening.place,
                          rejected_as(RejectReason::too_large, "an archive that is in two others already"));
  }
  Records(descent, opening).read_all();
}

}  // namespace timbao
