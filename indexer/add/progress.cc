// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/add/progress.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <ostream>
#include <utility>

namespace timbao {
namespace {

using std::chrono::milliseconds;
using std::chrono::minutes;

constexpr double kMegabyte = 1e6;
constexpr std::string_view kEraseLine = "\r\x1b[K";

std::string one_decimal(double number) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.1f", number);
  return text.data();
}

/// "1:02:03", "0:12".
std::string describe_seconds(double seconds) {
  const auto whole = static_cast<unsigned long long>(std::min(seconds, 1e9));
  std::array<char, 64> text{};
  if (whole >= 3600) {
    std::snprintf(text.data(), text.size(), "%llu:%02llu:%02llu", whole / 3600, whole / 60 % 60, whole % 60);
  } else {
    std::snprintf(text.data(), text.size(), "%llu:%02llu", whole / 60, whole % 60);
  }
  return text.data();
}

}  // namespace

std::string with_thousands(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, 1, ',');
  return digits;
}

std::string describe_speed(std::uint64_t bytes, std::chrono::duration<double> elapsed) {
  if (elapsed.count() <= 0) return "-";
  return one_decimal(static_cast<double>(bytes) / kMegabyte / elapsed.count()) + " MB/s";
}

std::string describe_progress(const ProgressState& state, std::chrono::duration<double> elapsed) {
  std::string text = with_thousands(state.articles) + (state.articles == 1 ? " article, " : " articles, ") +
                     one_decimal(static_cast<double>(state.text_bytes) / kMegabyte) + " MB, " +
                     describe_speed(state.text_bytes, elapsed);
  if (state.bytes_read == 0 || state.bytes_read >= state.bytes_total) return text;
  const double left = static_cast<double>(state.bytes_total - state.bytes_read) / static_cast<double>(state.bytes_read);
  return text + ", " + describe_seconds(std::ceil(left * elapsed.count())) + " left";
}

Progress::Progress(std::ostream& err, ProgressStyle style, Clock clock)
    : err_(err), style_(style), clock_(std::move(clock)), start_(clock_()), shown_(start_) {}

void Progress::show(const ProgressState& state) {
  if (style_ == ProgressStyle::none) return;
  const auto now = clock_();
  if (now - shown_ < pause()) return;
  shown_ = now;
  write(describe_progress(state, now - start_));
}

void Progress::announce(const ProgressState& state, std::string_view what) {
  if (style_ == ProgressStyle::none || (style_ == ProgressStyle::lines && elapsed() < pause())) return;
  write(describe_progress({state.articles, state.text_bytes, 0, 0}, elapsed()) + "; " + std::string(what));
}

milliseconds Progress::pause() const {
  return style_ == ProgressStyle::terminal ? milliseconds(200) : milliseconds(minutes(1));
}

void Progress::write(const std::string& text) {
  if (style_ == ProgressStyle::terminal) {
    err_ << kEraseLine << text << std::flush;
    is_on_screen_ = true;
  } else {
    err_ << text << '\n' << std::flush;
  }
}

void Progress::clear() {
  if (is_on_screen_) err_ << kEraseLine << std::flush;
  is_on_screen_ = false;
}

std::chrono::duration<double> Progress::elapsed() const { return clock_() - start_; }

}  // namespace timbao
