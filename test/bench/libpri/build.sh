#!/bin/sh
# Builds build/libpri-bench and build/libpri-session where a compiler and libpri are there; says why not where not.
set -eu
cd "$(dirname "$0")/../../.."
if ! command -v gcc >/dev/null || ! [ -f /usr/include/libpri.h ]; then
  echo "bench: no gcc or no libpri.h; build/libpri-bench and build/libpri-session are not built" >&2
  exit 0
fi
mkdir -p build
for pair in bench:main session:session; do
  program=build/libpri-${pair%:*}
  source=test/bench/libpri/${pair#*:}.c
  if [ -x "$program" ] && ! [ "$source" -nt "$program" ]; then continue; fi
  gcc -std=gnu11 -O2 -Wall -Wextra -o "$program" "$source" -lpri
done
