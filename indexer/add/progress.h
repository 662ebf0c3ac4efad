// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>

namespace timbao {

/// How progress is shown: not at all, as a line a minute, or as one line of a terminal that is written over.
enum class ProgressStyle : std::uint8_t { none, lines, terminal };

/// How far a run has come.
///
///   ProgressState{12'345, 38'200'000, 400'000'000, 900'000'000}
struct ProgressState {
  std::uint64_t articles = 0;
  std::uint64_t text_bytes = 0;   ///< of the articles
  std::uint64_t bytes_read = 0;   ///< of the files
  std::uint64_t bytes_total = 0;  ///< of the files; 0 where nobody knows
};

/// What a line of progress says.
///
///   describe_progress(state, 5s) == "12,345 articles, 38.2 MB, 7.6 MB/s, 0:06 left"
///
/// Takes    a state, and the time since the run began.
/// Returns  one line; without the time left where `bytes_total` is 0 or reached.
/// Errors   none.
/// Source   progress_test.
std::string describe_progress(const ProgressState& state, std::chrono::duration<double> elapsed);

/// Shows how far a run has come, five times a second on a terminal and once a minute elsewhere.
///
///   Progress progress(std::cerr, ProgressStyle::terminal);
///   progress.show(state);  // after each article: it prints only when it is time
///   progress.clear();      // before another line is printed
///
/// Takes    a stream, a style, and a clock, which tests replace.
/// Errors   none.
/// Threads  one.
/// Source   progress_test.
class Progress {
 public:
  using Clock = std::function<std::chrono::steady_clock::time_point()>;

  Progress(std::ostream& err, ProgressStyle style, Clock clock = std::chrono::steady_clock::now);

  /// Shows a state, if the last one was shown long enough ago.
  void show(const ProgressState& state);

  /// Says what the run does after the last article: on a terminal at once, elsewhere only if the run took a minute.
  void announce(const ProgressState& state, std::string_view what);

  /// Removes the line from a terminal, so that another one can be printed.
  void clear();

  /// The time since this was made.
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

/// A number for people: with_thousands(1'234'567) == "1,234,567".
std::string with_thousands(std::uint64_t number);

/// A speed for people: describe_speed(81'000'000, 10s) == "8.1 MB/s"; "-" where no time has gone by.
std::string describe_speed(std::uint64_t bytes, std::chrono::duration<double> elapsed);

}  // namespace timbao
