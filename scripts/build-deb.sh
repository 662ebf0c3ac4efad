#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Makes the Debian package of this clone in build/deb, on Debian 12. Installs what is missing for that.
#
#   scripts/build-deb.sh            makes it
#   scripts/build-deb.sh --check    also checks it: lintian; that a second build elsewhere makes equal files; and in a fresh
#                                   Debian, made by debootstrap and booted by systemd-nspawn, that it installs, that its
#                                   units work (debian/tests/units), and that the index stays when it is removed. As root.
set -euo pipefail
cd "$(dirname "$0")/.."
out=$PWD/build/deb
again=$PWD/build/deb-again/another/folder

fail() {
  echo "build-deb.sh: $1" >&2
  exit 1
}

title() { printf '\n== %s\n' "$*"; }

make_package() {  # FOLDER: of a copy of the sources there, so that debhelper changes nothing here
  local sources
  sources=$1/timbao-$(dpkg-parsechangelog -S Version)
  rm -rf "$1"
  mkdir -p "$sources"
  git ls-files -z | xargs -0 cp --parents --preserve=mode --target-directory="$sources"
  (cd "$sources" && dpkg-buildpackage --no-sign --jobs="${TIMBAO_JOBS:-auto}") >"$1/build.log" 2>&1 ||
    fail "the build failed; see $1/build.log"
}

check_lintian() {
  lintian --fail-on error,warning --tag-display-limit 0 "$out"/*.changes
}

check_second_build() {
  local file
  TZ=Asia/Ho_Chi_Minh LC_ALL=C.UTF-8 make_package "$again"
  for file in "$out"/*.{deb,tar.xz}; do
    cmp "$file" "$again/$(basename "$file")" || fail "two builds make different files"
    echo "equal in both builds: $(basename "$file")"
  done
}

make_fresh_debian() {  # ROOT
  local needed
  needed=$(dpkg-deb --field "$package" Depends | tr ',' '\n' | sed -E 's/^ +//; s/[ (|].*//' | paste -sd ,)
  rm -rf "$1"
  debootstrap --variant=minbase --include="$needed,less,systemd-sysv" bookworm "$1" >"$out/debootstrap.log" 2>&1 ||
    fail "no fresh Debian; see $out/debootstrap.log"
  cp "$package" "$1/root/timbao.deb"
  cp debian/tests/units "$1/root/units"
}

# Boots it as a container that reaches no network. Its one task is to run debian/tests/units, under systemd.
check_booted() {  # ROOT
  local tried=$1/root/units.log
  cat >"$1/etc/systemd/system/try-units.service" <<END
[Unit]
After=multi-user.target
[Service]
Type=oneshot
StandardOutput=file:/root/units.log
StandardError=inherit
ExecStart=/root/units
ExecStopPost=systemctl --no-block poweroff
[Install]
WantedBy=multi-user.target
END
  systemctl --root="$1" --quiet enable try-units.service
  timeout 300 systemd-nspawn --quiet --directory="$1" --boot --register=no --keep-unit --private-network \
    </dev/null >"$out/boot.log" 2>&1 || fail "the fresh Debian does not boot; see $out/boot.log"
  cat "$tried"
  tail -n 1 "$tried" | grep -q '^units: sound' || fail "the units do not work under systemd"
}

check_removal() {  # ROOT
  scripts/run-in-root.sh "$1" bash -euc '
    printf "Cầu Lộc Hạ thông xe\n\nXã Lộc Hạ làm xong cây cầu.\n" >/srv/bai.txt
    timbao-index --quiet --index /var/lib/timbao/index add /srv/bai.txt
    dpkg --remove timbao
    dpkg --purge timbao
    if [[ -e /etc/timbao ]]; then echo "purging leaves /etc/timbao"; exit 1; fi
    dpkg --install /root/timbao.deb
    timbao-query --index /var/lib/timbao/index -n 1 cau'
}

check_installed() {
  local root=$out/root
  make_fresh_debian "$root"
  scripts/run-in-root.sh "$root" dpkg --install /root/timbao.deb
  check_booted "$root"
  check_removal "$root"
  rm -rf "$root"
}

main() {
  scripts/install-deps.sh deb
  title "Package"
  make_package "$out"
  package=$(echo "$out"/timbao_*.deb)
  echo "$package"
  [[ ${1:-} == --check ]] || return 0
  [[ $(id -u) == 0 ]] || fail "--check makes a fresh Debian; run it as root"
  title "Lintian"
  check_lintian
  title "Second build"
  check_second_build
  title "In a fresh Debian"
  check_installed
}

main "$@"
