/* SPDX-License-Identifier: GPL-2.0-only */
#include "events.h"
#include "calls.h"
#include "output.h"

#include <stddef.h>

/* libpri's mark in a channel number: the call uses the D channel only. */
enum { CHANNEL_CALL_INDEPENDENT = 1 << 17, CHANNEL_NUMBER = 0xff };

int proceed_by_itself = 1;

/* How the events of a call differ: their name, and where libpri keeps the call. */
static const struct call_event {
	int event;
	const char *name;
	size_t call;
	size_t subcommands;
	long cause; /* offset, 0 where there is none */
} call_events[] = {
#define ROW(number, text, member, cause) \
	{ number, text, offsetof(pri_event, member.call), offsetof(pri_event, member.subcmds), cause }
	ROW(PRI_EVENT_RING, "ring", ring, 0),
	ROW(PRI_EVENT_INFO_RECEIVED, "information", ring, 0),
	ROW(PRI_EVENT_SETUP_ACK, "setup-ack", setup_ack, 0),
	ROW(PRI_EVENT_PROCEEDING, "proceeding", proceeding, 0),
	ROW(PRI_EVENT_PROGRESS, "progress", proceeding, 0),
	ROW(PRI_EVENT_RINGING, "ringing", ringing, 0),
	ROW(PRI_EVENT_ANSWER, "answer", answer, 0),
	ROW(PRI_EVENT_CONNECT_ACK, "connect-ack", connect_ack, 0),
	ROW(PRI_EVENT_FACILITY, "facility", facility, 0),
	ROW(PRI_EVENT_HANGUP_REQ, "hangup-request", hangup, offsetof(pri_event, hangup.cause)),
	ROW(PRI_EVENT_HANGUP, "hangup", hangup, offsetof(pri_event, hangup.cause)),
	ROW(PRI_EVENT_HANGUP_ACK, "hangup-ack", hangup, 0),
#undef ROW
};

static const char *plain_event(int event)
{
	switch (event) {
	case PRI_EVENT_DCHAN_UP: return "data-link-up";
	case PRI_EVENT_DCHAN_DOWN: return "data-link-down";
	case PRI_EVENT_RESTART: return "restart";
	case PRI_EVENT_RESTART_ACK: return "restart-ack";
	case PRI_EVENT_NOTIFY: return "notify";
	case PRI_EVENT_CONFIG_ERR: return "error";
	default: return "other";
	}
}

static void failure(const struct pri_subcmd_cc_request_rsp *response)
{
	/* libpri's own numbers: 0 success, 1 timeout, 2 error, 3 reject */
	static const char *const statuses[] = { "success", "timeout", "error", "reject" };

	output_text("status", response->status >= 0 && response->status <= 3 ? statuses[response->status] : "unknown");
	output_number("code", response->fail_code);
	if (response->status == 2)
		output_text("text", pri_facility_error2str(response->fail_code));
	if (response->status == 3)
		output_text("text", pri_facility_reject2str(response->fail_code));
}

/* Every call-completion part of `u` begins with the record's number. */
static void completion(int call, const char *name, const struct pri_subcommand *subcommand)
{
	output_begin("event", name);
	output_number("call", call);
	output_number("cc", subcommand->u.cc_available.cc_id);
	switch (subcommand->cmd) {
	case PRI_SUBCMD_CC_REQ:
		output_text("mode", subcommand->u.cc_request.mode ? "ccnr" : "ccbs");
		break;
	case PRI_SUBCMD_CC_REQ_RSP:
		failure(&subcommand->u.cc_request_rsp);
		break;
	case PRI_SUBCMD_CC_STATUS:
	case PRI_SUBCMD_CC_STATUS_REQ_RSP:
		output_text("status", subcommand->u.cc_status.status ? "busy" : "free");
		break;
	case PRI_SUBCMD_CC_CANCEL:
		output_text("side", subcommand->u.cc_cancel.is_agent ? "terminating" : "originating");
		break;
	default:
		break;
	}
	output_end();
}

static const char *completion_name(int command)
{
	switch (command) {
	case PRI_SUBCMD_CC_AVAILABLE: return "cc-available";
	case PRI_SUBCMD_CC_REQ: return "cc-request";
	case PRI_SUBCMD_CC_REQ_RSP: return "cc-response";
	case PRI_SUBCMD_CC_REMOTE_USER_FREE: return "cc-free";
	case PRI_SUBCMD_CC_B_FREE: return "cc-b-free";
	case PRI_SUBCMD_CC_STATUS_REQ: return "cc-status-request";
	case PRI_SUBCMD_CC_STATUS_REQ_RSP: return "cc-status-response";
	case PRI_SUBCMD_CC_STATUS: return "cc-status";
	case PRI_SUBCMD_CC_CALL: return "cc-call";
	case PRI_SUBCMD_CC_CANCEL: return "cc-cancel";
	case PRI_SUBCMD_CC_STOP_ALERTING: return "cc-stop-alerting";
	default: return NULL;
	}
}

static void subcommands_handle(int call, const struct pri_subcommands *subcommands)
{
	if (subcommands == NULL)
		return;
	for (int i = 0; i < subcommands->counter_subcmd; i++) {
		const struct pri_subcommand *subcommand = &subcommands->subcmd[i];
		const char *name = completion_name(subcommand->cmd);

		if (name != NULL) {
			completion(call, name, subcommand);
		} else if (subcommand->cmd == PRI_SUBCMD_CONNECTED_LINE) {
			output_begin("event", "connected-line");
			output_number("call", call);
			output_text("number", subcommand->u.connected_line.id.number.str);
			output_text("name", subcommand->u.connected_line.id.name.str);
			output_end();
		}
	}
}

static void ring_fields(const pri_event_ring *ring)
{
	output_number("channel", ring->channel & CHANNEL_NUMBER);
	output_flag("callIndependent", (ring->channel & CHANNEL_CALL_INDEPENDENT) != 0);
	output_text("from", ring->callingnum);
	output_text("name", ring->callingname);
	output_number("presentation", ring->callingpres);
	output_text("to", ring->callednum);
}

/* What libpri's user owes it at each event. A call-independent call is libpri's own: it must not be proceeded. */
static void obey(struct pri *pri, const pri_event *event, q931_call *call)
{
	switch (event->e) {
	case PRI_EVENT_RING:
		if (proceed_by_itself && (event->ring.channel & CHANNEL_CALL_INDEPENDENT) == 0)
			pri_proceeding(pri, call, event->ring.channel, 0);
		break;
	case PRI_EVENT_HANGUP_REQ:
		pri_hangup(pri, call, event->hangup.cause);
		break;
	case PRI_EVENT_HANGUP:
		pri_hangup(pri, call, event->hangup.cause);
		call_forget(call);
		break;
	case PRI_EVENT_HANGUP_ACK: /* libpri has freed it already */
		call_forget(call);
		break;
	default:
		break;
	}
}

static void call_event_handle(struct pri *pri, const pri_event *event, const struct call_event *row)
{
	const char *base = (const char *) event;
	q931_call *call = *(q931_call *const *) (const void *) (base + row->call);
	int number = call_number(call);

	output_begin("event", row->name);
	output_number("call", number);
	if (row->cause != 0)
		output_number("cause", *(const int *) (const void *) (base + row->cause));
	if (event->e == PRI_EVENT_RING)
		ring_fields(&event->ring);
	if (event->e == PRI_EVENT_INFO_RECEIVED)
		output_text("digits", event->ring.callednum);
	output_end();
	subcommands_handle(number, *(struct pri_subcommands *const *) (const void *) (base + row->subcommands));
	obey(pri, event, call);
}

void event_handle(struct pri *pri, const pri_event *event)
{
	if (event == NULL)
		return;
	for (size_t i = 0; i < sizeof call_events / sizeof call_events[0]; i++) {
		if (call_events[i].event == event->e) {
			call_event_handle(pri, event, &call_events[i]);
			return;
		}
	}
	output_begin("event", plain_event(event->e));
	output_number("number", event->e);
	if (event->e == PRI_EVENT_RESTART)
		output_number("channel", event->restart.channel);
	if (event->e == PRI_EVENT_RESTART_ACK)
		output_number("channel", event->restartack.channel);
	if (event->e == PRI_EVENT_NOTIFY)
		output_number("info", event->notify.info);
	output_end();
}
