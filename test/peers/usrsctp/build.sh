#!/bin/sh
# Builds build/usrsctp-peer where a compiler and libusrsctp are there; says why not where they are not.
set -eu
cd "$(dirname "$0")/../../.."
program=build/usrsctp-peer
source=test/peers/usrsctp/peer.c
if ! command -v gcc >/dev/null || ! [ -f /usr/include/usrsctp.h ]; then
  echo "peers: no gcc or no usrsctp.h; build/usrsctp-peer is not built" >&2
  exit 0
fi
if [ -x "$program" ] && [ -z "$(find "$source" -newer "$program")" ]; then exit 0; fi
mkdir -p build
gcc -std=gnu11 -O2 -Wall -Wextra -o "$program" "$source" -lusrsctp -lpthread
