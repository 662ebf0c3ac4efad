// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/read_articles.h"

#include <algorithm>
#include <optional>
#include <system_error>
#include <utility>
#include <variant>

#include "common/base/error.h"
#include "indexer/input/article_id.h"
#include "indexer/input/article_text.h"
#include "indexer/input/binary.h"
#include "indexer/input/cost.h"
#include "indexer/input/line_reader.h"

namespace timbao {
namespace {

constexpr std::size_t kPieceBytes = 256U << 10U;
constexpr std::size_t kCostlyBytes = 64U << 10U;

/// All of a file; nothing where it is over the limit.
std::optional<std::string> read_whole(InputFile& file, std::size_t limit_bytes) {
  std::string text;
  // A file's own size saves growing; it may be wrong by now, so reading goes to the end all the same.
  std::size_t piece = static_cast<std::size_t>(std::min<std::uint64_t>(file.size_bytes() + 1, limit_bytes + 1));
  for (;;) {
    const std::size_t held = text.size();
    text.resize(held + piece);
    const std::size_t got = file.read(text.data() + held, piece);
    text.resize(held + got);
    if (got == 0) return text;
    if (text.size() > limit_bytes) return std::nullopt;
    piece = std::min(kPieceBytes, limit_bytes + 1 - text.size());
  }
}

/// Most articles are too small to be looked at.
bool is_too_costly(const ReadArticle& read, std::size_t memory_bytes) {
  return read.bytes >= kCostlyBytes && memory_to_index(read.article) > memory_bytes;
}

std::string over_limit(std::size_t limit_bytes) {
  return "larger than " + std::to_string(limit_bytes) + " bytes; see --max-article and --memory";
}

}  // namespace

ArticleReader::ArticleReader(ReadOptions options, std::function<void(ParsedArticle)> use)
    : options_(std::move(options)), use_(std::move(use)) {}

FileEnd ArticleReader::read(const SourceFile& source) {
  std::variant<InputFile, Rejected> opened = open_input(source.path, options_.stop_asked);
  if (auto* rejected = std::get_if<Rejected>(&opened)) {
    use_(std::move(*rejected));
    return FileEnd::cut;
  }
  auto& file = std::get<InputFile>(opened);
  if (source.format == Format::jsonl) {
    read_jsonl(source, file);
  } else {
    read_text(source, file);
  }
  if (file.failure() != 0) reject(source, RejectReason::unreadable, std::generic_category().message(file.failure()));
  return file.at_end() && file.failure() == 0 ? FileEnd::whole : FileEnd::cut;
}

void ArticleReader::read_text(const SourceFile& source, InputFile& file) {
  if (file.size_bytes() > options_.limit_bytes)
    return reject(source, RejectReason::too_large, over_limit(options_.limit_bytes));
  const std::optional<std::string> text = read_whole(file, options_.limit_bytes);
  bytes_read_ += file.bytes_read();
  if (!text) return reject(source, RejectReason::too_large, over_limit(options_.limit_bytes));
  if (!file.at_end()) return;  // stopped or failed half way: no article
  if (std::string what = what_is_binary(*text); !what.empty())
    return reject(source, RejectReason::binary, std::move(what));
  use(source, 0, parse_article_text(*text));
}

void ArticleReader::read_jsonl(const SourceFile& source, InputFile& file) {
  LineReader lines(file, options_.limit_bytes);
  if (std::string what = what_is_binary(lines.head()); !what.empty())
    return reject(source, RejectReason::binary, std::move(what));
  if (lines.head().empty() && file.at_end()) return reject(source, RejectReason::empty, "holds nothing");
  std::uint64_t counted = 0;
  while (lines.next()) {
    bytes_read_ += file.bytes_read() - std::exchange(counted, file.bytes_read());
    if (lines.is_too_long()) {
      Rejected rejected;
      rejected.reason = RejectReason::too_large;
      rejected.detail = over_limit(options_.limit_bytes);
      use(source, lines.number(), std::move(rejected));
    } else if (lines.text().find_first_not_of(" \t\r") != std::string::npos) {
      use(source, lines.number(), jsonl_.parse(lines.text()));
    }
  }
}

void ArticleReader::use(const SourceFile& source, std::uint64_t line, ParsedArticle parsed) {
  if (const auto* costly = std::get_if<ReadArticle>(&parsed); costly && is_too_costly(*costly, options_.memory_bytes)) {
    Rejected rejected;
    rejected.id = costly->article.id;
    rejected.reason = RejectReason::too_large;
    rejected.detail = "holds more different words and numbers than --memory allows";
    parsed = std::move(rejected);
  }
  if (auto* rejected = std::get_if<Rejected>(&parsed)) {
    rejected->path = source.path;
    rejected->line = line;
  } else {
    auto& read = std::get<ReadArticle>(parsed);
    read.line = line;
    read.article.id = article_id(read.article, {source.name, line});
    if (read.article.path.empty() && source.path != "-") read.article.path = source.name;
    if (read.article.source.empty()) read.article.source = options_.source;
  }
  use_(std::move(parsed));
}

void ArticleReader::reject(const SourceFile& source, RejectReason reason, std::string detail) {
  Rejected rejected;
  rejected.path = source.path;
  rejected.reason = reason;
  rejected.detail = std::move(detail);
  use_(std::move(rejected));
}

}  // namespace timbao
