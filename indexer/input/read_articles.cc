// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/read_articles.h"

#include <memory>
#include <utility>
#include <variant>
#include <vector>

#include "common/index/stored.h"
#include "indexer/input/article/article_id.h"
#include "indexer/input/article/cost.h"
#include "indexer/input/charset/detect.h"
#include "indexer/input/charset/to_utf8.h"
#include "indexer/input/files/binary.h"
#include "indexer/input/files/file_source.h"
#include "indexer/input/files/metered_source.h"
#include "indexer/input/formats/formats.h"

namespace timbao {
namespace {

constexpr std::size_t kCostlyBytes = 64U << 10U;  // an article that takes less memory cannot be over any limit

/// Why an article cannot be indexed; empty where it can.
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

/// Says what was done to the bytes. Of a text file this comes first, of a record last: so --errors has always listed it.
void note_conversion(ReadArticle& read, std::string_view of_source, const Conversion& conversion,
                     const RecordPlace& place) {
  std::vector<Remark> said;
  if (std::optional<Remark> of_charset = charset_remark(of_source, conversion)) said.push_back(*std::move(of_charset));
  if (read.replaced > 0) said.push_back(ill_formed_remark(read.replaced, conversion));
  read.remarks.insert(place.record == 0 ? read.remarks.begin() : read.remarks.end(), said.begin(), said.end());
}

}  // namespace

ArticleReader::ArticleReader(ReadOptions options)
    : options_(std::move(options)), parser_(options_.share.record_values, options_.map) {}

FileReading ArticleReader::read(const SourceFile& file, ArticleUse use) {
  use_ = std::move(use);
  OpenedSource opened = open_source(file.path, options_.stop_asked);
  if (auto* rejected = std::get_if<Rejected>(&opened)) {
    use_(std::move(*rejected));
    return {};
  }
  MeteredSource source(*std::get<std::unique_ptr<ByteSource>>(opened));
  WideSource text(source);
  BufferedInput input(text);
  const std::uint64_t before = bytes_read_;
  read_source({file, input, text, Charset::utf8});
  bytes_read_ = before + source.bytes_read();
  if (std::optional<Rejected> failure = source.failure()) reject(file, std::move(*failure));
  if (source.state() != SourceState::ended) return {};
  return {FileEnd::whole, source.content_hash()};
}

/// Standard input has no name that could tell its format, and is records.
Format ArticleReader::format_of(const SourceFile& file, const FileHead& head) const {
  if (options_.format) return *options_.format;
  const bool is_standard_input = file.path == kStandardInput;
  const Format format = format_of_content(head, is_standard_input ? Format::jsonl : format_of_name(file.path));
  return is_standard_input && format == Format::text ? Format::jsonl : format;
}

void ArticleReader::read_source(const Visit& visit) {
  const FileHead head =
      visit.input.head([this](std::string_view bytes) { return options_.format.has_value() || shows_format(bytes); });
  if (visit.input.source().state() == SourceState::failed) return;
  if (std::string what = what_is_binary(head.bytes); !what.empty())
    return reject(visit.file, rejected_as(RejectReason::binary, std::move(what)));
  if (head.bytes.empty() && head.is_whole) {
    if (visit.input.at_end()) reject(visit.file, rejected_as(RejectReason::empty, "holds no text"));
    return;
  }
  const Charset charset = options_.charset ? *options_.charset : detect_charset(head.bytes).charset;
  const FormatInput from{visit.input,
                         options_.share.article_text,
                         parser_,
                         options_.map,
                         options_.table,
                         charset,
                         options_.format ? FormatChoice::by_user : FormatChoice::by_content};
  read_records({visit.file, visit.input, visit.text, charset}, *row_of(format_of(visit.file, head)).open(from));
}

void ArticleReader::read_records(const Visit& visit, FormatReader& reader) {
  const std::uint64_t before = bytes_read_;
  bool has_any = false;
  while (std::optional<Record> record = reader.next()) {
    has_any = true;
    bytes_read_ = before + visit.input.bytes_read();
    const RecordPlace place = record->place;
    use(visit.file, place,
        record->is_too_long ? over_limit(options_.share.article_text) : parse(visit, reader, *record));
  }
  if (!has_any && visit.input.at_end()) reject(visit.file, rejected_as(RejectReason::empty, "holds no record"));
}

/// Converts a record. Where it has too few words to tell whether it is in the charset of the source, it is.
Conversion ArticleReader::convert(const Visit& visit, std::string& text) const {
  if (options_.charset || visit.charset == Charset::utf8) return to_utf8_in_place(text, options_.charset);
  std::string bytes = text;
  const Conversion conversion = to_utf8_in_place(text, std::nullopt);
  if (conversion.doubted != visit.charset) return conversion;
  text = std::move(bytes);
  return to_utf8_in_place(text, visit.charset);
}

ParsedArticle ArticleReader::parse(const Visit& visit, FormatReader& reader, Record& record) const {
  if (record.text.find('\0') != std::string::npos)
    return rejected_as(RejectReason::binary, std::string(kHoldsZeroByte));
  const Conversion conversion = convert(visit, record.text);
  ParsedArticle parsed = reader.parse(record.text);
  if (auto* const read = std::get_if<ReadArticle>(&parsed)) {
    if (conversion.from == Charset::utf8) read->replaced += conversion.replaced;
    note_conversion(*read, visit.text.charset(), conversion, record.place);
  }
  return parsed;
}

void ArticleReader::complete(const SourceFile& file, const RecordPlace& place, ReadArticle& read) const {
  read.file = file.path;
  read.line = place.line;
  read.record = place.record;
  read.article.id = article_id(read.article, {file.name, place.record});
  if (read.article.path.empty() && file.path != kStandardInput) read.article.path = file.name;
  if (read.article.source.empty()) read.article.source = options_.source;
}

void ArticleReader::use(const SourceFile& file, const RecordPlace& place, ParsedArticle parsed) {
  if (auto* read = std::get_if<ReadArticle>(&parsed)) {
    complete(file, place, *read);
    if (std::string what = what_is_too_large(*read, options_.share.article_indexing); !what.empty()) {
      Rejected rejected = rejected_as(RejectReason::too_large, std::move(what));
      rejected.id = read->article.id;
      parsed = std::move(rejected);
    }
  }
  if (auto* rejected = std::get_if<Rejected>(&parsed)) {
    rejected->path = file.path;
    rejected->line = place.line;
  }
  if (auto* notice = std::get_if<Notice>(&parsed)) {
    notice->path = file.path;
    notice->line = place.line;
  }
  use_(std::move(parsed));
}

}  // namespace timbao
