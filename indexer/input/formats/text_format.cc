// SPDX-License-Identifier: GPL-2.0-or-later
// The format `text`: the whole source is one article, as it was printed or with a word before each part.
#include "indexer/input/article/article_text.h"
#include "indexer/input/article/header_words.h"
#include "indexer/input/charset/restore.h"
#include "indexer/input/formats/formats.h"
#include "indexer/input/formats/whole_source.h"

namespace timbao {
namespace {

class TextReader : public FormatReader {
 public:
  explicit TextReader(const FormatInput& from) : whole_(from), parser_(from.records) {}

  std::optional<Record> next() override { return whole_.next(); }

  ParsedArticle parse(std::string& text) override {
    if (RecordText record; read_header_words(text, record)) return parse_record(record.end());
    const Restored restored = restore_letters(text);
    ParsedArticle parsed = parse_article_text(text);
    if (auto* const read = std::get_if<ReadArticle>(&parsed))
      if (std::optional<Remark> remark = restored_remark(restored))
        read->remarks.insert(read->remarks.begin(), *std::move(remark));
    return parsed;
  }

 private:
  ParsedArticle parse_record(std::string& record) {
    escape_controls(record);
    return parser_.parse(record);
  }

  WholeSource whole_;
  JsonlParser& parser_;
};

std::unique_ptr<FormatReader> open_text(const FormatInput& from) { return std::make_unique<TextReader>(from); }

}  // namespace

FormatRow text_format() { return {Format::text, nullptr, nullptr, open_text}; }

}  // namespace timbao
