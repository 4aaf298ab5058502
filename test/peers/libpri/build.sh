#!/bin/sh
# Builds build/libpri-peer where a compiler and libpri are there; says why not where they are not.
set -eu
cd "$(dirname "$0")/../../.."
program=build/libpri-peer
sources=test/peers/libpri
if ! command -v gcc >/dev/null || ! [ -f /usr/include/libpri.h ]; then
  echo "peers: no gcc or no libpri.h; build/libpri-peer is not built" >&2
  exit 0
fi
if [ -x "$program" ] && [ -z "$(find "$sources" -name '*.[ch]' -newer "$program")" ]; then exit 0; fi
mkdir -p build
gcc -std=gnu11 -O2 -Wall -Wextra -o "$program" "$sources"/*.c -lpri
