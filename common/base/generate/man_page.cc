// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/generate/man_page.h"

#include <string_view>
#include <vector>

#include "common/base/generate/roff.h"

namespace timbao {
namespace {

constexpr std::string_view kDescription = "DESCRIPTION";

/// The name of the page in its head and foot: TIMBAO-QUERY.
std::string in_capitals(std::string text) {
  for (char& letter : text)
    if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
  return text;
}

std::string heading(std::string_view title) { return ".SH " + roff_text(title) + "\n"; }

/// An item of a list: what it is called, already as roff, and the text below it.
std::string item(const std::string& tag, std::string_view text) {
  return ".TP\n" + tag + "\n" + roff_line(text) + "\n";
}

/// An option as its item calls it: -n, --limit N
std::string option_tag(const OptionRow& row) {
  const std::string letter = row.letter();
  std::string tag = letter.empty() ? std::string() : roff_bold("-" + letter) + ", ";
  tag += roff_bold("--" + row.long_name());
  if (row.argument.empty()) return tag;
  const std::string value = roff_italic(row.value_name());
  return tag + (row.may_stand_alone() ? "[=" + value + "]" : " " + value);
}

std::string option_items(const std::vector<OptionRow>& rows) {
  std::string items;
  for (const OptionRow& row : rows) items += item(option_tag(row), row.help);
  return items;
}

std::string entry_items(const std::vector<PageEntry>& entries) {
  std::string items;
  for (const PageEntry& entry : entries) items += item(roff_bold(entry.term), entry.text);
  return items;
}

std::string command_items(const std::vector<CommandDescription>& commands) {
  std::string items;
  for (const CommandDescription& command : commands) {
    const std::string words = command.arguments.empty() ? "" : " " + roff_italic(command.arguments);
    items += item(roff_bold(command.name) + words, command.help);
    if (!command.options.empty()) items += ".RS\n" + option_items(command.options) + ".RE\n";
  }
  return items;
}

std::string section_text(const PageSection& section) {
  const std::string text = section.text.empty() ? "" : roff_line(section.text) + "\n";
  return heading(section.title) + text + entry_items(section.entries);
}

/// The sections with this title, or those with any other one.
std::string sections_text(const ProgramDescription& program, bool (*is_wanted)(const PageSection& section)) {
  std::string text;
  for (const PageSection& section : program.sections)
    if (is_wanted(section)) text += section_text(section);
  return text;
}

bool is_description(const PageSection& section) { return section.title == kDescription; }
bool is_no_description(const PageSection& section) { return !is_description(section); }

/// The top of the page. Without hyphenation and with a ragged edge, long options are never broken nor lines stretched.
std::string head_text(const ProgramDescription& program) {
  return ".\\\" Made by: " + program.name + " --generate man\n.TH " + roff_text(in_capitals(program.name)) +
         " 1 \"\" \"timbao " + roff_text(program.version) + "\" \"User Commands\"\n.nh\n.ad l\n" + heading("NAME") +
         roff_text(program.name) + " \\- " + roff_text(program.summary) + "\n" + heading("SYNOPSIS") +
         roff_bold(program.name) + " [" + roff_italic("OPTIONS") + "] " + roff_italic(program.arguments) + "\n";
}

std::string see_also_text(const std::vector<std::string>& pages) {
  if (pages.empty()) return {};
  std::string text = heading("SEE ALSO");
  for (const std::string& page : pages) {
    const std::size_t bracket = page.find('(');
    text += roff_bold(page.substr(0, bracket)) + (bracket == std::string::npos ? "" : page.substr(bracket));
    text += &page == &pages.back() ? "\n" : ",\n";
  }
  return text;
}

}  // namespace

std::string man_page(const ProgramDescription& program) {
  std::string page = head_text(program) + sections_text(program, is_description);
  if (!program.commands.empty())
    page += heading("COMMANDS") + command_items(program.commands) + heading("OPTIONS OF EVERY COMMAND");
  else
    page += heading("OPTIONS");
  page += option_items(program.options) + sections_text(program, is_no_description);
  if (!program.statuses.empty()) page += heading("EXIT STATUS") + entry_items(program.statuses);
  return page + see_also_text(program.see_also);
}

}  // namespace timbao
