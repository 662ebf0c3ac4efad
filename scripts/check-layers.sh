#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Who may include whom. Each part of the project is a list of rooms from the ground up: a file includes headers of its
# own room and of rooms below it, and no two units include each other, directly or through others. Libraries: each is
# included only where its types are meant to stay. And databases are opened in one place only.
set -euo pipefail
cd "$(dirname "$0")/.."

# The rooms of each part, from the ground up. common lies below both programs, which do not know each other.
common_rooms=(common/base common/text common/index common/store/damage common/store)
indexer_rooms=(indexer/streams.h indexer/memory_budget.h indexer/memory_budget.cc indexer/input/notices
  indexer/input/text indexer/input/files indexer/input/containers indexer/input/charset indexer/input/json indexer/input/tables
  indexer/input/html indexer/input/xml indexer/input/article indexer/input/pages indexer/input/office
  indexer/input/formats indexer/input
  indexer/ledger indexer/write/glass indexer/write indexer/maintain indexer/add indexer/command
  indexer/main.cc)
query_rooms=(query/request query/output query/language query/sequence query/expand query/plan query/suggest query/show query/search
  query/front
  query/main.cc)

# The header, and the only files that may include it.
libraries=(
  '<xapian        ^(common/(index|store)|indexer/(ledger|write|maintain)|query/(plan|search))/'
  '<unicode/      ^common/text/|^indexer/input/charset'
  '<boost/        ^common/base/cli|^query/front/serve/(server|connection)\.'
  '[<"]simdjson   ^indexer/input/(charset|json|article)/'
  '<libxml/       ^indexer/input/html/'
  '<readline/     ^query/front/prompt/terminal_lines\.cc:'
  '<zstd          ^(common/index|indexer/input/containers)/'
  '<archive       ^indexer/input/containers/archive_reader\.cc:'
  '<zlib          ^indexer/(input/containers/gzip_decoder|write/glass/deflater)\.cc:'
  '<bzlib         ^indexer/input/containers/bzip2_decoder\.cc:'
  '<lzma          ^indexer/input/containers/(xz_decoder|seven_zip_header)\.cc:'
)

# The one unit that may let Xapian open or write a database by its path, because it first checks the files there.
opening_unit='^common/store/open_index\.'

includes_below() {  # FILE:LINE:#include … of every source below the folders
  grep -rnE '^[[:space:]]*#[[:space:]]*include' --include='*.cc' --include='*.h' "$@" || true
}

includes_of_units() {  # FILE HEADER of every quoted include in the three parts
  includes_below common indexer query | sed -nE 's|^([^:]*):[0-9]+:[^"]*"([^"]*)".*|\1 \2|p'
}

check_rooms() {
  includes_of_units | awk -v "common=${common_rooms[*]}" -v "indexer=${indexer_rooms[*]}" -v "query=${query_rooms[*]}" '
    BEGIN {
      floors = split(common, below, " ")
      for (i = 1; i <= floors; ++i) floor[below[i]] = i
      for (i = split(indexer, rooms, " "); i > 0; --i) floor[rooms[i]] = floors + i
      for (i = split(query, rooms, " "); i > 0; --i) floor[rooms[i]] = floors + i
    }
    function room_of(path) {
      while (path != "" && !(path in floor)) if (!sub(/\/[^\/]*$/, "", path)) path = ""
      return path
    }
    function part_of(path) { sub(/\/.*/, "", path); return path }
    {
      from = room_of($1); to = room_of($2)
      if (from == "" || to == "") print $1 ": " $2 "   <- is in no room"
      else if (part_of(from) != part_of(to) && part_of(to) != "common") print $1 ": " $2 "   <- another program"
      else if (floor[from] < floor[to]) print $1 ": " $2 "   <- " from " may not include " to
    }' | grep -v 'common/base/version.h   <-' || true
}

check_circles() {  # a unit is a header with its source; tsort names the units of each circle
  local circles
  circles=$(includes_of_units | sed -E 's/\.(cc|h)( |$)/\2/g' | awk '$1 != $2' | tsort 2>&1 >/dev/null) || true
  [[ -z $circles ]] || sed 's|^tsort: ||; s|$|   <- a circle of includes|' <<<"$circles"
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

check_opening() {  # scripts/check-hardening.sh checks the same in the built objects
  local made='\bXapian::(Writable)?Database(\(| +[a-z_]+[({])|<Xapian::(Writable)?Database>\('
  local placeholder_or_function='Xapian::(Writable)?Database(\(\)| [a-z_]+\((const )?(std::string|std::vector|IndexPlace))'
  grep -rnE "$made|\bXapian::Database::check|\bXapian::(Compactor|Remote|Chert|Auto)\b" --include='*.cc' --include='*.h' \
    common indexer query | grep -vE "$opening_unit|$placeholder_or_function|:[[:space:]]*//" |
    sed 's|$|   <- databases are opened by common/store/open_index.h alone|' || true
}

wrong=$(check_rooms; check_circles; check_libraries; check_paths; check_opening)
if [[ -n $wrong ]]; then
  echo "$wrong"
  exit 1
fi
echo "layers: every include goes downwards, no units include each other in a circle, and databases are opened in one place"
