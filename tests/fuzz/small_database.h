// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "common/store/damage/glass_guard.h"
#include "common/store/damage/version_file.h"
#include "tests/fuzz/require.h"
#include "tests/temp_directory.h"

namespace timbao::fuzz {

/// A database of some dozen documents in a folder of its own, whose files a target may write over.
class SmallDatabase {
 public:
  SmallDatabase() {
    Xapian::WritableDatabase database(path(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS, kBlockBytes);
    for (int number = 1; number <= kDocuments; ++number) database.add_document(document(number));
    database.set_metadata("seen:/archive/tin.txt", "v2 1 2 3 4 5 6 7 8 9 10 11 /archive/tin.txt");
    database.commit();
  }
  [[nodiscard]] std::string path() const { return folder_ / "g1"; }

  [[nodiscard]] std::string read_file(const std::string& name) const { return test::read_file(path() + '/' + name); }

  void write_file(const std::string& name, std::string_view bytes) const {
    std::ofstream file(path() + '/' + name, std::ios::binary | std::ios::trunc);
    require(static_cast<bool>(file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()))));
  }

 private:
  static constexpr int kDocuments = 60, kBlockBytes = 2048;

  static Xapian::Document document(int number) {
    Xapian::Document document;
    document.set_data("Tin vắn số " + std::to_string(number) + std::string(static_cast<std::size_t>(number), '.'));
    for (int term = 0; term < number; ++term) document.add_term("tin~" + std::to_string(term), 1);
    document.add_value(0, std::to_string(number));
    document.add_value(9, std::string(static_cast<std::size_t>(number) * 3, 'x'));
    return document;
  }

  test::TempDirectory folder_;
};

/// Reads a database as the programs do: documents, terms, postings, values, metadata. What Xapian refuses is damage
/// that is told; reading ends there. The term lists of documents are not read: of these Xapian 1.4.22 believes how long
/// each term is, and no look at a block tells whether it is true, since most lists are compressed.
///
/// Takes    at most how many entries are read.
inline void read_database(const std::string& path, std::size_t steps) {
  try {
    static_cast<void>(check_version_file(path));  // as open_database() does
    static_cast<void>(is_guarded());              // so that the linker keeps the guard
    const Xapian::Database database(path, Xapian::DB_BACKEND_GLASS);
    for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end() && steps > 0; ++key, --steps)
      static_cast<void>(database.get_metadata(*key));
    for (auto term = database.allterms_begin(); term != database.allterms_end() && steps > 0; ++term)
      for (auto posting = database.postlist_begin(*term); posting != database.postlist_end(*term) && steps > 0;
           ++posting)
        --steps;
    for (Xapian::docid id = 1; id <= 60 && steps > 0; ++id, --steps) {
      const Xapian::Document document = database.get_document(id);
      static_cast<void>(document.get_data() + document.get_value(0) + document.get_value(9));
    }
  } catch (const Xapian::Error&) {
  }
}

}  // namespace timbao::fuzz
