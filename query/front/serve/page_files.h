// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>
#include <vector>

namespace timbao {

/// A file of the page, which is a part of the program: {"page.css", "…", "text/css; charset=utf-8"}.
struct PageFile {
  std::string_view name, text, type;
};

/// The files of query/front/serve/page, by name. Nothing but these is served: no address reaches the file system.
///
/// Source   query/CMakeLists.txt makes the table of the folder. Covered by route_test.
/// Threads  any: the table never changes.
const std::vector<PageFile>& page_files();

/// The file of a name; null where there is none.
const PageFile* page_file_named(std::string_view name);

}  // namespace timbao
