// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace timbao {

/// How much a SpillSorter takes.
struct SpillLimits {
  std::size_t memory_bytes = std::size_t{32} << 20U;  ///< about so much, the greatest single entry not counted
  std::optional<std::size_t> keep;                    ///< only so many of the first entries are wanted; nothing: all
};

/// Sorts any number of texts by keys in bounded memory: what does not fit is written, sorted, to a temporary file without
/// a name, and merged from there. The system removes it when the process ends, however it ends.
///
///   SpillSorter sorter({});
///   sorter.add("b", "second"); sorter.add("a", "first");
///   sorter.each([](std::string_view text) { … });          first, second
///
/// Takes    keys and texts of any bytes; texts of equal keys come out in the order in which they were added.
/// Errors   Error(io_failed) where the temporary file cannot be made, written or read.
/// Source   tmpfile(3), which makes it in /tmp. Covered by spill_sorter_test.
/// Threads  one a thread.
class SpillSorter {
 public:
  explicit SpillSorter(SpillLimits limits) : limits_(limits) {}

  void add(std::string key, std::string text);

  /// Calls a function with each text, by key; with `keep` only with the first ones. The sorter is empty afterwards.
  void each(const std::function<void(std::string_view text)>& on_text);

  /// How often a sorted run was written to the file.
  [[nodiscard]] std::size_t runs() const { return runs_.size(); }

 private:
  struct Entry {
    std::string key;
    std::uint64_t number = 0;  // in the order of add()
    std::string text;
  };
  struct Run {
    std::int64_t begin = 0, end = 0;  // bytes of the file
  };
  class RunReader;

  static bool is_before(const Entry& a, const Entry& b);
  [[nodiscard]] bool has_too_many() const;
  void drop_unwanted();
  void sort();
  void write_run();
  void merge(const std::function<void(std::string_view text)>& on_text);

  SpillLimits limits_;
  std::vector<Entry> entries_;
  std::size_t bytes_ = 0;  // of entries_
  std::uint64_t added_ = 0;
  std::vector<Run> runs_;
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> file_{nullptr, &std::fclose};
};

}  // namespace timbao
