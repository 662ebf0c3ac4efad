// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/read_articles.h"

#include <algorithm>
#include <array>
#include <system_error>
#include <utility>
#include <variant>

#include "common/base/error.h"
#include "common/index/stored.h"
#include "indexer/input/article/article_id.h"
#include "indexer/input/article/article_text.h"
#include "indexer/input/article/cost.h"
#include "indexer/input/files/binary.h"
#include "indexer/input/files/line_reader.h"
#include "indexer/input/json/json_records.h"

namespace timbao {
namespace {

constexpr std::size_t kCostlyBytes = 64U << 10U;
constexpr std::string_view kStandardInput = "-";

/// All that is left of a file; nothing where it is over the limit.
std::optional<std::string> read_whole(BufferedInput& input, std::size_t limit_bytes) {
  std::string text;
  text.reserve(static_cast<std::size_t>(std::min<std::uint64_t>(input.file().size_bytes(), limit_bytes)));
  for (std::string_view bytes; !(bytes = input.bytes()).empty(); input.use(bytes.size())) {
    if (text.size() + bytes.size() > limit_bytes) return std::nullopt;
    text += bytes;
  }
  return text;
}

/// Why an article cannot be indexed; empty where it can. Most articles are too small to be looked at.
std::string what_is_too_large(const ReadArticle& read, std::size_t memory_bytes) {
  if (read.held_bytes < kCostlyBytes) return "";
  if (memory_to_index(read.article) > memory_bytes)
    return "would take more than --memory allows: it has too many words, numbers, names or keys";
  if (stored_bytes(read.article) > kMostStoredBytes) return "its fields are larger than 64 MB, which no index stores";
  return "";
}

Rejected over_limit(std::size_t limit_bytes) {
  return rejected_as(RejectReason::too_large,
                     "larger than " + std::to_string(limit_bytes) + " bytes; see --max-article and --memory");
}

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

/// A list that is written with a record a line ends all but the last with a comma.
std::string& without_comma(std::string& line) {
  const std::size_t end = line.find_last_not_of(" \t\r");
  if (end != std::string::npos && line[end] == ',') line.resize(end);
  return line;
}

}  // namespace

ArticleReader::ArticleReader(ReadOptions options)
    : options_(std::move(options)), parser_(options_.share.record_values) {}

FileReading ArticleReader::read(const SourceFile& source, std::function<void(ParsedArticle)> use) {
  use_ = std::move(use);
  std::variant<InputFile, Rejected> opened = open_input(source.path, options_.stop_asked);
  if (auto* rejected = std::get_if<Rejected>(&opened)) {
    use_(std::move(*rejected));
    return {};
  }
  auto& file = std::get<InputFile>(opened);
  BufferedInput input(file);
  const std::uint64_t before = bytes_read_;
  read_content({source, file, input});
  bytes_read_ = before + file.bytes_read();
  if (file.failure() != 0) reject(source, RejectReason::unreadable, std::generic_category().message(file.failure()));
  if (!file.at_end() || file.failure() != 0) return {};
  return {FileEnd::whole, file.content_hash()};
}

/// Standard input has no name to tell, and is records.
Format ArticleReader::format_of(const SourceFile& source, const FileHead& head) const {
  if (options_.format) return *options_.format;
  const bool is_stream = source.path == kStandardInput;
  const Format format = format_of_content(head, is_stream ? Format::jsonl : format_of_name(source.path));
  return is_stream && format == Format::text ? Format::jsonl : format;
}

void ArticleReader::read_content(const Visit& visit) {
  using ReadFormat = void (ArticleReader::*)(const Visit&);
  constexpr std::array<ReadFormat, 3> kReaders{&ArticleReader::read_text, &ArticleReader::read_lines,
                                               &ArticleReader::read_json};  // by Format
  const FileHead head =
      visit.input.head([this](std::string_view bytes) { return options_.format.has_value() || shows_format(bytes); });
  if (visit.file.failure() != 0) return;
  if (std::string what = what_is_binary(head.bytes); !what.empty())
    return reject(visit.source, RejectReason::binary, std::move(what));
  if (head.bytes.empty() && head.is_whole) {
    if (visit.file.at_end()) reject(visit.source, RejectReason::empty, "holds no text");
    return;
  }
  (this->*kReaders[static_cast<std::size_t>(format_of(visit.source, head))])(visit);
}

void ArticleReader::read_text(const Visit& visit) {
  const std::optional<std::string> text = visit.file.size_bytes() > options_.share.article_text
                                              ? std::nullopt
                                              : read_whole(visit.input, options_.share.article_text);
  if (!text) return use(visit.source, {}, over_limit(options_.share.article_text));
  if (!visit.file.at_end()) return;  // stopped or failed half way: no article
  if (text->find('\0') != std::string::npos)
    return reject(visit.source, RejectReason::binary, std::string(kHoldsZeroByte));
  use(visit.source, {}, parse_article_text(*text));
}

void ArticleReader::read_lines(const Visit& visit) {
  LineReader lines(visit.input, options_.share.article_text);
  const std::uint64_t before = bytes_read_;
  bool has_any = false;
  while (lines.next()) {
    bytes_read_ = before + visit.file.bytes_read();
    const Place place{lines.number(), lines.number()};
    if (!lines.is_too_long() && is_blank(lines.text())) continue;
    has_any = true;
    if (lines.is_too_long())
      use(visit.source, place, over_limit(options_.share.article_text));
    else
      use(visit.source, place, parser_.parse(without_comma(lines.text())));
  }
  if (!has_any && visit.file.at_end()) reject(visit.source, RejectReason::empty, "holds no record");
}

void ArticleReader::read_json(const Visit& visit) {
  JsonRecords records(visit.input, options_.share.article_text);
  const std::uint64_t before = bytes_read_;
  while (records.next()) {
    bytes_read_ = before + visit.file.bytes_read();
    const Place place{records.line(), records.number()};
    if (records.is_too_long()) {
      use(visit.source, place, over_limit(options_.share.article_text));
      continue;
    }
    std::string record = records.text();
    ParsedArticle parsed = parser_.parse(record);
    const auto* const rejected = std::get_if<Rejected>(&parsed);
    if (rejected != nullptr && rejected->reason == RejectReason::broken_record) records.restart_inside();
    use(visit.source, place, std::move(parsed));
  }
  if (records.number() == 0 && visit.file.at_end()) reject(visit.source, RejectReason::empty, "holds no record");
}

void ArticleReader::complete(const SourceFile& source, const Place& place, ReadArticle& read) const {
  read.file = source.path;
  read.line = place.line;
  read.record = place.record;
  read.article.id = article_id(read.article, {source.name, place.record});
  if (read.article.path.empty() && source.path != kStandardInput) read.article.path = source.name;
  if (read.article.source.empty()) read.article.source = options_.source;
}

void ArticleReader::use(const SourceFile& source, const Place& place, ParsedArticle parsed) {
  if (auto* read = std::get_if<ReadArticle>(&parsed)) {
    complete(source, place, *read);
    if (std::string what = what_is_too_large(*read, options_.share.article_indexing); !what.empty()) {
      Rejected rejected = rejected_as(RejectReason::too_large, std::move(what));
      rejected.id = read->article.id;
      parsed = std::move(rejected);
    }
  }
  if (auto* rejected = std::get_if<Rejected>(&parsed)) {
    rejected->path = source.path;
    rejected->line = place.line;
  }
  use_(std::move(parsed));
}

void ArticleReader::reject(const SourceFile& source, RejectReason reason, std::string detail) {
  Rejected rejected = rejected_as(reason, std::move(detail));
  rejected.path = source.path;
  use_(std::move(rejected));
}

}  // namespace timbao
