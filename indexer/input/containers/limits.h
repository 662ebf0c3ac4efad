// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace timbao {

/// What may come out of containers. A container is a program for a machine that writes bytes, and may come from anybody:
/// 10 MB of it can stand for 10 GB of zeros, or for a container that holds itself.
///
/// | limit                | value             | why                                                              |
/// |----------------------|-------------------|------------------------------------------------------------------|
/// | kMostArchives        | 2                 | an archive of archives is common, a third level is not           |
/// | kMostCompressions    | 3                 | a `.tar.gz` in a `.tar.xz` with compressed files in it           |
/// | kMostRatio           | 400               | news is compressed to a 5th, logs to a 50th, pages made by one   |
/// |                      |                   | program to a 200th; zeros to less than a 1000th                  |
/// | kFreeBytes           | 64 MB             | so much may come out at any ratio, so short texts never fail     |
/// | kMostEntries         | 10,000,000        | an archive with more is no archive of news                       |
/// | kMostHeaderBytes     | 2 MB              | libarchive keeps what stands before an entry in memory, as up to |
/// |                      |                   | 12 times the bytes                                               |
/// | kMostNameBytes       | 4,096             | as a path of the system                                          |
///
/// Source   docs/containers.md; covered by unpack_test and tests/cli/containers_test.cc.
inline constexpr unsigned kMostArchives = 2;
inline constexpr unsigned kMostCompressions = 3;
inline constexpr std::uint64_t kMostRatio = 400;
inline constexpr std::uint64_t kFreeBytes = std::uint64_t{64} << 20U;
inline constexpr std::uint64_t kMostEntries = 10'000'000;
inline constexpr std::uint64_t kMostHeaderBytes = std::uint64_t{2} << 20U;
inline constexpr std::size_t kMostNameBytes = 4'096;

/// Whether more comes out than a container of news would give.
///
///   expands_too_much(10 MB, 100 MB) == false     expands_too_much(10 MB, 10 GB) == true
///
/// Takes    the bytes that went in, and those that came out.
/// Errors   none.
constexpr bool expands_too_much(std::uint64_t in, std::uint64_t out) {
  return out > kFreeBytes && (out - kFreeBytes) / kMostRatio > in;
}

/// The detail of the rejection of what expands too much.
inline constexpr const char* kExpandsTooMuch =
    "unpacks to more than 400 times its size, as no news does; the rest of it is not read";

}  // namespace timbao
