#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Checks that every test file and fuzz target is in the build's list of compilations, that every fuzz target has first
# inputs (its corpus) which are replayed as a test, that every corpus has its target, and that the tests and targets which
# headers and pages name are there.
#
#   scripts/check-tests-built.sh [BUILD_DIR]     a configured build with tests (build/release)
set -euo pipefail
cd "$(dirname "$0")/.."
commands=${1:-build/release}/compile_commands.json
replays=${1:-build/release}/tests/CTestTestfile.cmake

forgotten() {
  local file
  for file in "$@"; do
    grep -qF "/$file\"" "$commands" || echo "$file is not built"
  done
}

without_corpus() {
  local name folder
  for name in "$@"; do
    folder=tests/fuzz/corpus/$name
    [[ -d $folder && -n $(find "$folder" -type f) ]] || echo "tests/fuzz/${name}_fuzz.cc: no first inputs in $folder"
    grep -qF "fuzz/corpus/$name\"" "$replays" || echo "tests/fuzz/${name}_fuzz.cc is not replayed as the test fuzz.$name"
  done
  for folder in tests/fuzz/corpus/*; do
    [[ -f tests/fuzz/$(basename "$folder")_fuzz.cc ]] || echo "$folder is the corpus of no target"
  done
}

named_but_missing() {
  local name
  grep -rohE '\b[a-z_]+_(test|fuzz)\b' --include='*.h' --include='*.md' common indexer query docs ./*.md | sort -u |
    while read -r name; do
      [[ -n $(find tests -name "$name.cc") ]] || echo "$name is named in a header or a page, and is not there"
    done
}

mapfile -t tests < <(find tests \( -name '*_test.cc' -o -name '*_fuzz.cc' \) | sort)
mapfile -t targets < <(find tests/fuzz -name '*_fuzz.cc' -printf '%f\n' | sed 's/_fuzz[.]cc$//' | sort)
wrong=$(forgotten "${tests[@]}"; without_corpus "${targets[@]}"; named_but_missing)
if [[ -n $wrong ]]; then
  echo "$wrong"
  exit 1
fi
echo "tests: all ${#tests[@]} test files are built, and all ${#targets[@]} fuzz targets replayed"
