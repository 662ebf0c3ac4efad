// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/index/schema.h"
#include "common/text/shown_id.h"

namespace timbao {

/// An id as the line of a fault names it (shown_id.h).
///
///   shown_id_of("Q2018/phuc-yen.txt") == "2018/phuc-yen.txt"
///
/// Takes    the term of an id.
inline std::string shown_id_of(std::string_view id_term) { return shown_id(id_term.substr(prefix::kId.size())); }

/// The faults that `check` found in an index, a line each. The first kMost lines are stored, and all are counted: a
/// damaged index of a million articles may have a million faults.
///
///   Faults faults;
///   faults.add("the table postlist is damaged (3 faults in its tree)");
///   faults.count() == 1   faults.lines().front() == "the table postlist …"
///
/// Takes    lines for people, without an end.
/// Errors   none.
/// Threads  one.
/// Source   tests/indexer/command/check_test.cc.
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
