#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Runs clang-tidy, with the checks of .clang-tidy, over the sources of the programs; every finding is an error.
#
#   scripts/check-tidy.sh [BUILD_DIR [FILE...]]     a build made with clang (build/asan); all sources, or these
set -euo pipefail
cd "$(dirname "$0")/.."
build=${1:-build/asan}

sources() {
  if (($# > 0)); then
    printf '%s\n' "$@"
  else
    find common indexer query -name '*.cc' | sort | while IFS= read -r file; do
      if grep -qF "/$file\"" "$build/compile_commands.json"; then echo "$file"; fi  # a build may leave some out
    done
  fi
}

tidy_one() {  # FILE BUILD_DIR; its standard error has nothing but counts of suppressed warnings
  clang-tidy --quiet -p "$2" "$1" 2>/dev/null || { echo "$1: clang-tidy failed"; exit 1; }
}
export -f tidy_one

mapfile -t files < <(sources "${@:2}")
printf '%s\n' "${files[@]}" | xargs -P "$(nproc)" -I FILE bash -c 'tidy_one FILE "$0"' "$build"
echo "clang-tidy: ${#files[@]} sources"
