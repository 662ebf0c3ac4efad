// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/glass/part_database.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <fstream>
#include <iterator>
#include <map>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "common/base/error.h"
#include "common/store/damage/glass_names.h"
#include "common/store/open_index.h"
#include "indexer/write/merge.h"
#include "tests/temp_directory.h"

namespace timbao::glass {
namespace {

/// A document as plain values.
struct Made {
  std::vector<std::pair<std::string, std::uint32_t>> text_terms, own_terms;
  std::map<unsigned, std::string> values;
  std::string data;
};

Xapian::Document without_text(const Made& made) {
  Xapian::Document document;
  for (const auto& [term, wdf] : made.own_terms) document.add_term(term, wdf);
  for (const auto& [slot, value] : made.values) document.add_value(slot, value);
  document.set_data(made.data);
  return document;
}

void write_by_xapian(const std::string& path, const std::vector<Made>& documents) {
  Xapian::WritableDatabase database = create_database(path);
  for (const Made& made : documents) {
    Xapian::Document document = without_text(made);
    for (const auto& [term, wdf] : made.text_terms) document.add_term(term, wdf);
    database.add_document(document);
  }
  database.commit();
}

void write_as_part(const std::string& path, const std::vector<Made>& documents) {
  Deflater deflater;
  PartDatabase part(path, deflater);
  for (const Made& made : documents) {
    PartDocument document{without_text(made), {}};
    for (const auto& [term, wdf] : made.text_terms) document.text_terms.push_back({term, wdf});
    part.add(document);
  }
  EXPECT_EQ(part.documents(), documents.size());
  part.finish();
}

std::string random_bytes(std::mt19937& random, std::size_t most, char greatest) {
  std::string bytes(random() % most + 1, '\0');
  for (char& byte : bytes) byte = static_cast<char>(random() % (static_cast<unsigned char>(greatest) + 1U));
  return bytes;
}

/// Documents with what is odd: terms of any bytes and lengths, great and no wdfs, empty documents, values and data of
/// all sizes, and a term that so many have that its list has several chunks.
std::vector<Made> odd_documents(std::size_t count, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<Made> documents(count);
  for (std::size_t i = 0; i < count; ++i) {
    Made& made = documents[i];
    if (i % 97 == 5) continue;
    made.text_terms = {{"everywhere", 100 + static_cast<std::uint32_t>(random() % 100)}, {"zero", 0}};
    std::set<std::string> terms;
    for (std::size_t term = random() % 40; term > 0; --term) terms.insert('s' + random_bytes(random, 12, '\x03'));
    if (i % 31 == 0) terms.insert(std::string(200 + random() % 45, 'x') + '\x7f');
    for (const std::string& term : terms)
      made.text_terms.emplace_back(term,
                                   static_cast<std::uint32_t>(random() % 9 == 0 ? random() : random() % 130) >> 8U);
    made.own_terms = {{"Q" + std::to_string(i), 0}, {"everywhere", static_cast<std::uint32_t>(random() % 3)}};
    for (const unsigned slot : {0U, 1U, 7U, 20U})
      if (random() % 3 != 0) made.values[slot] = random_bytes(random, i % 50 == 0 ? 30'000 : 60, '\xff');
    if (i % 40 == 0) made.data = random_bytes(random, 100'000, i % 80 == 0 ? '\xff' : '\x01');
  }
  return documents;
}

/// The bytes of a table's file; none where there is no file.
std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// What the version file says behind its kind and the number by which Xapian tells databases apart.
std::string numbers_of(const std::string& database) {
  constexpr std::size_t kHeadBytes = 32;
  return bytes_of(version_file_path(database)).substr(kHeadBytes);
}

void expect_merged_alike(const test::TempDirectory& directory, const std::vector<Made>& documents) {
  write_by_xapian(directory / "xapian", documents);
  write_as_part(directory / "part", documents);
  merge_databases({directory / "xapian"}, directory / "merged-xapian");
  merge_databases({directory / "part"}, directory / "merged-part");
  for (const std::string_view table : kTables)
    EXPECT_EQ(bytes_of(table_path(directory / "merged-xapian", table)),
              bytes_of(table_path(directory / "merged-part", table)))
        << table;
  EXPECT_EQ(numbers_of(directory / "merged-xapian"), numbers_of(directory / "merged-part"));
}

TEST(PartDatabase, IsMergedToTheSameBytesAsWhatXapianWritesOfTheSameDocuments) {
  for (const unsigned seed : {1U, 2U}) {
    const test::TempDirectory directory;
    expect_merged_alike(directory, odd_documents(1'500, seed));
  }
}

TEST(PartDatabase, HasATreeOfSeveralLevelsWhereTermsAreManyAndLong) {
  std::vector<Made> documents(3);
  for (std::size_t i = 0; i < 12'000; ++i)
    documents[i % 3].text_terms.emplace_back(std::string(220, 'l') + std::to_string(i), 1);
  const test::TempDirectory directory;
  expect_merged_alike(directory, documents);
  EXPECT_EQ(count_table_faults(directory / "part"), 0U);
}

TEST(PartDatabase, IsSoundAndReadDocumentByDocument) {
  const test::TempDirectory directory;
  const std::vector<Made> documents = odd_documents(400, 3);
  write_by_xapian(directory / "xapian", documents);
  write_as_part(directory / "part", documents);
  EXPECT_EQ(count_table_faults(directory / "part"), 0U);
  const Xapian::Database expected = open_database(directory / "xapian"), part = open_database(directory / "part");
  ASSERT_EQ(part.get_doccount(), documents.size());
  for (Xapian::docid number = 1; number <= documents.size(); ++number) {
    const Xapian::Document left = expected.get_document(number), right = part.get_document(number);
    EXPECT_EQ(left.get_data(), right.get_data()) << number;
    EXPECT_EQ(left.serialise(), right.serialise()) << number;
  }
}

TEST(PartDatabase, RefusesATermThatXapianRefuses) {
  const test::TempDirectory directory;
  Deflater deflater;
  PartDatabase part(directory / "part", deflater);
  const std::string long_term(246, 'x'), zeros(200, '\0');
  EXPECT_THROW(part.add({{}, {{long_term, 1}}}), Xapian::InvalidArgumentError);
  part.add({{}, {{zeros, 1}}});  // a key of 400 bytes
  EXPECT_THROW(part.finish(), Xapian::InvalidArgumentError);
}

TEST(PartDatabase, WritesOverNothing) {
  const test::TempDirectory directory;
  write_as_part(directory / "part", odd_documents(3, 4));
  Deflater deflater;
  try {
    const PartDatabase again(directory / "part", deflater);
    ADD_FAILURE();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::io_failed);
  }
}

TEST(PartDatabase, CountsTheMemoryThatItsPostingsTake) {
  const test::TempDirectory directory;
  Deflater deflater;
  PartDatabase part(directory / "part", deflater);
  const std::string first(100, 'a'), second(100, 'b');
  part.add({{}, {{first, 1}, {second, 1}}});
  const std::size_t before = part.held_bytes();
  for (int i = 0; i < 10'000; ++i) part.add({{}, {{first, 200}}});
  EXPECT_GE(part.held_bytes() - before, 50'000U);  // three bytes of its list, two of the lengths
  EXPECT_LE(part.held_bytes() - before, 150'000U);
}

}  // namespace
}  // namespace timbao::glass
