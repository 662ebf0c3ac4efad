#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Checks what the Debian package is made of without making it: that its control files can be read and agree with the
# sources, and debian/tests/units with the programs of a release build. These run in a copy of this machine's files that
# is thrown away, so the machine is not changed. Runs as root, or with sudo.
#
#   scripts/check-deb.sh build/release
set -euo pipefail
cd "$(dirname "$0")/.."

fail() {
  echo "check-deb.sh: $1" >&2
  exit 1
}

check_changelog() {
  local said version
  said=$(dpkg-parsechangelog --all 2>&1 >/dev/null)
  [[ -z $said ]] || fail "debian/changelog: $said"
  version=$(sed -nE 's/^project\(timbao VERSION ([0-9.]+).*/\1/p' CMakeLists.txt)
  [[ $(dpkg-parsechangelog -S Version) == "$version" ]] ||
    fail "debian/changelog has another version than CMakeLists.txt ($version)"
}

each_name() { tr ',' '\n' | sed -E 's/\(.*//; s/[[:space:]]//g'; }  # of packages in a list of control files

needed_to_build() {  # prints the packages in debian/control, but those of debhelper
  perl -MDpkg::Control::Info -e 'print Dpkg::Control::Info->new("debian/control")->get_source()->{"Build-Depends"}' |
    each_name | grep -vE '^(debhelper-compat|dh-sequence-.*|)$' | sort
}

needed_to_test() {  # prints the packages of the test `programs` in debian/tests/control, but its own and those of the build
  perl -MDpkg::Control::Tests -e 'my $tests = Dpkg::Control::Tests->new(); $tests->load("debian/tests/control");
      print map { $_->{Depends} } grep { $_->{Tests} eq "programs" } $tests->get()' |
    each_name | grep -v '^@' | sort
}

installed_to_test() { scripts/install-deps.sh list programs | grep -vxFf <(scripts/install-deps.sh list build) | sort; }

check_control() {
  local other
  other=$(diff <(needed_to_build) <(scripts/install-deps.sh list build | grep -vxF g++ | sort)) ||
    fail "Build-Depends in debian/control is not what scripts/install-deps.sh build installs:
$other"
  other=$(diff <(needed_to_test) <(installed_to_test)) ||
    fail "the test 'programs' in debian/tests/control depends on other packages than scripts/install-deps.sh programs installs:
$other"
}

install_into() {  # ROOT BUILD: as the package does it
  local root=$1 file folder kind units=$1/lib/systemd/system
  DESTDIR=$root cmake --install "$2" --prefix /usr >/dev/null
  while read -r file folder; do
    mkdir -p "$root/$folder"
    cp "$file" "$root/$folder"
  done <debian/timbao.install
  cp debian/timbao.service "$units/timbao.service"
  for kind in service timer; do cp "debian/timbao.timbao-refresh.$kind" "$units/timbao-refresh.$kind"; done
}

check_units() {  # BUILD PLACE: in a mount namespace of its own, with an empty folder for the copy
  local place=$2
  mount -t tmpfs none "$place"
  mkdir "$place/upper" "$place/work" "$place/root"
  mount -t overlay overlay -o "lowerdir=/,upperdir=$place/upper,workdir=$place/work" "$place/root"
  rm -rf "$place/root"/{etc,var/lib}/timbao "$place/root"/etc/systemd/system/*.wants/timbao*  # where it is installed
  install_into "$place/root" "$1"
  cp debian/tests/units debian/timbao.sysusers "$place/root/tmp"
  scripts/run-in-root.sh "$place/root" sh -c 'systemd-sysusers /tmp/timbao.sysusers && /tmp/units'
}

main() {
  local place
  if [[ $1 == --inside ]]; then
    check_units "${@:2}"
  else
    check_changelog
    check_control
    scripts/as-root.sh true || fail "the units are tried as root"
    if ! scripts/as-root.sh unshare --mount -- mount -t tmpfs none /mnt 2>/dev/null; then
      echo "deb: control files agree with the sources; the units are not tried, since this machine allows no mounts"
      return
    fi
    place=$(mktemp -d)
    trap "rmdir '$place'" EXIT
    scripts/as-root.sh unshare --mount -- "$0" --inside "$1" "$place"
    echo "deb: control files and units agree with the sources"
  fi
}

main "${1:?which build directory}" "${@:2}"
