// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/store/written_versions.h"

#include "common/index/embedded.h"
#include "common/store/versions.h"
#include "common/text/collate.h"

namespace timbao {

void write_versions(Xapian::WritableDatabase& database) {
  database.set_metadata(std::string(IndexVersion::kFormatKey), std::string(IndexVersion::kFormat));
  database.set_metadata(std::string(IndexVersion::kFoldKey), std::string(IndexVersion::kFold));
  database.set_metadata(std::string(IndexVersion::kDataKey), std::string(embedded::version()));
  database.set_metadata(std::string(IndexVersion::kCollationKey), collation_version());
}

void check_versions(const std::string& directory, const Xapian::Database& database) {
  check_versions_to_read(directory, database);
  check_version(directory, database, IndexVersion::kCollationKey, collation_version());
}

}  // namespace timbao
