/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef LINK_H
#define LINK_H

#include <libpri.h>
#include <poll.h>

/*
 * The D channel over TCP: 2-octet length, then one LAPD frame without FCS. The TCP connection may go and come again;
 * libpri's controller, with all its calls and call-completion records, stays.
 */

enum { LINK_FRAME_MAX = 4096, LINK_POLL_MAX = 2 };

/* Which side of the data link we are. Port 0 lets the system choose; the event `listening` tells it. Nonzero: errno. */
int link_listen(int network, int port);
void link_connect_to(int network, int port);

/* The two callbacks of pri_new_cb; both lengths include 2 octets of room for the FCS. */
int link_write(struct pri *pri, void *buffer, int length);
int link_read(struct pri *pri, void *buffer, int room);

/* Fills in what to wait for, returns how many. */
int link_poll(struct pollfd polled[LINK_POLL_MAX]);
/* Milliseconds until it wants to run again without input, -1 for none. */
int link_timeout(void);
int link_is_up(void);
/* Accepts, connects and reads. */
void link_run(void);
/* Called once for each whole frame, which link_read then hands out. */
void link_on_frame(void (*frame)(void));

/*
 * Ends the TCP connection until link_restore. `told`: libpri gets a DISC, as if the other side had ended the data link,
 * and T309 begins at once; else it has to find out by its own timers.
 */
void link_cut(int told);
void link_restore(void);

/* Sends a layer-3 message of ours under libpri's data link. Nonzero: it is too long, or there is no connection. */
int link_slip_in(const unsigned char *message, int length);

#endif
