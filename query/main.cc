// SPDX-License-Identifier: GPL-2.0-or-later
#include <iostream>

#include "query/front/query_command.h"
#include "query/front/query_options.h"

int main(int argc, char** argv) {
  return timbao::guarded_main("timbao-query", std::cerr, [&] {
    return timbao::run_query(
        timbao::parse_query_options({argv + 1, argv + argc}, timbao::today(), timbao::at_terminal()),
        timbao::process_console());
  });
}
