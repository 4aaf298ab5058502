/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * libpri's encoder and decoder of Facility contents under a stopwatch. See README.md.
 */
#include <libpri.h>

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/*
 * libpri's library exports these, its header does not declare them. What they fill is opaque here: a message decoded
 * is the message that is encoded.
 */
const unsigned char *fac_dec_extension_header(struct pri *ctrl, const unsigned char *pos, const unsigned char *end,
	void *header);
unsigned char *fac_enc_extension_header(struct pri *ctrl, unsigned char *pos, unsigned char *end, const void *header);
const unsigned char *rose_decode(struct pri *ctrl, const unsigned char *pos, const unsigned char *end, void *message);
unsigned char *rose_encode(struct pri *ctrl, unsigned char *pos, unsigned char *end, const void *message);

enum { OPAQUE_OCTETS = 65536, CONTENTS_MAX = 256, COMPONENTS_MAX = 4, FACILITIES_MAX = 512, LINE_OCTETS = 1024 };

struct facility {
	int length;
	int components;
	unsigned char octets[CONTENTS_MAX];
	void *header;
	void *component[COMPONENTS_MAX];
};

static struct facility facilities[FACILITIES_MAX];
static int count;
static struct pri *ctrl;

/* Reads the contents into the opaque values given; the number of components, -1 where libpri refuses them. */
static int decode(const struct facility *from, void *header, void *const component[])
{
	const unsigned char *end = from->octets + from->length;
	/* The first octet is the protocol profile. */
	const unsigned char *pos = fac_dec_extension_header(ctrl, from->octets + 1, end, header);
	int read = 0;

	while (pos && pos < end) {
		if (read == COMPONENTS_MAX)
			return -1;
		pos = rose_decode(ctrl, pos, end, component[read]);
		read += 1;
	}
	return pos ? read : -1;
}

/* Writes it again; the number of octets, -1 where libpri refuses. */
static int encode(const struct facility *from, unsigned char octets[CONTENTS_MAX])
{
	unsigned char *end = octets + CONTENTS_MAX;
	unsigned char *pos;
	int i;

	octets[0] = from->octets[0];
	pos = fac_enc_extension_header(ctrl, octets + 1, end, from->header);
	for (i = 0; pos && i < from->components; i += 1)
		pos = rose_encode(ctrl, pos, end, from->component[i]);
	return pos ? pos - octets : -1;
}

static void *opaque(void)
{
	void *memory = calloc(1, OPAQUE_OCTETS);

	if (!memory)
		exit(EXIT_FAILURE);
	return memory;
}

static double processor_ns(void)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return now.tv_sec * 1e9 + now.tv_nsec;
}

/* "load HEX": one more Facility for the runs. It must give the same octets again. */
static void load(const char *hex)
{
	struct facility *facility = &facilities[count];
	unsigned char written[CONTENTS_MAX];
	unsigned int octet;
	int i;

	if (count == FACILITIES_MAX) {
		printf("full\n");
		return;
	}
	facility->length = 0;
	while (facility->length < CONTENTS_MAX && sscanf(hex + 2 * facility->length, "%2x", &octet) == 1)
		facility->octets[facility->length++] = octet;
	if (!facility->header) {
		facility->header = opaque();
		for (i = 0; i < COMPONENTS_MAX; i += 1)
			facility->component[i] = opaque();
	}
	facility->components = decode(facility, facility->header, facility->component);
	if (facility->components < 1) {
		printf("refused\n");
	} else if (encode(facility, written) != facility->length || memcmp(written, facility->octets, facility->length)) {
		printf("otherwise\n");
	} else {
		printf("ok\n");
		count += 1;
	}
}

/* "decode RUNS" and "encode RUNS": so many Facilities, those loaded in turn; the processor time in nanoseconds. */
static void run(const char *what, long runs)
{
	static struct facility into;
	unsigned char octets[CONTENTS_MAX];
	double start;
	long i;
	int next = 0;

	if (count == 0) {
		printf("nothing\n");
		return;
	}
	if (!into.header) {
		into.header = opaque();
		for (i = 0; i < COMPONENTS_MAX; i += 1)
			into.component[i] = opaque();
	}
	start = processor_ns();
	for (i = 0; i < runs; i += 1) {
		if (what[0] == 'd' ? decode(&facilities[next], into.header, into.component) < 1
				   : encode(&facilities[next], octets) < 1)
			exit(EXIT_FAILURE);
		next = next + 1 == count ? 0 : next + 1;
	}
	printf("%.0f\n", processor_ns() - start);
}

int main(void)
{
	char line[LINE_OCTETS];
	char argument[LINE_OCTETS];
	int nowhere = open("/dev/null", O_RDWR);

	ctrl = pri_new(nowhere, PRI_NETWORK, PRI_SWITCH_QSIG);
	if (!ctrl)
		return EXIT_FAILURE;
	setvbuf(stdout, NULL, _IOLBF, 0);
	while (fgets(line, sizeof(line), stdin)) {
		if (sscanf(line, "load %1023s", argument) == 1)
			load(argument);
		else if (sscanf(line, "decode %1023s", argument) == 1)
			run("decode", atol(argument));
		else if (sscanf(line, "encode %1023s", argument) == 1)
			run("encode", atol(argument));
		else if (strcmp(line, "clear\n") == 0) {
			count = 0;
			printf("ok\n");
		} else {
			printf("unknown\n");
		}
	}
	return EXIT_SUCCESS;
}
