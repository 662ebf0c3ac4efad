// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <fstream>
#include <functional>
#include <optional>
#include <string>

#include "indexer/input/article.h"

namespace timbao {

/// Tells what was rejected: one line each for people, the first twenty of them, and all of them as JSONL for programs.
///
///   timbao-index: news.jsonl:3: broken_record: no JSON object that can be read: …
///   {"path":"news.jsonl","inner":null,"line":3,"id":null,"reason":"broken_record","detail":"…"}
///
/// Takes    the file for JSONL, if there is to be one; what prints a line for people (nothing is printed where it is
/// empty). Errors   Error(io_failed) where the file cannot be opened (when this is made) or written.
class RejectionLog {
 public:
  RejectionLog(const std::optional<std::string>& errors_file, std::function<void(const std::string&)> print);

  void add(const Rejected& rejected);

  /// Says how many lines were not printed; makes sure that the file is written.
  void finish();

  [[nodiscard]] std::uint64_t count() const { return count_; }

 private:
  std::string file_name_;
  std::ofstream file_;
  std::function<void(const std::string&)> print_;
  std::uint64_t count_ = 0;
};

/// "news.jsonl:3: broken_record: …"
std::string describe_rejected(const Rejected& rejected);

}  // namespace timbao
