// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "common/index/article.h"

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
  std::uint64_t line = 0;  ///< of a JSONL file, from 1; 0 elsewhere
  std::string id;          ///< where it was read before the fault was found
  RejectReason reason = RejectReason::empty;
  std::string detail;  ///< one line for people
};

/// What reading one article gives.
struct ReadArticle {
  Article article;
  std::uint64_t line = 0;                 ///< of a JSONL file, from 1; 0 elsewhere
  std::size_t replaced = 0;               ///< ill-formed parts of its text that became U+FFFD
  std::vector<std::string> unread_dates;  ///< what is printed in a date's place and could not be read
  std::size_t bytes = 0;                  ///< of its text (title, lead, body, captions)
};
using ParsedArticle = std::variant<ReadArticle, Rejected>;

}  // namespace timbao
