// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/generate/program_description.h"

#include <algorithm>

namespace timbao {

std::vector<OptionRow> every_option(const ProgramDescription& program) {
  std::vector<OptionRow> rows = program.options;
  for (const CommandDescription& command : program.commands)
    for (const OptionRow& option : command.options)
      if (std::none_of(rows.begin(), rows.end(), [&](const OptionRow& row) { return row.name == option.name; }))
        rows.push_back(option);
  return rows;
}

}  // namespace timbao
