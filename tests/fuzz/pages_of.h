// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "indexer/input/containers/unpack.h"
#include "tests/fuzz/require.h"
#include "tests/indexer/input/memory_source.h"

namespace timbao::fuzz {

/// The names and the bytes of all that a container gives. What must hold of every container is checked on the way: names
/// are well-formed, a rejection says why, and where the source is not read to its end, a rejection has said so.
///
///   test::MemorySource source(bytes, 1);
///   const std::string pages = pages_of(source);
inline std::string pages_of(ByteSource& source) {
  std::string pages;
  bool is_told = false;
  UnpackEvents events;
  events.read = [&pages](const UnpackedFile& file) {
    require(is_well_formed(file.inner));
    pages += file.inner + '\n' + test::read_all(file.bytes) + '\n';
  };
  events.pass_over = [](NoticeKind, const std::string& inner) { require(is_well_formed(inner)); };
  events.reject = [&is_told](const Rejected& rejected) {
    require(!rejected.detail.empty());
    is_told = true;
  };
  const UnpackReport report = unpack({source, "input"}, {4U << 20U, {}, nullptr}, events);
  require(source.state() == SourceState::ended || (is_told && !report.is_whole));
  return pages;
}

}  // namespace timbao::fuzz
