#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# A test that no build compiles is no test: each test and fuzz file must be in the build's list of compilations.
#
#   scripts/check-tests-built.sh [BUILD_DIR]     a configured build with tests (build/release)
set -euo pipefail
cd "$(dirname "$0")/.."
commands=${1:-build/release}/compile_commands.json

forgotten() {
  local file
  for file in "$@"; do
    grep -qF "/$file\"" "$commands" || echo "$file is not built"
  done
}

mapfile -t tests < <(find tests \( -name '*_test.cc' -o -name '*_fuzz.cc' \) | sort)
wrong=$(forgotten "${tests[@]}")
if [[ -n $wrong ]]; then
  echo "$wrong"
  exit 1
fi
echo "tests: all ${#tests[@]} test files are built"
