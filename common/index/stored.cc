// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/stored.h"

#define XXH_INLINE_ALL
#include <xapian.h>
#include <xxhash.h>
#include <zstd.h>

#include <array>
#include <charconv>
#include <memory>
#include <optional>

#include "common/base/error.h"
#include "common/base/varint.h"
#include "common/index/checksum.h"
#include "common/index/embedded.h"
#include "common/index/schema.h"

namespace timbao {
namespace {

constexpr std::size_t kBytesOfValue = 64;  // what a program takes for each value beside its bytes
constexpr int kCompressionLevel = 3;
constexpr std::size_t kSlotLimitBytes = 64 * 1024;
constexpr char kElsewhere = '\x01';  // a slot that holds this only: the value is in the document's data

// ---- strings as bytes

/// Takes the next string off the front of `bytes`; bytes that are cut short are damage.
std::string_view next_string(std::string_view& bytes) {
  const std::optional<std::string_view> text = take_sized(bytes);
  if (!text) throw_damaged("a stored text");
  return *text;
}

// ---- compression

struct FreeContext {
  void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
  void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
  void operator()(ZSTD_CDict* dictionary) const { ZSTD_freeCDict(dictionary); }
  void operator()(ZSTD_DDict* dictionary) const { ZSTD_freeDDict(dictionary); }
};

std::string compress(std::string_view text) {
  static const std::unique_ptr<ZSTD_CDict, FreeContext> dictionary(ZSTD_createCDict(
      embedded::stored_text_dictionary().data(), embedded::stored_text_dictionary().size(), kCompressionLevel));
  thread_local const std::unique_ptr<ZSTD_CCtx, FreeContext> context(ZSTD_createCCtx());
  std::string bytes(ZSTD_compressBound(text.size()), '\0');
  const std::size_t size =
      ZSTD_compress_usingCDict(context.get(), bytes.data(), bytes.size(), text.data(), text.size(), dictionary.get());
  if (ZSTD_isError(size) != 0)
    throw Error(ExitCode::io_failed, std::string("cannot compress: ") + ZSTD_getErrorName(size));
  bytes.resize(size);
  return bytes;
}

using ReadingDictionary = std::unique_ptr<ZSTD_DDict, FreeContext>;
ReadingDictionary read_with(std::string_view dictionary) {
  return ReadingDictionary(ZSTD_createDDict(dictionary.data(), dictionary.size()));
}

/// The dictionary that a frame was compressed with. A frame holds its number; that of format 1 had none.
const ZSTD_DDict* dictionary_of(std::string_view frame) {
  if (ZSTD_getDictID_fromFrame(frame.data(), frame.size()) == 0) {
    static const ReadingDictionary first = read_with(embedded::stored_text_dictionary_1());
    return first.get();
  }
  static const ReadingDictionary current = read_with(embedded::stored_text_dictionary());
  return current.get();
}

std::string decompress(std::string_view bytes) {
  thread_local const std::unique_ptr<ZSTD_DCtx, FreeContext> context(ZSTD_createDCtx());
  const unsigned long long size = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
  // A frame that does not say its size, for which zstd returns the greatest number, was not written by this program.
  if (size > kMostStoredBytes) throw_damaged("a stored text");
  std::string text(static_cast<std::size_t>(size), '\0');
  const std::size_t written = ZSTD_decompress_usingDDict(context.get(), text.data(), text.size(), bytes.data(),
                                                         bytes.size(), dictionary_of(bytes));
  if (ZSTD_isError(written) != 0 || written != text.size()) throw_damaged("a stored text");
  return text;
}

// ---- the fields of an article

/// Takes the values of an article's fields: to write them, or only to count their bytes.
class FieldSink {
 public:
  FieldSink() = default;
  virtual ~FieldSink() = default;
  FieldSink(const FieldSink&) = delete;
  FieldSink& operator=(const FieldSink&) = delete;
  virtual void put(char tag, std::string_view value) = 0;
};

/// One row for each field of stored text: its tag, how it is read from an article and how it is put back.
struct StoredField {
  char tag;
  void (*put)(const Article& article, char tag, FieldSink& sink);
  void (*take)(std::string&& value, Article& article);
};

template <std::string Article::*member>
constexpr StoredField one_string(char tag) {
  return {tag,
          [](const Article& article, char t, FieldSink& sink) {
            if (!(article.*member).empty()) sink.put(t, article.*member);
          },
          [](std::string&& value, Article& article) { article.*member = std::move(value); }};
}

template <std::vector<std::string> Article::*member>
constexpr StoredField strings(char tag) {
  return {tag,
          [](const Article& article, char t, FieldSink& sink) {
            for (const std::string& one : article.*member) sink.put(t, one);
          },
          [](std::string&& value, Article& article) { (article.*member).push_back(std::move(value)); }};
}

std::int64_t seconds_of(std::string_view text) {
  std::int64_t seconds = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (failure != std::errc() || end != text.data() + text.size()) throw_damaged("a stored text");
  return seconds;
}

constexpr StoredField kDate{'d',
                            [](const Article& article, char tag, FieldSink& sink) {
                              if (article.date) sink.put(tag, std::to_string(*article.date));
                            },
                            [](std::string&& value, Article& article) { article.date = seconds_of(value); }};

constexpr StoredField kOthers{'x',
                              [](const Article& article, char tag, FieldSink& sink) {
                                for (const OtherField& other : article.others)
                                  sink.put(tag, other.name + '\0' + other.json);
                              },
                              [](std::string&& value, Article& article) {
                                const std::size_t zero = value.find('\0');
                                if (zero == std::string::npos) throw_damaged("a stored text");
                                article.others.push_back({value.substr(0, zero), value.substr(zero + 1)});
                              }};

/// The fields in the order in which they are stored. The path is the last, so that the content hash can leave it out.
constexpr std::array<StoredField, 12> kStoredFields{{
    one_string<&Article::id>('i'),
    one_string<&Article::title>('t'),
    one_string<&Article::lead>('l'),
    one_string<&Article::body>('b'),
    strings<&Article::captions>('c'),
    strings<&Article::authors>('a'),
    one_string<&Article::source>('s'),
    strings<&Article::sections>('g'),
    kDate,
    one_string<&Article::url>('u'),
    kOthers,
    one_string<&Article::path>('p'),
}};

class FieldWriter : public FieldSink {
 public:
  explicit FieldWriter(std::string& bytes) : bytes_(bytes) {}
  void put(char tag, std::string_view value) override {
    bytes_ += tag;
    append_sized(bytes_, value);
  }

 private:
  std::string& bytes_;
};

/// Counts what FieldWriter would write.
class FieldCounter : public FieldSink {
 public:
  void put(char /*tag*/, std::string_view value) override {
    std::string length;
    append_varint(length, value.size());
    bytes_ += 1 + length.size() + value.size();
  }
  [[nodiscard]] std::size_t bytes() const { return bytes_; }

 private:
  std::size_t bytes_ = 0;
};

std::string fields_as_bytes(const Article& article, std::size_t count) {
  std::string bytes;
  bytes.reserve(article.title.size() + article.lead.size() + article.body.size() + 256);
  FieldWriter writer(bytes);
  for (std::size_t i = 0; i < count; ++i) kStoredFields[i].put(article, kStoredFields[i].tag, writer);
  return bytes;
}

void take_field(char tag, std::string&& value, Article& article) {
  for (const StoredField& field : kStoredFields)
    if (field.tag == tag) return field.take(std::move(value), article);
  throw_damaged("a stored text");
}

}  // namespace

std::size_t stored_bytes(const Article& article) {
  const std::size_t lists =
      article.captions.size() + article.authors.size() + article.sections.size() + article.others.size();
  FieldCounter counter;
  for (const StoredField& field : kStoredFields) field.put(article, field.tag, counter);
  return counter.bytes() + (kStoredFields.size() + lists) * kBytesOfValue;
}

std::string encode_article(const Article& article) {
  const std::string compressed = compress(fields_as_bytes(article, kStoredFields.size()));
  return with_checksum(compressed);
}

Article decode_article(std::string_view bytes) {
  const std::string fields = decompress(without_checksum(bytes, "a stored text"));
  Article article;
  std::string_view rest = fields;
  for (std::size_t needed = fields.size(); !rest.empty(); needed += kBytesOfValue) {
    if (needed > kMostStoredBytes) throw_damaged("a stored text");
    const char tag = rest.front();
    rest.remove_prefix(1);
    take_field(tag, std::string(next_string(rest)), article);
  }
  return article;
}

std::string content_hash(const Article& article) {
  const std::string bytes = fields_as_bytes(article, kStoredFields.size() - 1);
  const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  XXH128_canonical_t canonical_hash;
  XXH128_canonicalFromHash(&canonical_hash, hash);
  return {reinterpret_cast<const char*>(canonical_hash.digest), sizeof canonical_hash.digest};
}

void put_stored(Xapian::Document& document, std::string tokens, std::string text) {
  std::string data;
  for (auto* large : {&tokens, &text}) {
    const bool elsewhere = large->size() > kSlotLimitBytes;
    append_sized(data, elsewhere ? *large : std::string());
    if (elsewhere) *large = kElsewhere;
  }
  document.add_value(slot::kTokens, tokens);
  document.add_value(slot::kText, text);
  if (data.size() > 2) document.set_data(data);
}

namespace {

std::string stored(const Xapian::Document& document, unsigned value_slot) {
  std::string value = document.get_value(value_slot);
  if (value.size() != 1 || value.front() != kElsewhere) return value;
  const std::string data = document.get_data();
  std::string_view rest = data;
  const std::string_view tokens = next_string(rest);
  return std::string(value_slot == slot::kTokens ? tokens : next_string(rest));
}

}  // namespace

std::string stored_tokens(const Xapian::Document& document) { return stored(document, slot::kTokens); }

std::string stored_text(const Xapian::Document& document) { return stored(document, slot::kText); }

}  // namespace timbao
