// SPDX-License-Identifier: GPL-2.0-or-later
#include <iostream>

#include "common/base/error.h"
#include "indexer/command/index_command.h"
#include "indexer/command/index_options.h"

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  return timbao::guarded_main("timbao-index", std::cerr, [&] {
    return timbao::run_index(timbao::parse_index_options({argv + 1, argv + argc}), timbao::standard_index_streams());
  });
}
