#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Compiles each header of the libraries alone: a header must include what it uses.
#
#   scripts/check-headers.sh [BUILD_DIR]     a configured build, which holds the generated headers (build/release)
set -euo pipefail
cd "$(dirname "$0")/.."
build=${1:-build/release}

compile_alone() {  # HEADER BUILD_DIR
  echo "#include \"$1\"" |
    g++ -std=c++17 -fsyntax-only -Wall -Wextra -Wpedantic -Werror -I. "-I$2/generated" -x c++ - ||
    { echo "$1 does not compile alone"; exit 1; }
}
export -f compile_alone

mapfile -t headers < <(find common indexer query -name '*.h' | sort)
printf '%s\n' "${headers[@]}" | xargs -P "$(nproc)" -I HEADER bash -c 'compile_alone HEADER "$0"' "$build"
echo "headers: ${#headers[@]} compile alone"
