// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/store/versions.h"

#include "common/base/ascii.h"
#include "common/base/error.h"
#include "common/index/embedded.h"
#include "common/store/index_errors.h"
#include "common/text/icu_version.h"

namespace timbao {

void check_version(const std::string& directory, const Xapian::Database& database, std::string_view key,
                   std::string_view wanted) {
  const std::string found = database.get_metadata(std::string(key));
  if (found == wanted) return;
  if (found.empty()) throw_not_an_index(directory, "a Xapian database of another program");
  throw Error(ExitCode::index_failed,
              directory + ": an index of another version (" + std::string(key) + " " + found + ", this program reads " +
                  std::string(wanted) + ")",
              "make it anew of its own articles with: timbao-index --index " + directory + " add --rebuild");
}

void check_versions_to_read(const std::string& directory, const Xapian::Database& database) {
  if (database.get_metadata(std::string(IndexVersion::kFormatKey)) != IndexVersion::kUnsignedFormat)
    check_version(directory, database, IndexVersion::kFormatKey, IndexVersion::kFormat);
  check_version(directory, database, IndexVersion::kFoldKey, IndexVersion::kFold);
  check_version(directory, database, IndexVersion::kDataKey, embedded::version());
  const std::string collation = database.get_metadata(std::string(IndexVersion::kCollationKey));
  const std::string wanted = " of ICU " + icu_version();
  const bool is_wanted = collation.size() > wanted.size() && ends_with(collation, wanted);
  if (!is_wanted) check_version(directory, database, IndexVersion::kCollationKey, "that" + wanted);
}

}  // namespace timbao
