// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/read_articles.h"

#include <memory>
#include <utility>
#include <variant>
#include <vector>

#include "common/index/stored.h"
#include "indexer/input/article/article_id.h"
#include "indexer/input/article/cost.h"
#include "indexer/input/charset/decode.h"
#include "indexer/input/charset/detect.h"
#include "indexer/input/charset/to_utf8.h"
#include "indexer/input/files/binary.h"
#include "indexer/input/files/file_source.h"
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

/// The name of an entry of an archive, in whose charset it reads as Vietnamese; else the bytes.
std::string decode_name(std::string_view bytes) {
  const Charset charset = detect_charset(bytes).charset;
  return charset == Charset::utf8 ? std::string(bytes) : decode(bytes, charset).text;
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

FileReading ArticleReader::read(const SourceFile& file, ReadEvents events) {
  events_ = std::move(events);
  OpenedSource opened = open_source(file.path, options_.stop_asked);
  if (auto* rejected = std::get_if<Rejected>(&opened)) {
    reject_unopened(file, std::move(*rejected));
    return {};
  }
  MeteredSource source(*std::get<std::unique_ptr<ByteSource>>(opened));
  bytes_before_ = bytes_read_;
  const UnpackReport report = read_metered(file, source);
  bytes_read_ = bytes_before_ + source.bytes_read();
  if (std::optional<Rejected> failure = source.failure()) reject({file, source, {}, {}, {}}, std::move(*failure));
  const bool is_whole = report.is_container ? report.is_whole : source.state() == SourceState::ended;
  FileReading reading;
  reading.container = report.is_container ? FileContainer::any : FileContainer::none;
  if (!is_whole) return reading;
  reading.end = FileEnd::whole;
  reading.content = source.content_hash();
  return reading;
}

void ArticleReader::reject_unopened(const SourceFile& file, ParsedArticle rejected) {
  report_ = {};
  report_.path = file.path;
  note(rejected);
  events_.use(std::move(rejected));
  if (events_.end_input) events_.end_input(report_);
}

UnpackReport ArticleReader::read_metered(const SourceFile& file, MeteredSource& source) {
  UnpackEvents events;
  events.read = [&](const UnpackedFile& found) {
    read_input(found.bytes, {file, source, found.inner, found.name, found.url});
  };
  events.pass_over = [this](NoticeKind kind, const std::string& inner) {
    if (events_.pass_over) events_.pass_over(kind, inner);
  };
  events.reject = [&](Rejected rejected) {
    report_ = {};
    const InputPlace at{file, source, rejected.inner, {}, {}};
    reject(at, std::move(rejected));
    end_input(at);
  };
  return unpack({source, file.path}, {options_.share.decoders, options_.filter, decode_name}, events);
}

void ArticleReader::read_input(ByteSource& bytes, const InputPlace& at) {
  report_ = {};
  WideSource text(bytes);
  BufferedInput input(text);
  read_source({at, input, text, Charset::utf8});
  note_progress(at);
  if (bytes.state() != SourceState::failed) end_input(at);  // a failure is the end of it, and is told next
}

void ArticleReader::end_input(const InputPlace& at) {
  report_.path = at.file.path;
  report_.inner = at.inner;
  if (events_.end_input) events_.end_input(report_);
}

/// Standard input has no name that could tell its format, and is records.
Format ArticleReader::format_of(const InputPlace& at, const FileHead& head) const {
  if (options_.format) return *options_.format;
  const bool is_standard_input = at.name == kStandardInput;
  const Format format = format_of_content(head, is_standard_input ? Format::jsonl : format_of_name(at.name));
  return is_standard_input && format == Format::text ? Format::jsonl : format;
}

void ArticleReader::read_source(const Visit& visit) {
  const FileHead head =
      visit.input.head([this](std::string_view bytes) { return options_.format.has_value() || shows_format(bytes); });
  if (visit.input.source().state() == SourceState::failed) return;
  if (std::string what = what_is_binary(head.bytes); !what.empty())
    return reject(visit.at, rejected_as(RejectReason::binary, std::move(what)));
  if (head.bytes.empty() && head.is_whole) {
    if (visit.input.at_end()) reject(visit.at, rejected_as(RejectReason::empty, "holds no text"));
    return;
  }
  const Charset charset = options_.charset ? *options_.charset : detect_charset(head.bytes).charset;
  const FormatInput from{visit.input,
                         options_.share.article_text,
                         parser_,
                         options_.map,
                         options_.table,
                         charset,
                         options_.format ? FormatChoice::by_user : FormatChoice::by_content,
                         visit.at.url};
  const Format format = format_of(visit.at, head);
  report_.format = format_name(format);
  read_records({visit.at, visit.input, visit.text, charset}, *row_of(format).open(from));
}

void ArticleReader::read_records(const Visit& visit, FormatReader& reader) {
  bool has_any = false;
  while (std::optional<Record> record = reader.next()) {
    has_any = true;
    note_progress(visit.at);
    const RecordPlace place = record->place;
    use(visit.at, place, record->is_too_long ? over_limit(options_.share.article_text) : parse(visit, reader, *record));
  }
  if (!has_any && visit.input.at_end()) reject(visit.at, rejected_as(RejectReason::empty, "holds no record"));
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

ParsedArticle ArticleReader::parse(const Visit& visit, FormatReader& reader, Record& record) {
  if (record.text.find('\0') != std::string::npos)
    return rejected_as(RejectReason::binary, std::string(kHoldsZeroByte));
  const Conversion conversion = convert(visit, record.text);
  ParsedArticle parsed = reader.parse(record.text);
  if (auto* const read = std::get_if<ReadArticle>(&parsed)) {
    if (conversion.from == Charset::utf8) read->replaced += conversion.replaced;
    note_conversion(*read, visit.text.charset(), conversion, record.place);
    note_charset(visit, conversion);
  }
  return parsed;
}

/// Notes for the report of the input in which charset its first article was.
void ArticleReader::note_charset(const Visit& visit, const Conversion& conversion) {
  if (!report_.charset.empty()) return;
  const std::string_view of_source = visit.text.charset();
  report_.charset = of_source.empty() ? charset_name(conversion.from) : of_source;
  report_.confidence = of_source.empty() ? conversion.share : 0;
}

void ArticleReader::complete(const InputPlace& at, const RecordPlace& place, ReadArticle& read) const {
  const std::string name = at.inner.empty() ? at.file.name : at.file.name + "!" + at.inner;
  read.file = at.file.path;
  read.inner = at.inner;
  read.line = place.line;
  read.record = place.record;
  if (read.article.url.empty()) read.article.url = at.url;
  read.article.id = article_id(read.article, {name, place.record});
  if (read.article.path.empty() && at.file.path != kStandardInput) read.article.path = name;
  if (read.article.source.empty()) read.article.source = options_.source;
}

void ArticleReader::use(const InputPlace& at, const RecordPlace& place, ParsedArticle parsed) {
  if (auto* read = std::get_if<ReadArticle>(&parsed)) {
    complete(at, place, *read);
    if (std::string what = what_is_too_large(*read, options_.share.article_indexing); !what.empty()) {
      Rejected rejected = rejected_as(RejectReason::too_large, std::move(what));
      rejected.id = read->article.id;
      parsed = std::move(rejected);
    }
  }
  if (auto* rejected = std::get_if<Rejected>(&parsed)) {
    rejected->path = at.file.path;
    rejected->inner = at.inner;
    rejected->line = place.line;
  }
  if (auto* notice = std::get_if<Notice>(&parsed)) {
    notice->path = at.file.path;
    notice->inner = at.inner;
    notice->line = place.line;
  }
  note(parsed);
  events_.use(std::move(parsed));
}

/// Notes for the report of the input what came of one of its records.
void ArticleReader::note(const ParsedArticle& parsed) {
  if (const auto* rejected = std::get_if<Rejected>(&parsed)) {
    if (report_.rejected++ == 0) report_.reason = std::string(reason_name(rejected->reason)) + ": " + rejected->detail;
  } else if (const auto* notice = std::get_if<Notice>(&parsed)) {
    if (report_.passed_over++ == 0)
      report_.reason = std::string(row_of(notice->remark.kind).name) + ": " + notice->remark.detail;
  } else if (report_.articles++ == 0) {
    report_.title = std::get<ReadArticle>(parsed).article.title;
    report_.date = std::get<ReadArticle>(parsed).article.date;
  }
}

}  // namespace timbao
