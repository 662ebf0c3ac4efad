// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/base/generate/program_description.h"

namespace timbao::test {

/// A program with commands and options of each kind, whose texts hold signs that shells and roff act on.
inline ProgramDescription small_program() {
  const OptionRow wait{"wait,w", "SECONDS", Times::once, "waits 'so' long: 5"};
  ProgramDescription program{"bao-xem", "1.2", "reads papers", "COMMAND"};
  program.commands = {{"read", "PATH...", "reads [them]", {wait, {"errors", "FILE", Times::many, "writes `faults`"}}},
                      {"list", "", "lists what's there", {wait}}};
  program.options = {{"index", "DIR", Times::once, "the $INDEX"},
                     {"marks", "HOW", Times::once, "how", {{"fold", "đảng: dang"}, {"strict", ""}}},
                     {"facet", "FIELD[:N]", Times::many, "counts", {}, {{"source", ""}, {"year", ""}}},
                     {"near", "[=N]", Times::once, "near \\ far"},
                     {"quiet,q", "", Times::once, "says nothing"}};
  program.statuses = {{"0", "done"}, {"2", "wrong command line"}};
  program.sections = {{"DESCRIPTION", ".Hidden files are read; -- ends options.", {}},
                      {"FILES", "", {{"~/.bao", "the index"}}}};
  program.see_also = {"man(1)", "groff(1)"};
  return program;
}

/// A program without commands, whose words are a query.
inline ProgramDescription asking_program() {
  ProgramDescription program{"bao-tim", "1.2", "searches papers", "[QUERY...]"};
  program.options = {{"limit,n", "N", Times::once, "hits"}, {"compare", "QUERY", Times::many, "compares"}};
  return program;
}

}  // namespace timbao::test
