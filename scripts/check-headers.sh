#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Checks that each header of the libraries includes what it uses. Where a source begins with the header of its name, the
# build has compiled it so; each other header is compiled alone here.
#
#   scripts/check-headers.sh [BUILD_DIR]     a release build, which has no precompiled headers (build/release)
set -euo pipefail
cd "$(dirname "$0")/.."
build=${1:-build/release}

begins_its_source() {  # HEADER
  local source=${1%.h}.cc
  [[ -f $source && $(grep -m 1 '^#include' "$source") == "#include \"$1\"" ]]
}

compile_alone() {  # HEADER BUILD_DIR
  echo "#include \"$1\"" |
    g++ -std=c++17 -fsyntax-only -Wall -Wextra -Wpedantic -Werror -I. "-I$2/generated" -x c++ - ||
    { echo "$1 does not compile alone"; exit 1; }
}
export -f compile_alone

mapfile -t headers < <(find common indexer query -name '*.h' | sort)
alone=()
for header in "${headers[@]}"; do
  begins_its_source "$header" || alone+=("$header")
done
printf '%s\n' "${alone[@]}" | xargs -P "$(nproc)" -I HEADER bash -c 'compile_alone HEADER "$0"' "$build"
echo "headers: $((${#headers[@]} - ${#alone[@]})) begin their sources, ${#alone[@]} compile alone"
