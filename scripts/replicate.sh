#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Makes a folder a replica of an index, and brings it up to date when it is run again: timbao-replicate, where it is
# installed. docs/replicas.md describes it.
set -euo pipefail
export LC_ALL=C.UTF-8

usage() {
  cat <<'END'
usage: timbao-replicate [OPTIONS] ORIGINAL REPLICA

Makes the folder REPLICA a replica of the index ORIGINAL, or brings it up to date. Readers of REPLICA see its old state
until the new one is complete. Where nothing has changed, it does nothing.

  ORIGINAL     the folder of an index; ssh:HOST:DIR: one that is reached by ssh
  REPLICA      a folder of this machine; it is made where it does not exist

  --check      looks through the whole copy (timbao-index check) before readers get it
  --force      copies also where nothing has changed
  --rsync      sends only what differs from the replica, by rsync, which both machines must have
  --help       prints this
END
}

ssh_options=(-o BatchMode=yes -o ConnectTimeout=10 -o ServerAliveInterval=15)
pauses=(0.1 0.3 1 3 10 30)  # seconds, after copies of an index that was written meanwhile
state_line='g[0-9]{1,15} [0-9]+ [0-9a-f]{64} [0-9]+'
transport=tar
check=
force=
building=
names=()

# Both scripts run where the original is, by sh, with its folder as $1. This one prints a line for each generation that
# the stub names: its name, the time and the checksum of its version file (iamglass), and the bytes of its files.
# Status 3: no index. 4: a writer has published meanwhile. 5: a permission is missing.
describe=$(cat <<'END'
fail() { echo "$2"; exit "$1"; }
lost() { [ "$(cat XAPIANDB)" = "$stub" ] && fail 3 "$1: $2 cannot be read"; exit 4; }
[ -d "$1" ] || fail 3 "no index at $1"
cd -- "$1" 2>/dev/null || fail 5 "$1: Permission denied"
[ -f XAPIANDB ] && [ ! -L XAPIANDB ] || fail 3 "$1: not an index: it has no file XAPIANDB"
stub=$(head -c 4096 XAPIANDB 2>/dev/null) || fail 5 "$1/XAPIANDB: Permission denied"
printf "%s\n" "$stub" | grep -qvE "^auto g[0-9]{1,15}$" && fail 3 "$1: not an index: its file XAPIANDB names no generation"
for name in ${stub#auto }; do
  [ "$name" != auto ] || continue
  version=$name/iamglass
  [ -x "$name" ] || [ ! -d "$name" ] || fail 5 "$1/$name: Permission denied"
  [ -r "$version" ] || [ ! -f "$version" ] || fail 5 "$1/$version: Permission denied"
  sum=$(sha256sum "$version" 2>/dev/null) && time=$(stat -c %Y "$version" 2>/dev/null) || lost "$1" "$name"
  sizes=$(stat -c %s "$version" "$name"/*.glass 2>/dev/null) || lost "$1" "$name"
  bytes=0
  for size in $sizes; do bytes=$((bytes + size)); done
  echo "$name $time ${sum%% *} $bytes"
done
END
)
# And this one sends the generation $2. A table that grows meanwhile is no failure.
send=$(cat <<'END'
cd -- "$1/$2" && tar -c -f - --warning=no-file-changed iamglass *.glass
status=$?
[ $status = 1 ] || exit $status
END
)

fail() {  # STATUS TEXT
  printf 'timbao-replicate: %s\n' "$2" >&2
  exit "$1"
}

quoted() {  # WORD...: as any shell reads them
  local word
  for word in "$@"; do printf " '%s'" "${word//\'/\'\\\'\'}"; done
}

at_original() {  # SCRIPT [ARGUMENT]
  if [[ -n $host ]]; then
    ssh "${ssh_options[@]}" -- "$host" "sh -s --$(quoted "$folder" "${@:2}")" <<<"$1"
  else
    sh -s -- "$folder" "${@:2}" <<<"$1"
  fi
}

# Runs a function so that it ends at its first failure; sets `status`, and `said` to what it printed.
attempt() {
  set +e
  said=$(
    set -e
    "$@" 2>&1
  )
  status=$?
  set -e
}

reason_in() {  # TEXT: what tells most of what programs said, without their advice
  { grep -m 1 -E 'No space left|Disk quota|File too large|Permission denied|Input/output error' <<<"$1" || tail -n 1 <<<"${1:-no reason is given}"; } |
    sed 's/; .*//'
}

# Sets `state` to what the original is now.
look_at_original() {
  local said status=0
  said=$(at_original "$describe" 2>&1) || status=$?
  state=$(grep -xE "$state_line" <<<"$said") || state=
  case $status in
    0) [[ -n $state ]] || fail 5 "$original: sh answers there, but not as it should: $(reason_in "$said")" ;;
    4) state= ;;
    3 | 5) fail "$status" "${host:+$host: }$(reason_in "$said")" ;;
    *) fail 5 "$original: $(reason_in "$said")" ;;
  esac
}

replica_state() { sh -s -- "$1" <<<"$describe" 2>/dev/null | grep -xE "$state_line"; }

# The state without the names of generations and their sizes: what a copy has in common with its original.
versions_in() { cut -d ' ' -f 2,3 <<<"$1"; }
names_in() { cut -d ' ' -f 1 <<<"$1"; }
bytes_in() { cut -d ' ' -f 4 <<<"$1"; }

# A folder that holds anything but a replica, or what is left of the first attempt to make one, is not touched.
check_replica() {
  local path name
  [[ ! -e $replica || -d $replica ]] || fail 2 "$replica: it is a file; give the folder of the replica"
  [[ ! -e $replica/replica ]] || return 0
  for path in "$replica"/*; do
    name=${path##*/}
    if [[ $name == XAPIANDB ]]; then fail 2 "$replica: it is an index of its own, no replica; give another folder"; fi
    [[ ! -e $path || $name == lock || $name =~ ^(g[0-9]+|building-.*|XAPIANDB\.new)$ ]] ||
      fail 2 "$replica: it holds $name, so it is no replica; give another folder"
  done
}

# Takes the lock that timbao-index takes: a write lock of the open file description, which this shell keeps until it ends.
take_lock() {
  local lock=$replica/lock holder='' status=0 file
  [[ ! -L $lock && (! -e $lock || -f $lock) ]] || fail 3 "$lock: the lock of an index is a regular file"
  { exec {file}<>"$lock"; } 2>/dev/null || fail 5 "$lock: Permission denied"
  perl -e 'use Fcntl qw(:DEFAULT :seek);
           my $whole = pack("s! s! x![q] q q i x![q]", F_WRLCK, SEEK_SET, 0, 0, 0);
           open(my $lock, "+<&=", $ARGV[0]) or exit 2;
           exit(fcntl($lock, 37, $whole) ? 0 : 1)  # F_OFD_SETLK' "$file" || status=$?
  if ((status == 1)); then
    read -r holder _ <"$lock" || true
    fail 4 "$replica: ${holder:+process }${holder:-another process} is writing this index; try again when it has ended"
  fi
  ((status == 0)) || fail 5 "$lock: cannot be locked"
  printf '%d %d\n' "$$" "$(date +%s)" >"$lock" || fail 5 "$lock: cannot be written; check the disk's space"
}

is_named() { grep -sqxF "auto $1" "$replica/XAPIANDB"; }  # GENERATION

# Removes what runs that died have left, and generations before the one that readers open now.
remove_old() {
  local path
  for path in "$replica"/*; do
    if [[ ${path##*/} =~ ^(g[0-9]+|building-.*|XAPIANDB\.new)$ ]] && ! is_named "${path##*/}"; then rm -rf -- "$path"; fi
  done
}

clean_up() {
  local name
  [[ -n $building ]] || return 0
  for name in "${names[@]}"; do is_named "$name" || rm -rf -- "${replica:?}/$name"; done
  rm -rf -- "$building"
}

# Gives a new file or folder the mode, group and owner of the one that it replaces; the first one follows the umask.
keep_access() {  # NEW OLD FIRST-MODE
  if [[ ! -e $2 ]]; then
    chmod "$3" -- "$1"
  elif chown --reference="$2" -- "$1" 2>/dev/null || chgrp --reference="$2" -- "$1" 2>/dev/null; then
    chmod --reference="$2" -- "$1"
  else
    chmod --reference="$2" -- "$1" && chmod g=o -- "$1"
  fi
}

send_by_tar() {  # GENERATION TARGET
  at_original "$send" "$1" |
    tar -x -f - -C "$2" --no-same-owner --no-same-permissions --wildcards --no-wildcards-match-slash iamglass '*.glass'
}

send_by_rsync() {  # GENERATION TARGET BASE
  local options=(--recursive --times --ignore-times --protect-args --include=/iamglass --include='/*.glass' --exclude='*')
  [[ -z $3 ]] || options+=(--copy-dest="$3")
  rsync "${options[@]}" --rsh="ssh ${ssh_options[*]}" -- "${host:+$host:}$folder/$1/" "$2/"
}

# Copies each generation of `state` into `building`, which becomes an index that names them by the names of the replica.
copy_generations() {
  local generations bases i target
  mapfile -t generations < <(names_in "$state")
  mapfile -t bases < <(names_in "$have")
  rm -rf -- "${building:?}"
  mkdir -m 700 -- "$building"
  for i in "${!generations[@]}"; do
    target=$building/${names[i]}
    mkdir -- "$target"
    "send_by_$transport" "${generations[i]}" "$target" "${bases[i]:+$replica/${bases[i]}}"
  done
  printf 'auto %s\n' "${names[@]}" >"$building/XAPIANDB"
}

# The copy is of one state if no writer has published meanwhile: what a revision consists of is not overwritten before the
# next one is published.
copy_whole_state() {
  local before said status pause
  for pause in '' "${pauses[@]}"; do
    [[ -z $pause ]] || { sleep "$pause"; look_at_original; }
    before=$state
    choose_names
    attempt copy_generations
    look_at_original
    if [[ -n $before && $(cut -d ' ' -f 1-3 <<<"$state") == "$(cut -d ' ' -f 1-3 <<<"$before")" ]]; then
      ((status == 0)) || fail 5 "$replica: not brought up to date: $(reason_in "$said")"
      state=$before
      return
    fi
  done
  fail 4 "$original: it is being written too fast to be copied; try again when the writer has ended"
}

# Sets `names` to those that the generations get here: numbers after all that the replica holds.
choose_names() {
  local path last=0 number
  for path in "$replica"/g*; do
    number=${path##*/g}
    if [[ $number =~ ^[0-9]{1,15}$ ]] && ((10#$number > last)); then last=$((10#$number)); fi
  done
  mapfile -t names < <(names_in "$state")
  for number in "${!names[@]}"; do names[number]=g$((last + 1 + number)); done
}

# Looks whether the copy is complete, and whether the programs of this machine can read it.
check_copy() {
  local copy said i had wanted status=0
  [[ -z $(find "$building" -mindepth 2 ! -type f) ]] || fail 3 "$original: it holds more than the files of an index"
  copy=$(replica_state "$building") || copy=
  [[ $(versions_in "$copy") == "$(versions_in "$state")" ]] || fail 5 "$replica: the copy is damaged; try again"
  mapfile -t had < <(bytes_in "$copy")
  mapfile -t wanted < <(bytes_in "$state")
  for i in "${!wanted[@]}"; do ((had[i] >= wanted[i])) || fail 5 "$replica: the copy is not whole; try again"; done
  said=$(timbao-query --index "$building" -n 0 --format ids x 2>&1) || status=$?
  ((status <= 1)) || fail "$status" "$original: its copy cannot be read here, and is not published: $(reason_in "$said")"
  [[ -n $check ]] || return 0
  said=$(timbao-index --index "$building" check 2>&1) ||
    fail 3 "$original: its copy is damaged, and is not published: $(reason_in "$said")"
}

# Moves the copy to where its stub says that it is, and then lets readers have it. Each step is on disk before the next.
publish() {
  local i file olds old
  mapfile -t olds < <(names_in "$have")
  for i in "${!names[@]}"; do
    old=$replica/${olds[i]:-${olds[0]:-none}}
    for file in "$building/${names[i]}"/*; do keep_access "$file" "$old/iamglass" =rw; done
    keep_access "$building/${names[i]}" "$old" =rwx
    sync -- "$building/${names[i]}"/* "$building/${names[i]}"
    mv -T -- "$building/${names[i]}" "$replica/${names[i]}"
  done
  keep_access "$building/XAPIANDB" "$replica/XAPIANDB" =rw
  printf "%s\n" "${host:+ssh:$host:}$folder" >"$replica/replica"
  sync -- "$building/XAPIANDB" "$replica/replica" "$replica"
  mv -T -- "$building/XAPIANDB" "$replica/XAPIANDB"
  sync -- "$replica"
}

bring_up_to_date() {
  local said status
  have=$(replica_state "$replica") || have=
  [[ -n $force || -z $state || $(versions_in "$state") != "$(versions_in "$have")" ]] || return 0
  building=$replica/building-$$
  copy_whole_state
  check_copy
  attempt publish
  ((status == 0)) || fail 5 "$replica: not brought up to date: $(reason_in "$said")"
  printf '%s: %s\n' "$replica" "${names[*]}"
}

read_arguments() {
  while [[ ${1:-} == -* ]]; do
    case $1 in
      --check | --force) printf -v "${1#--}" yes ;;
      --rsync) transport=rsync ;;
      --help) usage; exit ;;
      --) shift; break ;;
      *) fail 2 "unknown option '$1'; see timbao-replicate --help" ;;
    esac
    shift
  done
  [[ $# == 2 && -n $1 && -n $2 ]] || fail 2 "give the original and the folder of the replica; see timbao-replicate --help"
  original=$1 folder=$1 replica=$2 host=
  case $original in
    ssh:*)
      [[ $original =~ ^ssh:([A-Za-z0-9_][A-Za-z0-9_.@-]*):(.+)$ ]] || fail 2 "$original: an index by ssh is ssh:HOST:DIR"
      host=${BASH_REMATCH[1]} folder=${BASH_REMATCH[2]} ;;
    /*) ;;
    *) folder=$PWD/$folder ;;
  esac
  [[ $replica == /* ]] || replica=$PWD/$replica
}

main() {
  local program said
  read_arguments "$@"
  for program in timbao-query timbao-index "$transport"; do
    command -v "$program" >/dev/null || fail 5 "there is no program $program here"
  done
  look_at_original
  check_replica
  said=$(mkdir -p -- "$replica" 2>&1) || fail 5 "$replica: it cannot be made: ${said##*: }"
  take_lock
  trap clean_up EXIT
  trap 'exit 130' INT TERM
  check_replica
  remove_old
  bring_up_to_date
}

main "$@"
