/*
 * An SCTP endpoint on Debian's libusrsctp, in UDP (RFC 6951), for the tests of the IUA trunk: a stack of its own that
 * carries what it is told. Lines on the standard streams, octets in hex:
 *   in   send STREAM HEX     one message, payload protocol 1 (IUA)
 *        abort               ends the association without a word
 *   out  up | message STREAM PPID HEX | down
 * Arguments: connect|listen LOCAL-UDP-PORT REMOTE-UDP-PORT SCTP-PORT REMOTE-ADDRESS, from 127.0.0.1, the one address it
 * finds on the loopback interface. With ports 0 of UDP it is SCTP on IP, and needs CAP_NET_RAW. It ends with its input.
 */
#include <arpa/inet.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <usrsctp.h>

enum { MESSAGE_OCTETS = 65536, LINE_OCTETS = 2 * MESSAGE_OCTETS + 64, STREAMS = 64, IUA = 1 };

static struct socket *association;

static void fail(const char *what)
{
	perror(what);
	exit(1);
}

static int option(struct socket *of, int name, const void *value, socklen_t size)
{
	return usrsctp_setsockopt(of, IPPROTO_SCTP, name, value, size);
}

static void say(const char *text)
{
	puts(text);
	fflush(stdout);
}

static void *receive(void *unused)
{
	static unsigned char octets[MESSAGE_OCTETS];
	static char line[LINE_OCTETS];

	(void)unused;
	for (;;) {
		struct sockaddr_in from;
		struct sctp_rcvinfo info;
		socklen_t from_size = sizeof(from), info_size = sizeof(info);
		unsigned int info_type = 0;
		int flags = 0;
		ssize_t count = usrsctp_recvv(association, octets, sizeof(octets), (struct sockaddr *)&from, &from_size,
		    &info, &info_size, &info_type, &flags);

		if (count <= 0) {
			say("down");
			exit(0);
		}
		if (flags & MSG_NOTIFICATION)
			continue;
		int at = snprintf(line, sizeof(line), "message %u %u ", info.rcv_sid, (unsigned)ntohl(info.rcv_ppid));
		for (ssize_t i = 0; i < count; i++)
			at += snprintf(line + at, sizeof(line) - (size_t)at, "%02x", octets[i]);
		say(line);
	}
}

static size_t octets_of(const char *hex, unsigned char *octets)
{
	size_t count = 0;
	unsigned int octet;

	for (; count < MESSAGE_OCTETS && sscanf(hex + 2 * count, "%2x", &octet) == 1; count++)
		octets[count] = (unsigned char)octet;
	return count;
}

static void send_message(unsigned stream, const char *hex)
{
	static unsigned char octets[MESSAGE_OCTETS];
	size_t count = octets_of(hex, octets);
	struct sctp_sndinfo info = { .snd_sid = (uint16_t)stream, .snd_ppid = htonl(IUA) };

	if (usrsctp_sendv(association, octets, count, NULL, 0, &info, sizeof(info), SCTP_SENDV_SNDINFO, 0) < 0)
		perror("send");
}

/* Without SHUTDOWN: the peer gets an ABORT. */
static void abort_association(void)
{
	struct linger now = { .l_onoff = 1, .l_linger = 0 };

	usrsctp_setsockopt(association, SOL_SOCKET, SO_LINGER, &now, sizeof(now));
	usrsctp_close(association);
	usleep(100000);
	exit(0);
}

static struct socket *open_socket(unsigned sctp_port, unsigned remote_udp)
{
	struct sockaddr_in own = { .sin_family = AF_INET, .sin_port = htons((uint16_t)sctp_port) };
	struct sctp_initmsg streams = { .sinit_num_ostreams = STREAMS, .sinit_max_instreams = STREAMS };
	struct sctp_udpencaps encapsulation = { .sue_port = htons((uint16_t)remote_udp) };
	struct sctp_rtoinfo timers = { .srto_initial = 500, .srto_min = 200, .srto_max = 3000 };
	const int on = 1;
	struct socket *made = usrsctp_socket(AF_INET, SOCK_STREAM, IPPROTO_SCTP, NULL, NULL, 0, NULL);

	if (made == NULL)
		fail("socket");
	encapsulation.sue_address.ss_family = AF_INET;
	own.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	if (option(made, SCTP_INITMSG, &streams, sizeof(streams)) < 0 ||
	    (remote_udp != 0 &&
		option(made, SCTP_REMOTE_UDP_ENCAPS_PORT, &encapsulation, sizeof(encapsulation)) < 0) ||
	    option(made, SCTP_RTOINFO, &timers, sizeof(timers)) < 0 ||
	    option(made, SCTP_RECVRCVINFO, &on, sizeof(on)) < 0 || option(made, SCTP_NODELAY, &on, sizeof(on)) < 0)
		fail("option");
	if (usrsctp_bind(made, (struct sockaddr *)&own, sizeof(own)) < 0)
		fail("bind");
	return made;
}

static void establish(const char *role, unsigned sctp_port, unsigned remote_udp, const char *remote)
{
	struct socket *made = open_socket(sctp_port, remote_udp);

	if (strcmp(role, "listen") == 0) {
		if (usrsctp_listen(made, 1) < 0)
			fail("listen");
		say("listening");
		association = usrsctp_accept(made, NULL, NULL);
		if (association == NULL)
			fail("accept");
		return;
	}
	struct sockaddr_in peer = { .sin_family = AF_INET, .sin_port = htons((uint16_t)sctp_port) };
	peer.sin_addr.s_addr = inet_addr(remote);
	if (usrsctp_connect(made, (struct sockaddr *)&peer, sizeof(peer)) < 0)
		fail("connect");
	association = made;
}

int main(int argc, char **argv)
{
	static char line[LINE_OCTETS];
	pthread_t receiver;

	if (argc != 6) {
		fprintf(stderr, "usage: %s connect|listen LOCAL-UDP-PORT REMOTE-UDP-PORT SCTP-PORT REMOTE-ADDRESS\n",
		    argv[0]);
		return 2;
	}
	usrsctp_init((uint16_t)atoi(argv[2]), NULL, NULL);
	usrsctp_sysctl_set_sctp_blackhole(2);
	usrsctp_sysctl_set_sctp_no_csum_on_loopback(0);
	establish(argv[1], (unsigned)atoi(argv[4]), (unsigned)atoi(argv[3]), argv[5]);
	say("up");
	if (pthread_create(&receiver, NULL, receive, NULL) != 0)
		fail("thread");
	while (fgets(line, sizeof(line), stdin) != NULL) {
		unsigned stream;
		int at = 0;

		if (strncmp(line, "abort", 5) == 0)
			abort_association();
		if (sscanf(line, "send %u %n", &stream, &at) == 1 && at > 0)
			send_message(stream, line + at);
	}
	_exit(0);
}
