#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Who may include whom. Inside the project: common knows neither program, the programs not each other, and in common
# base <- text <- index. Other people's libraries: each only where its types are meant to stay. And where databases may
# be opened.
set -euo pipefail
cd "$(dirname "$0")/.."

# The folder, and what no file below it may include.
rooms=(
  'common/base  "(common/(text|index)|indexer|query)/'
  'common/text  "(common/index|indexer|query)/'
  'common/index "(indexer|query)/'
  'indexer      "query/'
  'query        "indexer/'
)

# The header, and the only files that may include it.
libraries=(
  '<xapian        ^(common/index|indexer/(build|maintain)|query/search)/|^query/language/build'
  '<unicode/      ^common/text/|^indexer/input/charset'
  '<boost/        ^common/base/cli'
  '[<"]simdjson   ^indexer/input/'
  '<zstd          ^common/index/'
)

includes_below() {  # FILE:LINE:#include … of every source below the folders
  grep -rnE '^[[:space:]]*#[[:space:]]*include' --include='*.cc' --include='*.h' "$@" || true
}

check_rooms() {
  local rule folder pattern
  for rule in "${rooms[@]}"; do
    read -r folder pattern <<<"$rule"
    includes_below "$folder" | grep -E "include[[:space:]]*$pattern" | sed "s|\$|   <- $folder may not include this|" || true
  done
}

check_libraries() {
  local rule header places
  for rule in "${libraries[@]}"; do
    read -r header places <<<"$rule"
    includes_below common indexer query | grep -E "include[[:space:]]*$header" | grep -vE "$places" |
      sed 's|$|   <- this library has no place in this room|' || true
  done
}

check_paths() {  # every quoted include is a path from the root of the project
  local line path
  includes_below common indexer query tests | grep '"' | while IFS= read -r line; do
    path=$(sed -E 's/.*"([^"]*)".*/\1/' <<<"$line")
    [[ -e $path || -e $path.in ]] || echo "$line   <- no such path from the project's root"
  done
}

# Where Xapian may open or write a database by a path: the one unit that looks what stands there before.
opening_unit='^common/index/open_index\.'

check_opening() {  # scripts/check-hardening.sh asks the built objects for the same
  local made='\bXapian::(Writable)?Database(\(| +[a-z_]+[({])|<Xapian::(Writable)?Database>\('
  local placeholder_or_function='Xapian::(Writable)?Database(\(\)| [a-z_]+\((const )?std::string)'
  grep -rnE "$made|\bXapian::Database::check|\bXapian::(Compactor|Remote|Chert|Auto)\b" --include='*.cc' --include='*.h' \
    common indexer query | grep -vE "$opening_unit|$placeholder_or_function|:[[:space:]]*//" |
    sed 's|$|   <- databases are opened by common/index/open_index.h alone|' || true
}

wrong=$(check_rooms; check_libraries; check_paths; check_opening)
if [[ -n $wrong ]]; then
  echo "$wrong"
  exit 1
fi
echo "layers: every include is in its place, and databases are opened in one"
