// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/containers/warc_reader.h"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <system_error>
#include <utility>

#include "common/base/ascii.h"

namespace timbao {
namespace {

std::optional<std::uint64_t> number_of(std::string_view digits) {
  std::uint64_t number = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  const bool is_whole = read.ec == std::errc() && read.ptr == digits.data() + digits.size();
  return is_whole ? std::optional(number) : std::nullopt;
}

/// Some programs of the first years write addresses as "<https://bao.vn/>".
std::string without_brackets(std::string_view url) {
  if (starts_with(url, "<") && ends_with(url, ">")) url = url.substr(1, url.size() - 2);
  return std::string(url);
}

/// The empty lines between two records.
void pass_over_empty_lines(BufferedInput& input) {
  for (std::string_view bytes; !(bytes = input.bytes()).empty();) {
    const std::size_t count = std::min(bytes.find_first_not_of("\r\n"), bytes.size());
    input.use(count);
    if (count < bytes.size()) return;
  }
}

}  // namespace

std::optional<WarcRecord> WarcReader::next() {
  if (failure_) return std::nullopt;
  if (content_ && !content_->pass_over()) {
    failure_ = content_->failure();
    return std::nullopt;
  }
  pass_over_empty_lines(input_);
  if (input_.bytes().empty()) return std::nullopt;
  LineHead head;
  const HeadEnd end = read_line_head(input_, head);
  if (end == HeadEnd::cut && from_.state() != SourceState::ended) return std::nullopt;
  const std::optional<std::uint64_t> length = number_of(head.value("content-length"));
  if (end != HeadEnd::whole || !starts_with(head.first, "WARC/") || !length)
    return fail("no record stands where the next one should begin; the rest is not read");
  content_.emplace(input_, *length);
  return WarcRecord{media_type(head.value("warc-type")), without_brackets(head.value("warc-target-uri")),
                    media_type(head.value("content-type"))};
}

std::optional<WarcRecord> WarcReader::fail(std::string detail) {
  failure_ = rejected_as(RejectReason::unreadable, std::move(detail));
  return std::nullopt;
}

}  // namespace timbao
