// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "indexer/input/containers/counted_source.h"
#include "indexer/input/containers/line_head.h"
#include "indexer/input/files/buffered_input.h"
#include "indexer/input/files/byte_source.h"

namespace timbao {

/// One record of a WARC file.
struct WarcRecord {
  std::string type;        ///< WARC-Type in lower case: "response", "resource", "request", "warcinfo", …
  std::string url;         ///< WARC-Target-URI; empty where there is none
  std::string media_type;  ///< of the record: "application/http" of a response
};

/// Reads the records of a WARC file, which crawlers and web archives write, one after another.
///
///   WarcReader records(file);
///   while (std::optional<WarcRecord> record = records.next())
///     if (record->type == "resource") read(records.content());
///
/// Takes    a source that outlives it and that nobody else reads: the records one behind the other. A `.warc.gz` has
///          each of them compressed on its own, which a DecodingSource joins.
/// Errors   failure(): what stands at a record's place is none, or it is cut off.
/// Threads  one thread at a time.
/// Source   ISO 28500:2017 (WARC 1.1) and 1.0; covered by warc_test and warc_fuzz.
class WarcReader {
 public:
  explicit WarcReader(ByteSource& from) : from_(from), input_(from) {}

  /// Goes to the next record. What was not read of the one before is passed over.
  std::optional<WarcRecord> next();

  /// The content of the record that next() gave last. Valid until the next call of next().
  ByteSource& content() { return *content_; }

  [[nodiscard]] std::optional<Rejected> failure() const { return failure_; }

 private:
  std::optional<WarcRecord> fail(std::string detail);

  ByteSource& from_;
  BufferedInput input_;
  std::optional<CountedSource> content_;
  std::optional<Rejected> failure_;
};

}  // namespace timbao
