// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>

namespace timbao {

/// How progress is shown: a line that is written over, a line a minute, or not at all.
enum class ProgressStyle : std::uint8_t { none, lines, terminal };

/// How far a run has come.
struct ProgressState {
  std::uint64_t articles = 0;
  std::uint64_t text_bytes = 0;   ///< of the articles
  std::uint64_t bytes_read = 0;   ///< of the files
  std::uint64_t bytes_total = 0;  ///< of the files; 0 where nobody knows
};

/// "12,345 articles, 38.2 MB, 7.9 MB/s, 0:12 left"; without the end where `bytes_total` is 0 or reached.
std::string describe_progress(const ProgressState& state, std::chrono::duration<double> elapsed);

/// Tells how far a run has come, now and then.
///
///   Progress progress(std::cerr, ProgressStyle::terminal); … progress.show(state); … progress.clear();
///
/// Takes    a stream and a style; show() may be called as often as one likes.
/// Threads  one.
class Progress {
 public:
  using Clock = std::function<std::chrono::steady_clock::time_point()>;

  Progress(std::ostream& err, ProgressStyle style, Clock clock = std::chrono::steady_clock::now);

  void show(const ProgressState& state);

  /// Says what the run does now that nothing more is read: on a terminal at once, in lines only of a run of a minute.
  void announce(const ProgressState& state, std::string_view what);
  void clear();  ///< removes the line on a terminal, so that another can be written
  [[nodiscard]] std::chrono::duration<double> elapsed() const;

 private:
  [[nodiscard]] std::chrono::milliseconds pause() const;  // between two lines
  void write(const std::string& text);

  std::ostream& err_;
  ProgressStyle style_;
  Clock clock_;
  std::chrono::steady_clock::time_point start_, shown_;
  bool is_on_screen_ = false;
};

/// "1,234,567".
std::string with_thousands(std::uint64_t number);

/// "8.1 MB/s"; "-" where no time has gone by.
std::string describe_speed(std::uint64_t bytes, std::chrono::duration<double> elapsed);

}  // namespace timbao
