/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef EVENTS_H
#define EVENTS_H

#include <libpri.h>

/* Whether an incoming bearer call is answered with CALL PROCEEDING at once; on from the start. */
extern int proceed_by_itself;

/* Prints an event of libpri and does what libpri leaves to its user: CALL PROCEEDING, and each step of a clearing. */
void event_handle(struct pri *pri, const pri_event *event);

#endif
