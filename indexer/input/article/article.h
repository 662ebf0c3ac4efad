// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "common/index/article.h"
#include "indexer/input/article/notice.h"

namespace timbao {

/// Why something could not be indexed.
enum class RejectReason : std::uint8_t { missing, unreadable, empty, binary, too_large, broken_record };

/// The reason's name in messages and in the --errors file.
constexpr std::string_view reason_name(RejectReason reason) {
  constexpr std::array<std::string_view, 6> kNames{"missing", "unreadable", "empty",
                                                   "binary",  "too_large",  "broken_record"};
  return kNames[static_cast<std::size_t>(reason)];
}

/// An article, file or record that could not be indexed, and why.
struct Rejected {
  std::string path;        ///< as given, or "-" for standard input
  std::string inner;       ///< its name inside a container; empty elsewhere
  std::uint64_t line = 0;  ///< of a file of records, from 1: the line where the record begins; 0 elsewhere
  std::string id;          ///< where it was read before the fault was found
  RejectReason reason = RejectReason::empty;
  std::string detail;  ///< one line for people
};

/// A rejection before its place is known.
inline Rejected rejected_as(RejectReason reason, std::string detail) {
  Rejected rejected;
  rejected.reason = reason;
  rejected.detail = std::move(detail);
  return rejected;
}

/// What reading one article gives.
struct ReadArticle {
  Article article;
  std::uint64_t line = 0;       ///< of a file of records, from 1: the line where the record begins; 0 elsewhere
  std::uint64_t record = 0;     ///< its number in a file of records, from 1 (of JSON lines: the line); 0 elsewhere
  std::size_t bytes = 0;        ///< of its text (title, lead, body, captions)
  std::size_t held_bytes = 0;   ///< about how much memory the article takes while it is held
  std::string file;             ///< that it was read from, as the user named it
  std::vector<Remark> remarks;  ///< what of it was not understood
};
using ParsedArticle = std::variant<ReadArticle, Rejected>;

}  // namespace timbao
