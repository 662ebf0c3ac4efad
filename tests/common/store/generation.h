// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <gtest/gtest.h>
#include <xapian.h>

#include <string>

#include "common/base/error.h"
#include "common/store/written_versions.h"
#include "tests/temp_directory.h"

namespace timbao::test {

/// Makes a generation of so many empty articles in an index directory; it is not published yet.
inline void make_generation(const TempDirectory& directory, const std::string& name, int articles) {
  Xapian::WritableDatabase database(directory / name, Xapian::DB_CREATE);
  for (int i = 0; i < articles; ++i) database.add_document(Xapian::Document());
  write_versions(database);
  database.commit();
}

/// The Error that a call ends with; a failure where it ends otherwise.
template <typename Call>
Error thrown_by(Call&& call) {
  try {
    call();
  } catch (const Error& error) {
    return error;
  }
  ADD_FAILURE() << "nothing was thrown";
  return Error(ExitCode::done, "nothing was thrown");
}

}  // namespace timbao::test
