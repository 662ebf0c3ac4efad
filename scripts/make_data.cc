// SPDX-License-Identifier: GPL-2.0-or-later
// Makes the data files of common/index/data from counts over news (docs/index-format.md, "Data files"):
//
//   make-data READINGS.tsv WORD_PAIRS.tsv ARTICLES.jsonl OUTPUT_DIRECTORY
//
// READINGS.tsv    folded form, reading, count          how often a spelling occurs in a large body of news
// WORD_PAIRS.tsv  syllable, syllable, times joined, …  how often a word segmenter joined two neighbours
// ARTICLES.jsonl  title, body                          only stock phrases and frequencies of these go into
//                                                      the dictionary
#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "common/base/error.h"
#include "common/index/sequence.h"
#include "common/index/terms.h"
#include "common/text/fold.h"
#include "common/text/syllable.h"
#include "scripts/make_dictionary.h"

namespace timbao {
namespace {

constexpr std::uint64_t kLeastJoined = 5;
constexpr std::size_t kCommonSyllables = 100;

using Row = std::vector<std::string>;
using Counts = std::map<std::string, std::uint64_t>;
using Ranked = std::vector<std::pair<std::uint64_t, std::string>>;

std::vector<Row> read_table(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw Error(ExitCode::io_failed, "cannot read " + path);
  std::vector<Row> rows;
  for (std::string line; std::getline(file, line);) {
    Row row;
    std::istringstream columns(line);
    for (std::string column; std::getline(columns, column, '\t');) row.push_back(column);
    rows.push_back(std::move(row));
  }
  return rows;
}

Ranked ranked(const Counts& counts) {
  Ranked order;
  for (const auto& [name, count] : counts) order.emplace_back(count, name);
  std::sort(order.begin(), order.end(),
            [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
  return order;
}

std::string term_of_reading(const std::string& reading) {
  const std::string letters = canonical(reading);
  return reading_term(fold_text(letters), exact_key(letters));
}

/// Reading terms of common numbers. READINGS.tsv has none, and numbers are a twentieth of the tokens of news.
std::vector<std::string> common_numbers() {
  std::vector<std::string> terms;
  for (int n = 0; n <= 100; ++n) terms.push_back(std::to_string(n) + '~');
  for (int n = 1; n <= 9; ++n) terms.push_back(std::to_string(n) + "~0" + std::to_string(n));
  for (int year = 1945; year <= 2035; ++year) terms.push_back(std::to_string(year) + '~');
  return terms;
}

void write_codes(const std::vector<Row>& readings, const std::string& directory) {
  Counts counts;
  for (const Row& row : readings) counts[term_of_reading(row.at(1))] += std::stoull(row.at(2));
  const std::vector<std::string> numbers = common_numbers();
  for (const std::string& number : numbers) counts.erase(number);
  const Ranked order = ranked(counts);
  std::map<std::string, std::size_t> codes;
  for (const auto& [count, term] : order)
    if (codes.size() + numbers.size() < sequence::kCodes) codes.emplace(term, codes.size());
  for (const std::string& number : numbers) codes.emplace(number, codes.size());
  std::ofstream file(directory + "/token-codes.tsv");
  for (const auto& [term, code] : codes) file << term << '\t' << code << '\n';
}

void write_pairs(const std::vector<Row>& pairs, const std::string& directory) {
  std::set<std::string> folded;
  for (const Row& row : pairs)
    if (std::stoull(row.at(2)) >= kLeastJoined) folded.insert(fold_text(row.at(0)) + ' ' + fold_text(row.at(1)));
  std::ofstream file(directory + "/word-pairs.txt");
  for (const std::string& pair : folded) file << pair << '\n';
}

/// Each pair of word-pairs.txt with the marks of its readings: "van thanh", then "8,2 520" and "8, 342", tabs between.
void write_pair_readings(const std::vector<Row>& pairs, const std::string& directory) {
  std::map<std::string, std::map<std::string, std::size_t>> readings;
  for (const Row& row : pairs) {
    if (std::stoull(row.at(2)) < kLeastJoined) continue;
    const std::string left = term_of_reading(row.at(0)), right = term_of_reading(row.at(1));
    const SplitTerm l = split_term(left), r = split_term(right);
    const std::string marks = std::string(l.marks) + ',' + std::string(r.marks);
    readings[std::string(l.folded) + ' ' + std::string(r.folded)][marks] += std::stoull(row.at(3));
  }
  std::ofstream file(directory + "/pair-readings.tsv");
  for (const auto& [pair, counts] : readings) {
    file << pair;
    for (const auto& [marks, count] : counts) file << '\t' << marks << ' ' << count;
    file << '\n';
  }
}

void write_syllables(const std::vector<Row>& readings, const std::string& directory) {
  Counts counts;
  for (const Row& row : readings) counts[fold_text(row.at(1))] += std::stoull(row.at(2));
  std::set<std::string> commonest;
  for (const auto& [count, folded] : ranked(counts))
    if (commonest.size() < kCommonSyllables) commonest.insert(folded);
  std::ofstream file(directory + "/common-syllables.txt");
  for (const std::string& folded : commonest) file << folded << '\n';
}

int make_data(const std::vector<std::string>& arguments) {
  if (arguments.size() != 4) {
    std::cerr << "make-data: give READINGS.tsv WORD_PAIRS.tsv ARTICLES.jsonl OUTPUT_DIRECTORY\n";
    return 2;
  }
  const std::vector<Row> readings = read_table(arguments[0]), pairs = read_table(arguments[1]);
  const std::string& directory = arguments[3];
  write_codes(readings, directory);
  write_pairs(pairs, directory);
  write_pair_readings(pairs, directory);
  write_syllables(readings, directory);
  std::ofstream(directory + "/stored-text-2.dict") << make_dictionary(arguments[2]);
  return 0;
}

}  // namespace
}  // namespace timbao

int main(int argc, char** argv) {
  return timbao::guarded_main("make-data", std::cerr, [&] {
    return static_cast<timbao::ExitCode>(timbao::make_data({argv + 1, argv + argc}));
  });
}
