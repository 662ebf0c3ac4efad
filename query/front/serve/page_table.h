// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

/// A file of the page as the build embeds it: its name, and where its bytes begin and end. Only page_files.h reads this.
///
/// Source   the table that query/CMakeLists.txt writes: a row a file, and a row without a name at the end.
struct TimbaoPageFile {
  const char* name;
  const char* begin;
  const char* end;
};
extern "C" const TimbaoPageFile timbao_page_files[];
