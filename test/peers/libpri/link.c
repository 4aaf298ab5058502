/* SPDX-License-Identifier: GPL-2.0-only */
#define _GNU_SOURCE /* accept4 */
#include "link.h"
#include "output.h"
#include "sequence.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { NONE = -1, PREFIX = 2, FCS = 2, RETRY_MS = 100 };

static int listener = NONE;
static int channel = NONE;
static int is_network;
static int connect_port;
static int listen_port;
static int is_cut;
static long retry_at; /* ms of the monotonic clock */

static unsigned char received[2 * (PREFIX + LINK_FRAME_MAX)];
static int received_length;

/* The frame link_read hands out next. */
static unsigned char pending[LINK_FRAME_MAX];
static int pending_length;
static void (*on_frame)(void);

static struct sockaddr_in loopback(int port)
{
	struct sockaddr_in address;

	memset(&address, 0, sizeof address);
	address.sin_family = AF_INET;
	address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	address.sin_port = htons((unsigned short) port);
	return address;
}

static void trace(const char *direction, const unsigned char *frame, int length, int is_ours)
{
	output_begin("event", "frame");
	output_text("direction", direction);
	output_octets("hex", frame, length);
	if (is_ours)
		output_flag("raw", 1);
	output_end();
}

static void lost(const char *reason)
{
	if (channel == NONE)
		return;
	close(channel);
	channel = NONE;
	received_length = 0;
	output_begin("event", "link-lost");
	output_text("reason", reason);
	output_end();
}

static void up(int descriptor)
{
	int yes = 1;

	channel = descriptor;
	setsockopt(channel, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
	output_begin("event", "link-up");
	output_end();
}

/* A socket bound to `listen_port` that does not listen yet: who connects is refused, and nobody else gets the port. */
static int bind_listener(void)
{
	struct sockaddr_in address = loopback(listen_port);
	socklen_t size = sizeof address;
	int yes = 1;

	listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
	if (bind(listener, (struct sockaddr *) &address, size) != 0)
		return -1;
	getsockname(listener, (struct sockaddr *) &address, &size);
	listen_port = ntohs(address.sin_port);
	return 0;
}

int link_listen(int network, int port)
{
	is_network = network;
	listen_port = port;
	if (bind_listener() != 0 || listen(listener, 1) != 0)
		return -1;
	output_begin("event", "listening");
	output_number("port", listen_port);
	output_end();
	return 0;
}

void link_connect_to(int network, int port)
{
	is_network = network;
	connect_port = port;
}

static void transmit(const unsigned char *frame, int length)
{
	unsigned char octets[PREFIX + LINK_FRAME_MAX];

	if (channel == NONE)
		return;
	octets[0] = (unsigned char) (length >> 8);
	octets[1] = (unsigned char) length;
	memcpy(octets + PREFIX, frame, (size_t) length);
	if (send(channel, octets, (size_t) (PREFIX + length), MSG_NOSIGNAL) != PREFIX + length)
		lost("the frame could not be sent");
}

int link_write(struct pri *pri, void *buffer, int length)
{
	unsigned char frame[LINK_FRAME_MAX];
	int octets = length - FCS;

	(void) pri;
	if (octets < 0 || octets > LINK_FRAME_MAX)
		return -1;
	memcpy(frame, buffer, (size_t) octets);
	sequence_translate(frame, octets, 1);
	if (channel != NONE) {
		trace("sent", frame, octets, 0);
		transmit(frame, octets);
	}
	return length;
}

int link_read(struct pri *pri, void *buffer, int room)
{
	int length = pending_length;

	(void) pri;
	if (length == 0 || length + FCS > room)
		return 0;
	memcpy(buffer, pending, (size_t) length);
	memset((unsigned char *) buffer + length, 0, FCS);
	pending_length = 0;
	return length + FCS;
}

int link_slip_in(const unsigned char *message, int length)
{
	unsigned char frame[LINK_FRAME_MAX];

	if (channel == NONE || SEQUENCE_HEADER + length > LINK_FRAME_MAX)
		return -1;
	sequence_slip_in(frame, is_network);
	memcpy(frame + SEQUENCE_HEADER, message, (size_t) length);
	trace("sent", frame, SEQUENCE_HEADER + length, 1);
	transmit(frame, SEQUENCE_HEADER + length);
	return 0;
}

int link_poll(struct pollfd polled[LINK_POLL_MAX])
{
	int count = 0;

	if (channel != NONE)
		polled[count++] = (struct pollfd) { .fd = channel, .events = POLLIN };
	if (listener != NONE && !is_cut)
		polled[count++] = (struct pollfd) { .fd = listener, .events = POLLIN };
	return count;
}

int link_is_up(void)
{
	return channel != NONE;
}

static long now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000L + now.tv_nsec / 1000000;
}

int link_timeout(void)
{
	long wait = retry_at - now_ms();

	if (channel != NONE || connect_port == 0 || is_cut)
		return -1;
	return wait < 0 ? 0 : (int) wait;
}

static void accept_waiting(void)
{
	int descriptor;

	if (listener == NONE || is_cut)
		return;
	descriptor = accept4(listener, NULL, NULL, SOCK_CLOEXEC);
	if (descriptor < 0)
		return;
	if (channel != NONE)
		close(descriptor); /* one trunk, one connection */
	else
		up(descriptor);
}

static void connect_if_due(void)
{
	struct sockaddr_in address = loopback(connect_port);
	int descriptor;

	if (link_timeout() != 0)
		return;
	retry_at = now_ms() + RETRY_MS;
	descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (connect(descriptor, (struct sockaddr *) &address, sizeof address) == 0)
		up(descriptor);
	else
		close(descriptor);
}

static void hand_over(int length)
{
	pending_length = length;
	on_frame();
	pending_length = 0;
}

static void deliver(void)
{
	while (received_length >= PREFIX) {
		int length = received[0] << 8 | received[1];

		if (length > LINK_FRAME_MAX) {
			lost("a frame is longer than the limit");
			return;
		}
		if (received_length < PREFIX + length)
			return;
		memcpy(pending, received + PREFIX, (size_t) length);
		received_length -= PREFIX + length;
		memmove(received, received + PREFIX + length, (size_t) received_length);
		trace("received", pending, length, 0);
		sequence_translate(pending, length, 0);
		hand_over(length);
	}
}

static void read_waiting(void)
{
	ssize_t count;

	if (channel == NONE)
		return;
	count = recv(channel, received + received_length, sizeof received - (size_t) received_length, MSG_DONTWAIT);
	if (count < 0 && (errno == EAGAIN || errno == EINTR))
		return;
	if (count <= 0) {
		lost("the other side closed the connection");
		return;
	}
	received_length += (int) count;
	deliver();
}

void link_on_frame(void (*frame)(void))
{
	on_frame = frame;
}

void link_run(void)
{
	read_waiting();
	accept_waiting();
	connect_if_due();
}

void link_cut(int told)
{
	is_cut = 1;
	lost("cut");
	if (listener != NONE) {
		close(listener);
		bind_listener();
	}
	if (!told)
		return;
	pending[0] = is_network ? 0x00 : 0x02; /* a command of the other side, Q.921 3.3.2 */
	pending[1] = 0x01;
	pending[2] = 0x53; /* DISC, P = 1 */
	hand_over(3);
}

void link_restore(void)
{
	is_cut = 0;
	if (listener != NONE)
		listen(listener, 1);
}
