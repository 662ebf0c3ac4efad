// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/generate/program_description.h"

#include <algorithm>

namespace timbao {

bool has_row(const std::vector<OptionRow>& rows, const std::string& name) {
  return std::any_of(rows.begin(), rows.end(), [&](const OptionRow& row) { return row.name == name; });
}

std::vector<OptionRow> every_option(const ProgramDescription& program) {
  std::vector<OptionRow> rows = program.options;
  for (const CommandDescription& command : program.commands)
    for (const OptionRow& option : command.options)
      if (!has_row(rows, option.name)) rows.push_back(option);
  return rows;
}

}  // namespace timbao
