// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "indexer/input/files/byte_source.h"
#include "indexer/input/notices/rejected.h"

namespace timbao {

/// The path that stands for standard input on the command line.
inline constexpr std::string_view kStandardInput = "-";

/// What opening a path gives: the source, or why it cannot be read.
using OpenedSource = std::variant<std::unique_ptr<ByteSource>, Rejected>;

/// Opens a file, a pipe or standard input for reading.
///
///   OpenedSource opened = open_source("news.jsonl", stop_asked);
///   open_source("/dev/zero", {})   // Rejected: unreadable, "a device, not a file"
///
/// Takes    a path, or "-" for standard input. The path is looked at before it is opened, because opening some devices
///          acts on them.
/// Returns  the source, or a Rejected with the path: missing, or unreadable. Folders, devices and sockets are
///          unreadable. Never waits; read() waits for what writes into a pipe or into standard input, and asks
///          `stop_asked` at least every 200 ms while it does.
/// Errors   none.
/// Source   poll(2), open(2); covered by byte_source_test.
OpenedSource open_source(const std::string& path, StopAsked stop_asked);

/// The hash of all bytes of a regular file: what MeteredSource::content_hash() gives when the file is read to its end.
///
///   if (hash_of_file("news.jsonl", stop_asked) == record.content) …   // the file holds the same bytes as before
///
/// Takes    a path, and what says whether to stop.
/// Returns  nothing where the file cannot be read whole, and where a stop is asked.
/// Errors   none.
/// Source   covered by byte_source_test.
std::optional<std::uint64_t> hash_of_file(const std::string& path, StopAsked stop_asked);

}  // namespace timbao
