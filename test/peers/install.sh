#!/usr/bin/env bash
# Installs the Debian packages the live peers need, only those that are missing, only as root on Debian.
# Never fails: what is still missing afterwards is skipped by its tests with the reason, or fails them under
# QSIG_PEERS=required. No package starts a daemon: a policy-rc.d of our own says no while we run.
set -uo pipefail

packages=(gcc libc6-dev libpri-dev libpri1.4 libusrsctp-dev tshark openssl erlang-base erlang-asn1 chromium
  kamailio kamailio-presence-modules kamailio-extra-modules kamailio-xml-modules kamailio-sqlite-modules sqlite3
  baresip-core sip-tester)
policy=/usr/sbin/policy-rc.d
mark='# qsig-gateway test/peers/install.sh: removed when the installation ends'

say() { echo "peers: $*" >&2; }
installed() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }
apt() { DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300 "$@" 1>&2; }
has_candidate() { apt-cache policy "$1" 2>/dev/null | grep -q '^  Candidate: [^(]'; }

if ! [ -f /etc/debian_version ] || ! command -v dpkg-query >/dev/null; then
  say "not a Debian system; tests use the peers that are there"
  exit 0
fi
missing=()
for package in "${packages[@]}"; do installed "$package" || missing+=("$package"); done
[ ${#missing[@]} -eq 0 ] && exit 0
if [ "$(id -u)" -ne 0 ]; then
  say "not root; tests use the peers that are there (missing: ${missing[*]})"
  exit 0
fi

# A policy that is there is the machine's own and stays; one with our mark is left from a run that was killed.
remove_policy() { if grep -qsF "$mark" "$policy"; then rm -f "$policy"; fi; }
trap remove_policy EXIT
trap 'exit 130' INT TERM HUP
if ! [ -e "$policy" ]; then
  printf '#!/bin/sh\n%s\nexit 101\n' "$mark" >"$policy"
  chmod 755 "$policy"
fi

say "installing ${missing[*]}"
for package in "${missing[@]}"; do
  if ! has_candidate "$package"; then apt update; break; fi
done
install() { apt install --no-install-recommends "${missing[@]}"; }
install || { apt update && install; } || say "apt-get could not install all of: ${missing[*]}"
