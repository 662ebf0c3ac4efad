// SPDX-License-Identifier: GPL-2.0-or-later
// Every format for programs, read by other programs: as many lines as there are answers, and in them what was put in.
#include "tests/cli/query_fixture.h"

namespace timbao::test {
namespace {

/// Each text is a further value of an article, and stands in its id where add keeps it.
const std::vector<std::string>& nasty_texts() {
  static const std::vector<std::string> kTexts{
      "\u2028",       "\u2029",       "\u0085",   "\n",     "\r",       "\r\n",   "\v\f",
      "\x1C\x1D\x1E", "\t",           "\x1B[31m", "\u009B", "\x7F",     "\u202E", "\\",
      "\\n",          "\\u2028",      "\"",       "'",      ",",        "\u00A0", "\U0001F600",
      "\u200E",       "\u2066\u2069", "\x01",     "\uFEFF", "$(x) `y`", "%s",     "\u061C"};
  return kTexts;
}

class LineReaders : public QueryTest {
 protected:
  void SetUp() override {
    std::string lines;
    for (std::size_t i = 0; i < nasty_texts().size(); ++i)
      lines += Json{{"id", id_of(i)}, {"title", "Tin chung"}, {"n", nasty_texts()[i]}}.dump() + "\n";
    add(lines);
    write("wanted.json", Json(nasty_texts()).dump());
    Json ids = Json::array();
    for (const Json& article : objects(run({TIMBAO_INDEX_BIN, "--index", index(), "dump"}).out))
      ids.push_back(article["id"]);
    ASSERT_EQ(ids.size(), nasty_texts().size());
    write("ids.json", ids.dump());
  }

  void write(const std::string& name, const std::string& content) const {
    static_cast<void>(directory_.write(name, content));
  }

  static std::string id_of(std::size_t i) { return std::to_string(i) + nasty_texts()[i] + "x"; }

  /// Runs a shell command in which $Q is timbao-query and $I timbao-index, each with the index.
  [[nodiscard]] RunResult shell(const std::string& command) const {
    RunOptions options;
    options.environment = {{"Q", std::string(TIMBAO_QUERY_BIN) + " --index " + index()},
                           {"I", std::string(TIMBAO_INDEX_BIN) + " --index " + index()},
                           {"WANTED", directory_ / "wanted.json"},
                           {"IDS", directory_ / "ids.json"},
                           {"LC_ALL", "C.UTF-8"}};
    return run({"bash", "-c", "set -o pipefail\n" + command}, options);
  }

  [[nodiscard]] std::string count() const { return std::to_string(nasty_texts().size()) + "\n"; }
};

/// Python ends lines at more characters than others do: str.splitlines().
constexpr const char* kPythonReadsJson = R"PY(
import json, os, sys
wanted = json.load(open(os.environ["WANTED"], encoding="utf-8"))
ids = json.load(open(os.environ["IDS"], encoding="utf-8"))
records = [json.loads(line) for line in sys.stdin.buffer.read().decode("utf-8").splitlines()]
assert sorted(record["id"] for record in records) == sorted(ids), records
if "extra" in records[0]:
    assert sorted(record["extra"]["n"] for record in records) == sorted(wanted), records
print(len(records))
)PY";

constexpr const char* kPythonReadsTsv = R"PY(
import csv, json, os, re, sys
ids = json.load(open(os.environ["IDS"], encoding="utf-8"))
short = {"t": "\t", "n": "\n", "r": "\r", "\\": "\\"}
def plain(text):
    return re.sub(r"\\(?:u([0-9a-f]{4})|([tnr\\]))", lambda m: chr(int(m[1], 16)) if m[1] else short[m[2]], text)
lines = sys.stdin.buffer.read().decode("utf-8").splitlines()
rows = list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
assert len(rows) == len(lines) and all(len(row) == 6 for row in rows), rows
assert sorted(plain(row[2]) for row in rows) == sorted(ids), rows
print(len(rows))
)PY";

TEST_F(LineReaders, PythonReadsJsonLinesAndDumps) {
  write("read.py", kPythonReadsJson);
  const std::string read = "python3 " + (directory_ / "read.py");
  for (const std::string& command : {"$Q --format jsonl -n all chung | " + read, "$I dump | " + read,
                                     "$Q --format ids -n all chung | $Q --show --format json - | " + read}) {
    const RunResult result = shell(command);
    EXPECT_EQ(result.out, count()) << command << "\n" << result.err;
  }
}

TEST_F(LineReaders, PythonReadsColumns) {
  write("read.py", kPythonReadsTsv);
  const RunResult result = shell("$Q --format tsv -n all chung | python3 " + (directory_ / "read.py"));
  EXPECT_EQ(result.out, count()) << result.err;
}

TEST_F(LineReaders, JqReadsEveryKindOfJson) {
  EXPECT_EQ(shell("$Q --format jsonl -n all chung | jq -r .rank | wc -l").out, count());
  EXPECT_EQ(shell("$Q --format json -n 100 chung | jq '.hits | length'").out, count());
  EXPECT_EQ(shell("$I dump | jq -s length").out, count());
  EXPECT_EQ(shell("$I dump | jq -sc 'map(.extra.n) | sort' | sha256sum").out,
            shell("jq -c sort $WANTED | sha256sum").out);
  EXPECT_EQ(shell("$I dump | jq -c .id | $I tokens | jq -es 'length > 50'").out, "true\n");
  EXPECT_EQ(shell("$I stats --json | jq .articles").out, count());
}

TEST_F(LineReaders, ABatchAnswersEachLineWithOne) {
  const std::string ask = "jq -c 'to_entries[] | {id: .key, query: .value}' $WANTED | $Q --batch -n 1 | ";
  EXPECT_EQ(shell(ask + "jq -c .id | wc -l").out, count());
  write("read.py", R"PY(
import json, os, sys
wanted = json.load(open(os.environ["WANTED"], encoding="utf-8"))
answers = [json.loads(line) for line in sys.stdin.buffer.read().decode("utf-8").splitlines()]
assert [a["id"] for a in answers] == list(range(len(wanted))), answers
assert [a["query"] for a in answers] == wanted, answers
print(len(answers))
)PY");
  const RunResult result = shell(ask + "python3 " + (directory_ / "read.py"));
  EXPECT_EQ(result.out, count()) << result.err;
}

TEST_F(LineReaders, AShellReadsIdsAndGivesThemBack) {
  EXPECT_EQ(shell("n=0; while IFS= read -r id; do printf '%s\\n' \"$id\" | $Q --show --format json - >>$WANTED.out && "
                  "n=$((n+1)); done < <($Q --format ids -n all chung); echo $n")
                .out,
            count());
  EXPECT_EQ(shell("sort $WANTED.out | sha256sum").out, shell("$I dump | sort | sha256sum").out);
  EXPECT_EQ(shell("$Q --format jsonl -n all chung | while IFS= read -r line; do echo x; done | wc -l").out, count());
  EXPECT_EQ(shell("$Q --format tsv -n all chung | while IFS=$'\\t' read -r rank score id rest; do echo \"$id\"; done | "
                  "$I remove -; $Q -n 0 --format ids chung; $I stats --json | jq .articles")
                .out,
            "0\n");
}

TEST_F(LineReaders, TheListOfErrorsIsOneLineARecord) {
  const std::string errors = directory_ / "errors.jsonl";
  const RunResult added = shell(
      "for t in $'\\u2028' $'\\u0085' $'\\u202e'; do printf '{\"id\":\"a%sb\"}\\n' \"$t\"; done | "
      "$I --quiet add --errors " +
      errors + " -");
  EXPECT_EQ(added.status, 1);
  EXPECT_EQ(shell("jq -c .id " + errors).out, "\"a\u2028b\"\n\"a\u0085b\"\n\"a\u202Eb\"\n") << "jq prints them raw";
  EXPECT_EQ(
      shell("python3 -c 'import sys; print(len(open(sys.argv[1], encoding=\"utf-8\").read().splitlines()))' " + errors)
          .out,
      "3\n");
}

}  // namespace
}  // namespace timbao::test
