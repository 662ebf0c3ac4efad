// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace timbao {

/// What is wrong with an index, a line each. Only the first kMost are kept, the others are counted.
class Faults {
 public:
  static constexpr std::size_t kMost = 19;

  void add(std::string line) {
    if (lines_.size() < kMost) lines_.push_back(std::move(line));
    ++count_;
  }
  [[nodiscard]] const std::vector<std::string>& lines() const { return lines_; }
  [[nodiscard]] std::uint64_t count() const { return count_; }

 private:
  std::vector<std::string> lines_;
  std::uint64_t count_ = 0;
};

}  // namespace timbao
