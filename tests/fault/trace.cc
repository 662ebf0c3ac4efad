// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/fault/trace.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <optional>
#include <regex>

namespace timbao::test {
namespace {

/// Where a call's line names the file.
enum class Names { descriptor, path, two_paths, opened };
struct Call {
  FileAct act;
  Names names;
};

const std::map<std::string, Call>& calls() {
  static const std::map<std::string, Call> table{
      {"openat", {FileAct::made, Names::opened}},          {"mkdir", {FileAct::made, Names::path}},
      {"write", {FileAct::wrote, Names::descriptor}},      {"pwrite64", {FileAct::wrote, Names::descriptor}},
      {"writev", {FileAct::wrote, Names::descriptor}},     {"pwritev", {FileAct::wrote, Names::descriptor}},
      {"ftruncate", {FileAct::wrote, Names::descriptor}},  {"fallocate", {FileAct::wrote, Names::descriptor}},
      {"fsync", {FileAct::synced, Names::descriptor}},     {"fdatasync", {FileAct::synced, Names::descriptor}},
      {"rename", {FileAct::renamed, Names::two_paths}},    {"renameat", {FileAct::renamed, Names::two_paths}},
      {"renameat2", {FileAct::renamed, Names::two_paths}}, {"unlink", {FileAct::removed, Names::path}},
      {"rmdir", {FileAct::removed, Names::path}},
  };
  return table;
}

std::string first_match(const std::string& text, const std::regex& pattern) {
  std::smatch found;
  return std::regex_search(text, found, pattern) ? found[1].str() : std::string();
}

/// The event of a whole call: "fsync(3</a/b>) = 0".
std::optional<FileEvent> event_of(const std::string& line) {
  static const std::regex described("<([^>]*)>"), opened("= [0-9]+<([^>]*)>$"), quoted("\"([^\"]*)\""),
      last_quoted("\"([^\"]*)\"[^\"]*$");
  const auto call = calls().find(line.substr(0, line.find('(')));
  if (call == calls().end() || line.find(" = -1 ") != std::string::npos) return std::nullopt;
  FileEvent event{call->second.act, {}, {}};
  switch (call->second.names) {
    case Names::descriptor:
      event.path = first_match(line.substr(0, line.find('>') + 1), described);
      break;
    case Names::path:
      event.path = first_match(line, quoted);
      break;
    case Names::two_paths:
      event.path = first_match(line, quoted);
      event.to = first_match(line, last_quoted);
      break;
    case Names::opened:
      if (line.find("O_CREAT") != std::string::npos) event.path = first_match(line, opened);
  }
  if (event.path.empty()) return std::nullopt;
  return event;
}

std::string above(const std::string& path) { return std::filesystem::path(path).parent_path(); }

}  // namespace

bool has_strace() { return run({"strace", "-V"}).status == 0; }

RunResult run_traced(const std::vector<std::string>& command, std::vector<std::string> strace_options) {
  strace_options.insert(strace_options.begin(), {"strace", "-f", "-qq"});
  if (std::find(strace_options.begin(), strace_options.end(), "-o") == strace_options.end())
    strace_options.insert(strace_options.end(), {"-o", "/dev/null"});
  strace_options.insert(strace_options.end(), command.begin(), command.end());
  RunOptions options;
  const char* const given = std::getenv("ASAN_OPTIONS");
  options.environment["ASAN_OPTIONS"] = std::string(given == nullptr ? "" : given) + ":detect_leaks=0";
  return run(strace_options, options);
}

std::vector<FileEvent> traced_events(const std::vector<std::string>& command) {
  const TempDirectory directory;
  std::string names;
  for (const auto& [name, call] : calls()) names += (names.empty() ? "trace=" : ",") + name;
  const RunResult result =
      run_traced(command, {"--seccomp-bpf", "-y", "-s", "0", "-o", directory / "trace", "-e", names});
  EXPECT_EQ(result.status, 0) << result.err;
  return file_events(read_file(directory / "trace"));
}

std::vector<FileEvent> file_events(std::string_view trace) {
  static const std::regex line_of_process("^([0-9]+) +(.*)$"), resumed("^<\\.\\.\\. [a-z0-9]+ resumed>(.*)$");
  static const std::string kUnfinished = " <unfinished ...>";
  std::vector<FileEvent> events;
  std::map<std::string, std::string> begun;  // a call of a thread that another's came between
  for (const std::string& line : lines_of(trace)) {
    std::smatch parts, rest;
    if (!std::regex_match(line, parts, line_of_process)) continue;
    const std::string process = parts[1];
    std::string call = parts[2];
    if (const auto cut = call.find(kUnfinished); cut != std::string::npos) {
      begun[process] = call.substr(0, cut);
      continue;
    }
    if (std::regex_match(call, rest, resumed)) call = begun[process] + rest[1].str();
    if (auto event = event_of(call)) events.push_back(std::move(*event));
  }
  return events;
}

void UnsyncedPaths::apply(const FileEvent& event) {
  if (event.act == FileAct::synced) {
    paths_.erase(event.path);
    return;
  }
  if (event.act == FileAct::renamed) rename(event.path, event.to);
  if (event.act == FileAct::removed) forget_below(event.path);
  if (event.act == FileAct::made || event.act == FileAct::wrote) paths_.insert(event.path);
  if (event.act != FileAct::wrote) paths_.insert(above(event.path));
}

std::vector<std::string> UnsyncedPaths::below(const std::string& path) const {
  std::vector<std::string> found;
  for (const std::string& one : paths_)
    if (one == path || one.compare(0, path.size() + 1, path + '/') == 0) found.push_back(one);
  return found;
}

void UnsyncedPaths::forget_below(const std::string& path) {
  for (const std::string& one : below(path)) paths_.erase(one);
}

void UnsyncedPaths::rename(const std::string& from, const std::string& to) {
  const std::vector<std::string> moved = below(from);
  forget_below(from);
  forget_below(to);
  for (const std::string& one : moved) paths_.insert(to + one.substr(from.size()));
  paths_.insert(above(to));
}

}  // namespace timbao::test
