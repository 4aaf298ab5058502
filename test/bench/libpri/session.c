/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Full call backs between two libpri controllers in one process, under a stopwatch. See README.md.
 */
#include <libpri.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { FRAME_MAX = 512, FRAMES_MAX = 64, FCS = 2, LINE_OCTETS = 64, NUMBER_OCTETS = 32 };
enum { CCBS = 0, RELEASE = 0, BUSY = 17, NORMAL = 16, CHANNEL = 1, CALL_INDEPENDENT = 1 << 17 };

struct frame {
	int length;
	unsigned char octets[FRAME_MAX];
};

/* What waits for a side. */
struct queue {
	struct frame frames[FRAMES_MAX];
	int first, count;
};

struct side {
	struct pri *pri;
	struct queue received;
	/* The call-completion record of the request under way, and the one that was offered last. */
	long record, offer;
	/* A's recall, B's ringing call. */
	q931_call *call;
	/* Events since the step began. */
	int offered, requested, accepted, freed, answered, cancelled, up, over;
};

static struct side a, b;

static void fail(const char *what)
{
	fprintf(stderr, "libpri-session: %s\n", what);
	exit(EXIT_FAILURE);
}

static struct side *side_of(struct pri *pri)
{
	return pri == a.pri ? &a : &b;
}

/* libpri asks before pri_new_cb has returned for a's controller only. */
static int write_frame(struct pri *pri, void *buffer, int length)
{
	struct side *from = a.pri == NULL ? &a : side_of(pri);
	struct queue *to = from == &a ? &b.received : &a.received;
	struct frame *frame = &to->frames[(to->first + to->count) % FRAMES_MAX];

	if (to->count == FRAMES_MAX || length > FRAME_MAX)
		fail("a queue is full");
	memcpy(frame->octets, buffer, (size_t) length);
	frame->length = length;
	to->count += 1;
	return length;
}

static int read_frame(struct pri *pri, void *buffer, int room)
{
	struct queue *queue = &side_of(pri)->received;
	struct frame *frame = &queue->frames[queue->first];

	if (queue->count == 0 || frame->length > room)
		return 0;
	memcpy(buffer, frame->octets, (size_t) frame->length);
	queue->first = (queue->first + 1) % FRAMES_MAX;
	queue->count -= 1;
	return frame->length;
}

static void subcommands_handle(struct side *side, const struct pri_subcommands *subcommands)
{
	for (int i = 0; subcommands != NULL && i < subcommands->counter_subcmd; i += 1) {
		const struct pri_subcommand *subcommand = &subcommands->subcmd[i];

		switch (subcommand->cmd) {
		case PRI_SUBCMD_CC_AVAILABLE:
			side->offer = subcommand->u.cc_available.cc_id;
			side->offered += 1;
			break;
		case PRI_SUBCMD_CC_REQ:
			side->record = subcommand->u.cc_request.cc_id;
			side->requested += 1;
			break;
		case PRI_SUBCMD_CC_REQ_RSP:
			side->accepted += subcommand->u.cc_request_rsp.status == 0;
			break;
		case PRI_SUBCMD_CC_REMOTE_USER_FREE:
			side->freed += subcommand->u.cc_remote_user_free.cc_id == side->record;
			break;
		case PRI_SUBCMD_CC_CANCEL:
			side->cancelled += 1;
			break;
		default:
			break;
		}
	}
}

static void event_handle(struct side *side, pri_event *event)
{
	struct pri *pri = side->pri;

	if (event == NULL)
		return;
	switch (event->e) {
	case PRI_EVENT_DCHAN_UP:
		side->up = 1;
		break;
	case PRI_EVENT_RING:
		subcommands_handle(side, event->ring.subcmds);
		if ((event->ring.channel & CALL_INDEPENDENT) == 0) {
			side->call = event->ring.call;
			pri_proceeding(pri, event->ring.call, event->ring.channel, 0);
		}
		break;
	case PRI_EVENT_FACILITY:
		subcommands_handle(side, event->facility.subcmds);
		break;
	case PRI_EVENT_RINGING:
		subcommands_handle(side, event->ringing.subcmds);
		break;
	case PRI_EVENT_ANSWER:
		subcommands_handle(side, event->answer.subcmds);
		side->answered += 1;
		break;
	case PRI_EVENT_HANGUP_REQ:
	case PRI_EVENT_HANGUP:
		subcommands_handle(side, event->hangup.subcmds);
		pri_hangup(pri, event->hangup.call, event->hangup.cause);
		side->over += 1;
		break;
	case PRI_EVENT_HANGUP_ACK:
		subcommands_handle(side, event->hangup.subcmds);
		side->over += 1;
		break;
	default:
		break;
	}
}

/* Until nothing is on its way. Every frame has its own check; what libpri put off comes from its scheduler. */
static void settle(void)
{
	do {
		while (a.received.count > 0 || b.received.count > 0) {
			if (a.received.count > 0)
				event_handle(&a, pri_check_event(a.pri));
			if (b.received.count > 0)
				event_handle(&b, pri_check_event(b.pri));
		}
		event_handle(&a, pri_schedule_run(a.pri));
		event_handle(&b, pri_schedule_run(b.pri));
	} while (a.received.count > 0 || b.received.count > 0);
}

static void expect(int happened, const char *what)
{
	if (!happened)
		fail(what);
}

static struct pri_sr *setup_of(const char *from, char *to)
{
	struct pri_sr *setup = pri_sr_new();
	struct pri_party_id caller;

	pri_sr_set_channel(setup, CHANNEL, 1, 0);
	pri_sr_set_bearer(setup, PRI_TRANS_CAP_SPEECH, PRI_LAYER_1_ALAW);
	if (from == NULL)
		return setup;
	memset(&caller, 0, sizeof(caller));
	caller.number.valid = 1;
	caller.number.plan = PRI_NPI_PRIVATE;
	caller.number.presentation = PRES_ALLOWED_USER_NUMBER_NOT_SCREENED;
	snprintf(caller.number.str, sizeof(caller.number.str), "%s", from);
	pri_sr_set_caller_party(setup, &caller);
	pri_sr_set_called(setup, to, PRI_NPI_PRIVATE, 1);
	return setup;
}

/* A calls B, who is busy, and asks for call back; B accepts. */
static void request(const char *from, char *to)
{
	struct pri_sr *setup = setup_of(from, to);

	a.offered = b.requested = a.accepted = 0;
	pri_setup(a.pri, pri_new_call(a.pri), setup);
	pri_sr_free(setup);
	settle();
	b.record = pri_cc_available(b.pri, b.call);
	pri_hangup(b.pri, b.call, BUSY);
	settle();
	expect(a.offered, "no call back was offered");
	a.record = a.offer;
	pri_cc_req(a.pri, a.record, CCBS);
	settle();
	expect(b.requested, "no request came");
	pri_cc_req_rsp(b.pri, b.record, 0);
	settle();
	expect(a.accepted, "the request was not accepted");
}

/* The whole of a call back: asked for, B free, A dials, B answers, they talk and hang up. */
static void call_back(const char *from, char *to)
{
	struct pri_sr *setup = setup_of(NULL, NULL);
	q931_call *recall;

	request(from, to);
	a.freed = a.answered = b.cancelled = b.over = 0;
	pri_cc_remote_user_free(b.pri, b.record);
	settle();
	expect(a.freed, "A did not hear that B is free");
	recall = pri_new_call(a.pri);
	pri_cc_call(a.pri, a.record, recall, setup);
	pri_sr_free(setup);
	settle();
	pri_acknowledge(b.pri, b.call, CHANNEL, 0);
	pri_answer(b.pri, b.call, CHANNEL, 0);
	settle();
	expect(a.answered, "B did not answer");
	pri_cc_cancel(a.pri, a.record);
	/* Ringing, the recall was offered for call back too. */
	pri_cc_cancel(a.pri, a.offer);
	settle();
	expect(b.cancelled, "B did not hear the end of the service");
	pri_hangup(a.pri, recall, NORMAL);
	settle();
	expect(b.over, "the recall did not end");
}

static double processor_ns(void)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return now.tv_sec * 1e9 + now.tv_nsec;
}

/* "pending COUNT": so many requests accepted and left waiting, each with numbers of its own; "ok". */
static void pend(long count)
{
	for (long i = 0; i < count; i += 1) {
		char from[NUMBER_OCTETS], to[NUMBER_OCTETS];

		snprintf(from, sizeof(from), "1%07ld", i);
		snprintf(to, sizeof(to), "2%07ld", i);
		request(from, to);
	}
	printf("ok\n");
}

/* "run COUNT": so many call backs; nanoseconds of processor time. */
static void run(long count)
{
	double start = processor_ns();

	for (long i = 0; i < count; i += 1)
		call_back("19999999", (char[]) { "29999999" });
	printf("%.0f\n", processor_ns() - start);
}

static void discard(struct pri *pri, char *text)
{
	(void) pri;
	(void) text;
}

static struct pri *controller(int type)
{
	struct pri *pri = pri_new_cb(-1, type, PRI_SWITCH_QSIG, read_frame, write_frame, NULL);

	if (pri == NULL)
		fail("no controller");
	pri_facility_enable(pri);
	pri_cc_enable(pri, 1);
	pri_cc_retain_signaling_req(pri, RELEASE);
	pri_hangup_fix_enable(pri, 1);
	return pri;
}

int main(void)
{
	char line[LINE_OCTETS];
	long count;

	pri_set_message(discard);
	pri_set_error(discard);
	a.pri = controller(PRI_CPE);
	b.pri = controller(PRI_NETWORK);
	settle();
	expect(a.up && b.up, "the data link does not come up");
	setvbuf(stdout, NULL, _IOLBF, 0);
	while (fgets(line, sizeof(line), stdin)) {
		if (sscanf(line, "pending %ld", &count) == 1)
			pend(count);
		else if (sscanf(line, "run %ld", &count) == 1)
			run(count);
		else
			printf("unknown\n");
	}
	return EXIT_SUCCESS;
}
