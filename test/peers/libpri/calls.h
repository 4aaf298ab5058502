/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef CALLS_H
#define CALLS_H

#include <libpri.h>

/* libpri's calls under numbers that are never used twice, so that a late command cannot hit another call. */

enum { CALL_NONE = -1 };

/* The number of a call, a new one where it is new; CALL_NONE for none, and when all numbers are used. */
int call_number(q931_call *call);
/* NULL for a call that is gone or was never there. */
q931_call *call_of(long number);
/* libpri has freed it. */
void call_forget(q931_call *call);
/* A call that is offered to one number goes on to another, and its caller is told (ECMA-174). */
int call_divert(struct pri *pri, q931_call *call, const char *from, const char *to, int reason);

#endif
