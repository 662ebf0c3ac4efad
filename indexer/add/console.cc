// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/add/console.h"

#include <ostream>

#include "common/base/error.h"

namespace timbao {
namespace {

ProgressStyle style_of(const IndexStreams& streams, Verbosity verbosity) {
  if (verbosity == Verbosity::quiet) return ProgressStyle::none;
  return streams.err_is_terminal ? ProgressStyle::terminal : ProgressStyle::lines;
}

}  // namespace

Console::Console(const IndexStreams& streams, Verbosity verbosity)
    : err_(streams.err), verbosity_(verbosity), progress_(streams.err, style_of(streams, verbosity)) {}

void Console::say(const std::string& line) {
  progress_.clear();
  err_ << "timbao-index: " << on_one_line(line) << '\n' << std::flush;
}

void Console::mention(const std::string& line) {
  if (verbosity_ != Verbosity::quiet) say(line);
}

void Console::print(const std::string& text) {
  progress_.clear();
  if (verbosity_ != Verbosity::quiet) err_ << text;
}

}  // namespace timbao
