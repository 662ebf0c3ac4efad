// SPDX-License-Identifier: GPL-2.0-or-later
// Runs a fuzz target as a plain test: every file of its corpus, then a few thousand changed copies of them. The
// changes follow from a fixed seed, so that each run, with each compiler, is the same.
//
//   day_fuzz tests/fuzz/corpus/day      prints "7 files, 3000 changed copies"; status 1 if the folder has no file
#include <algorithm>
#include <array>
#include <cstdint>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

constexpr std::size_t kCopies = 3'000;
constexpr std::size_t kMostChanges = 6;
constexpr std::size_t kMostCopiedBytes = 4'096;  // longer files are run as they are; their copies start here

// Bytes that parsers here care about: marks of every normal form, separators, digits, what ends and what is ill formed.
constexpr std::array<std::string_view, 24> kPieces{"đ",
                                                   "ả",
                                                   "a\u0309",
                                                   "\u0301",
                                                   "\u00D0",
                                                   "\u200B",
                                                   "\u00AD",
                                                   "\uFEFF",
                                                   "ươ",
                                                   "quý",
                                                   "NĐ-CP",
                                                   "31/1/2018",
                                                   "\"",
                                                   "(",
                                                   ")",
                                                   " AND ",
                                                   "-",
                                                   "~",
                                                   "\n",
                                                   "\xFF",
                                                   "\xC4",
                                                   "{\"id\":",
                                                   "99999999999999999999",
                                                   "title:"};

class Mutator {
 public:
  explicit Mutator(const std::vector<std::string>& corpus) : corpus_(corpus) {}

  std::string next() {
    std::string text = corpus_[below(corpus_.size())].substr(0, kMostCopiedBytes);
    for (std::size_t left = 1 + below(kMostChanges); left > 0; --left) (this->*kChanges[below(kChanges.size())])(text);
    return text;
  }

 private:
  using Change = void (Mutator::*)(std::string&);

  // Not std::uniform_int_distribution: its numbers differ from library to library.
  std::size_t below(std::size_t limit) { return static_cast<std::size_t>(random_() % limit); }
  std::size_t place(const std::string& text) { return below(text.size() + 1); }

  void set_byte(std::string& text) {
    if (!text.empty()) text[below(text.size())] = static_cast<char>(below(256));
  }
  void flip_bit(std::string& text) {
    if (text.empty()) return;
    char& byte = text[below(text.size())];
    byte = static_cast<char>(static_cast<unsigned char>(byte) ^ (1U << below(8)));
  }
  void insert_piece(std::string& text) { text.insert(place(text), kPieces[below(kPieces.size())]); }
  void erase_some(std::string& text) { text.erase(place(text), 1 + below(8)); }
  void repeat_some(std::string& text) {
    const std::string piece = text.substr(place(text), 1 + below(32));
    text.insert(place(text), piece);
  }
  void cut(std::string& text) { text.resize(place(text)); }
  void join(std::string& text) {
    const std::string& other = corpus_[below(corpus_.size())];
    text.insert(place(text), other.substr(place(other), 1 + below(256)));
  }

  static constexpr std::array<Change, 7> kChanges{&Mutator::set_byte,   &Mutator::flip_bit, &Mutator::insert_piece,
                                                  &Mutator::erase_some, &Mutator::cut,      &Mutator::repeat_some,
                                                  &Mutator::join};
  const std::vector<std::string>& corpus_;
  std::mt19937_64 random_{20180131};
};

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::vector<std::string> read_corpus(const char* folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> corpus;
  corpus.reserve(paths.size());
  for (const auto& path : paths) corpus.push_back(read_file(path));
  return corpus;
}

void run(const std::string& text) {
  // A copy of exactly this size, so that AddressSanitizer sees a read past its end.
  const std::vector<std::uint8_t> bytes(text.begin(), text.end());
  LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
}

int replay(const char* folder) {
  const std::vector<std::string> corpus = read_corpus(folder);
  if (corpus.empty()) {
    std::cerr << folder << ": no corpus files\n";
    return 1;
  }
  run("");
  for (const std::string& text : corpus) run(text);
  Mutator mutator(corpus);
  for (std::size_t i = 0; i < kCopies; ++i) run(mutator.next());
  std::cout << corpus.size() << " files, " << kCopies << " changed copies\n";
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: " << argv[0] << " CORPUS_FOLDER\n";
    return 2;
  }
  try {
    return replay(argv[1]);
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
