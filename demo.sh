#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# From a fresh clone to the first hits: installs missing packages, builds the two programs, indexes samples/, searches.
set -euo pipefail
cd "$(dirname "$0")"
bin=build/release/bin
index=build/demo-index

title() { printf '\n== %s\n' "$*"; }
run() {
  printf '\n$ %s\n' "$*"
  "$@"
}

build_programs() {
  cmake --preset release -DTIMBAO_TESTS=OFF >/dev/null
  cmake --build --preset release --target timbao-index timbao-query
}

index_samples() {
  rm -rf "$index"
  run "$bin/timbao-index" --index "$index" add samples
}

# The query has no marks; the articles say "xây dựng Đảng".
search() { run "$bin/timbao-query" --index "$index" -n 3 xay dung dang; }

say_how_to_go_on() {
  cat <<END

The articles say "xây dựng Đảng"; "xay dung dang" found them. Go on with:

  # the reading that was typed ranks first
  $bin/timbao-query --index $index 'Xây dựng Đảng'
  # a phrase; and an answer for programs
  $bin/timbao-query --index $index '"tự chuyển hóa"'
  $bin/timbao-query --index $index --format json bau cu
  # the archive as a page in a browser, at http://127.0.0.1:8042/
  $bin/timbao-query --index $index --serve
  # your own articles: text files, JSON lines, whole folders
  $bin/timbao-index --index ~/my-index add FOLDER
  # everything else
  $bin/timbao-query --help

README.md explains more; ./test.sh runs the tests.
END
}

main() {
  title "Packages"
  scripts/install-deps.sh build
  title "Building the two programs"
  build_programs
  title "Indexing the samples"
  index_samples
  title "Searching without marks"
  search
  say_how_to_go_on
}

main "$@"
