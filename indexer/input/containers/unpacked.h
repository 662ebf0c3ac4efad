// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "indexer/input/files/byte_source.h"
#include "indexer/input/files/walk.h"
#include "indexer/input/notices/notice.h"
#include "indexer/input/notices/rejected.h"

namespace timbao {

/// A file as it comes out of the containers around it; also one that is in none.
///
///   {bytes, "2004/a.txt", "2004/a.txt", ""}   of archive.zip
///   {bytes, "", "news.jsonl", ""}             of news.jsonl.gz, and of news.jsonl
struct UnpackedFile {
  ByteSource& bytes;
  std::string
      inner;         ///< its name inside the container: well-formed UTF-8, parts joined by "!"; empty where it has none
  std::string name;  ///< the name that may tell its format, without the ending of a compression
  std::string url;   ///< its address, where the container tells it
};

/// What unpack() calls: one of these for each file that it meets.
struct UnpackEvents {
  std::function<void(const UnpackedFile& file)> read;                        ///< a file that is to be read
  std::function<void(NoticeKind kind, const std::string& inner)> pass_over;  ///< an entry that is left out on purpose
  std::function<void(Rejected rejected)> reject;                             ///< what cannot be read; `inner` is set
};

/// How containers are unpacked.
struct UnpackRules {
  std::size_t memory_bytes = 0;  ///< what decoders may take together: ReadingShare::decoders
  WalkFilter filter;             ///< which entries of archives are taken, as of a folder
  /// Reads the name of an entry that is no UTF-8. May be nullptr, and may return the bytes as they are.
  std::string (*decode_name)(std::string_view bytes) = nullptr;
};

/// What came of a file: --prune knows what it holds only where all of it was read.
struct UnpackReport {
  bool is_container = false;
  bool is_whole = true;  ///< false where a container could not be read to its end
};

}  // namespace timbao
