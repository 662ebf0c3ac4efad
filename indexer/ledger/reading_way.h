// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/input/charset/charset.h"
#include "indexer/input/files/format.h"

namespace timbao {

/// The options that decide which articles come out of a file.
struct ReadingSettings {
  std::optional<Format> format;                         ///< --format; none: the content tells
  std::string source;                                   ///< --source
  std::string root;                                     ///< --root
  std::size_t article_bytes = 0;                        ///< --max-article
  std::optional<Charset> charset = {};                  ///< --charset; none: the words tell
  std::string map = {};                                 ///< --map, as KeyMap::text() writes it, and --table
  std::vector<std::string> include = {}, exclude = {};  ///< which entries of a container are read
};

/// How a run reads files, as the numbers that the ledger records for each file. A file that was recorded with other
/// numbers has to be read again, even if its bytes are the same.
///
///   reading_way({Format::jsonl, "", "", 16 MB}).way != reading_way({std::nullopt, "", "", 16 MB}).way
///
/// Source   docs/index-format.md, "Ledger". A change of these hashes makes every index read all of its files again
///          once; tests/cli/index_refresh_test.cc and index_same_test.cc cover what that does to the articles.
struct ReadingWay {
  std::uint64_t way = 0;       ///< the format and the version of the readers: what decides how bytes become articles
  std::uint64_t settings = 0;  ///< `way` and everything else but --include and --exclude
  std::uint64_t container_settings = 0;  ///< the same with these, recorded of containers
  std::uint64_t root = 0;                ///< the folder that relative names stand in; 0: names are absolute
};
ReadingWay reading_way(const ReadingSettings& settings);

}  // namespace timbao
