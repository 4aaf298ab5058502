/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * One side of a QSIG trunk played by libpri: commands as lines on stdin, events as JSON lines on stdout. See README.md.
 */
#include "commands.h"
#include "events.h"
#include "link.h"
#include "output.h"

#include <libpri.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

enum { LINE_MAX_OCTETS = 8192, IDLE_MS = 1000, USAGE = 2 };

/* NULL until the first connection: libpri begins with SABME, and one that nobody hears costs it a T200. */
static struct pri *pri;

static void message(struct pri *from, char *text)
{
	(void) from;
	fputs(text, stderr);
}

static void frame_arrived(void)
{
	event_handle(pri, pri_check_event(pri));
}

/* Milliseconds until libpri's next timer. */
static int timeout(void)
{
	struct timeval now, *next = pri == NULL ? NULL : pri_schedule_next(pri);
	int link = link_timeout();
	long ms = link < 0 ? IDLE_MS : link;

	if (next != NULL) {
		long due;

		gettimeofday(&now, NULL);
		due = (next->tv_sec - now.tv_sec) * 1000L + (next->tv_usec - now.tv_usec + 999) / 1000;
		if (due < ms)
			ms = due < 0 ? 0 : due;
	}
	return (int) ms;
}

/* Runs the whole lines that are there; nonzero ends the program: stdin closed or `quit`. */
static int read_commands(void)
{
	static char lines[LINE_MAX_OCTETS];
	static size_t length;
	ssize_t count = read(STDIN_FILENO, lines + length, sizeof lines - 1 - length);
	char *end;

	if (count <= 0)
		return 1;
	length += (size_t) count;
	lines[length] = '\0';
	while ((end = memchr(lines, '\n', length)) != NULL) {
		char line[LINE_MAX_OCTETS];
		size_t octets = (size_t) (end + 1 - lines);

		memcpy(line, lines, octets - 1);
		line[octets - 1] = '\0';
		length -= octets;
		memmove(lines, lines + octets, length);
		if (command_run(pri, line))
			return 1;
	}
	return 0;
}

static void create(int is_network)
{
	pri = pri_new_cb(-1, is_network ? PRI_NETWORK : PRI_CPE, PRI_SWITCH_QSIG, link_read, link_write, NULL);
	if (pri == NULL)
		exit(1);
	pri_facility_enable(pri);
	pri_cc_enable(pri, 1);
	pri_hangup_fix_enable(pri, 1);
	output_begin("event", "ready");
	output_text("version", pri_get_version());
	output_end();
}

static void step(int is_network)
{
	if (pri != NULL)
		event_handle(pri, pri_schedule_run(pri));
	link_run();
	if (pri == NULL && link_is_up())
		create(is_network);
}

static void run(int is_network)
{
	step(is_network);
	for (;;) {
		struct pollfd polled[LINK_POLL_MAX + 1] = { { .fd = STDIN_FILENO, .events = POLLIN } };
		int count = 1 + link_poll(polled + 1);

		if (poll(polled, (nfds_t) count, timeout()) < 0)
			continue;
		step(is_network);
		if (polled[0].revents != 0 && read_commands())
			return;
	}
}

static int usage(void)
{
	fputs("usage: libpri-peer network|user listen|connect PORT\n", stderr);
	return USAGE;
}

int main(int argc, char **argv)
{
	int is_network, port;

	if (argc != 4)
		return usage();
	is_network = strcmp(argv[1], "network") == 0;
	port = atoi(argv[3]);
	signal(SIGPIPE, SIG_IGN);
	link_on_frame(frame_arrived);
	if (strcmp(argv[2], "listen") == 0) {
		if (link_listen(is_network, port) != 0) {
			perror("libpri-peer");
			return 1;
		}
	} else {
		link_connect_to(is_network, port);
	}
	pri_set_message(message);
	pri_set_error(message);
	run(is_network);
	return 0;
}
