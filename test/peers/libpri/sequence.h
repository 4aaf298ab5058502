/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef SEQUENCE_H
#define SEQUENCE_H

/*
 * Room for layer-3 messages of our own between those of libpri. libpri counts its I frames without knowing of ours, so
 * the N(S) it sends and the N(R) it receives are translated: on the wire one number more for each frame slipped in.
 * Numbers start again with each SABME, whoever sends it.
 */

enum { SEQUENCE_HEADER = 4 };

/* The address and control field of an I frame of ours. `network`: which side we are. */
void sequence_slip_in(unsigned char header[SEQUENCE_HEADER], int network);

/* Translates a frame in place. `sent`: libpri sends it; else it is about to receive it. */
void sequence_translate(unsigned char *frame, int length, int sent);

#endif
