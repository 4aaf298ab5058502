#!/bin/sh
# Builds build/libpri-bench where a compiler and libpri are there; says why not where they are not.
set -eu
cd "$(dirname "$0")/../../.."
program=build/libpri-bench
source=test/bench/libpri/main.c
if ! command -v gcc >/dev/null || ! [ -f /usr/include/libpri.h ]; then
  echo "bench: no gcc or no libpri.h; build/libpri-bench is not built" >&2
  exit 0
fi
if [ -x "$program" ] && ! [ "$source" -nt "$program" ]; then exit 0; fi
mkdir -p build
gcc -std=gnu11 -O2 -Wall -Wextra -o "$program" "$source" -lpri
