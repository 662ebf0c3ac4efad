// SPDX-License-Identifier: GPL-2.0-or-later
// The format `text`: the whole source is one article as it was printed.
#include <algorithm>

#include "indexer/input/article/article_text.h"
#include "indexer/input/charset/restore.h"
#include "indexer/input/files/bounded_text.h"
#include "indexer/input/formats/formats.h"

namespace timbao {
namespace {

class TextReader : public FormatReader {
 public:
  explicit TextReader(const FormatInput& from) : from_(from), text_(from.limit_bytes) {}

  std::optional<Record> next() override {
    if (is_read_) return std::nullopt;
    is_read_ = true;
    const std::uint64_t size_bytes = from_.input.source().size_bytes().value_or(0);
    if (size_bytes > from_.limit_bytes) return too_long();
    text_.bytes().reserve(static_cast<std::size_t>(size_bytes));
    for (std::string_view bytes; !(bytes = from_.input.bytes()).empty(); from_.input.use(bytes.size())) {
      text_.append(bytes);
      if (text_.is_too_long()) return too_long();
    }
    if (!from_.input.at_end()) return std::nullopt;  // stopped or failed half way: no article
    return Record{text_.bytes(), {}};
  }

  ParsedArticle parse(std::string& text) override {
    const Restored restored = restore_letters(text);
    ParsedArticle parsed = parse_article_text(text);
    if (auto* const read = std::get_if<ReadArticle>(&parsed))
      if (std::optional<Remark> remark = restored_remark(restored))
        read->remarks.insert(read->remarks.begin(), *std::move(remark));
    return parsed;
  }

 private:
  Record too_long() { return {text_.bytes(), {}, true}; }

  FormatInput from_;
  BoundedText text_;
  bool is_read_ = false;
};

std::unique_ptr<FormatReader> open_text(const FormatInput& from) { return std::make_unique<TextReader>(from); }

}  // namespace

FormatRow text_format() { return {Format::text, nullptr, nullptr, open_text}; }

}  // namespace timbao
