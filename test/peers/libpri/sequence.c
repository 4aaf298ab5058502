/* SPDX-License-Identifier: GPL-2.0-only */
#include "sequence.h"

#include <string.h>

enum { MODULUS = 128 };

static struct {
	int wire_next;                      /* the N(S) the next new frame gets on the wire */
	int libpri_next;                    /* the N(S) libpri gives its next new frame */
	unsigned char wire_of[MODULUS];     /* libpri's N(S) -> the wire's: a retransmission keeps its number */
	unsigned char libpri_of[MODULUS];   /* the wire's N(R) -> libpri's */
	int received;                       /* the N(R) libpri said last: how far it has acknowledged its peer */
} state;

static int is_unnumbered(const unsigned char *frame)
{
	return (frame[2] & 0x03) == 0x03;
}

static int is_sabme(const unsigned char *frame)
{
	return (frame[2] & 0xef) == 0x6f;
}

static int is_information(const unsigned char *frame)
{
	return (frame[2] & 0x01) == 0;
}

static void reset(void)
{
	state.wire_next = 0;
	state.libpri_next = 0;
	state.received = 0;
	memset(state.libpri_of, 0, sizeof state.libpri_of);
}

/* Takes the next N(S) of the wire; `libpri_after`: what libpri takes its acknowledgement for. */
static int take(int libpri_after)
{
	int number = state.wire_next;

	state.wire_next = (number + 1) % MODULUS;
	state.libpri_of[state.wire_next] = (unsigned char) libpri_after;
	return number;
}

static void translate_sent(unsigned char *frame)
{
	int number;

	if (is_information(frame)) {
		number = frame[2] >> 1;
		if (number == state.libpri_next) {
			state.libpri_next = (number + 1) % MODULUS;
			state.wire_of[number] = (unsigned char) take(state.libpri_next);
		}
		frame[2] = (unsigned char) (state.wire_of[number] << 1);
	}
	state.received = frame[3] >> 1;
}

static void translate_received(unsigned char *frame)
{
	frame[3] = (unsigned char) (state.libpri_of[frame[3] >> 1] << 1 | (frame[3] & 0x01));
}

void sequence_translate(unsigned char *frame, int length, int sent)
{
	if (length < 3)
		return;
	if (is_unnumbered(frame)) {
		if (is_sabme(frame))
			reset();
		return;
	}
	if (length < SEQUENCE_HEADER)
		return;
	if (sent)
		translate_sent(frame);
	else
		translate_received(frame);
}

void sequence_slip_in(unsigned char header[SEQUENCE_HEADER], int network)
{
	header[0] = network ? 0x02 : 0x00; /* SAPI 0; C/R of a command, Q.921 3.3.2 */
	header[1] = 0x01;                  /* TEI 0 */
	header[2] = (unsigned char) (take(state.libpri_next) << 1);
	header[3] = (unsigned char) (state.received << 1);
}
