/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef COMMANDS_H
#define COMMANDS_H

#include <libpri.h>

/*
 * Runs one line `COMMAND ARGUMENT...` (cut up in place) and prints one reply `{"reply":N,...}`: N counts the lines,
 * `result` is libpri's own, 0 for success; `error` says why a line cannot be run. `pri` is NULL before the first
 * connection. Nonzero: it was `quit`.
 */
int command_run(struct pri *pri, char *line);

#endif
