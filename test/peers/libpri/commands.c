/* SPDX-License-Identifier: GPL-2.0-only */
#include "commands.h"
#include "calls.h"
#include "events.h"
#include "link.h"
#include "output.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WORDS_MAX = 16, OK = 0 };

struct words {
	struct pri *pri;
	int count;
	char *word[WORDS_MAX];
	const char *error;     /* set by a command that cannot be run: the reply says it */
	const char *gives;     /* the one number more that some replies carry; what is printed while a command runs are */
	long given;            /* frames and events, so the reply is printed after it */
};

static const char *word(const struct words *words, int index)
{
	return index < words->count ? words->word[index] : "";
}

static long number(const struct words *words, int index)
{
	return strtol(word(words, index), NULL, 0);
}

/* The value of an argument KEY=VALUE, NULL where it is absent. */
static const char *option(const struct words *words, const char *key)
{
	size_t length = strlen(key);

	for (int i = 1; i < words->count; i++)
		if (strncmp(words->word[i], key, length) == 0 && words->word[i][length] == '=')
			return words->word[i] + length + 1;
	return NULL;
}

static long option_number(const struct words *words, const char *key, long absent)
{
	const char *value = option(words, key);

	return value == NULL ? absent : strtol(value, NULL, 0);
}

/* Where a word stands in a list that ends with NULL: libpri's own number for it. */
static int choice(struct words *words, int index, const char *const names[])
{
	for (int i = 0; names[i] != NULL; i++)
		if (strcmp(word(words, index), names[i]) == 0)
			return i;
	words->error = "unknown word; see README.md";
	return -1;
}

static q931_call *call_word(struct words *words)
{
	q931_call *call = call_of(number(words, 1));

	if (call == NULL)
		words->error = "no such call";
	return call;
}

/* Channel 1 unless said; the gateway's trunks have one D channel and B channels by number. */
static int channel_word(const struct words *words, int index)
{
	return index < words->count ? (int) number(words, index) : 1;
}

static void give(struct words *words, const char *name, long value)
{
	words->gives = name;
	words->given = value;
}

static struct pri_sr *setup_new(int channel)
{
	struct pri_sr *setup = pri_sr_new();

	pri_sr_set_channel(setup, channel, 1, 0);
	pri_sr_set_bearer(setup, PRI_TRANS_CAP_SPEECH, PRI_LAYER_1_ALAW);
	return setup;
}

static int setup_send(struct words *words, struct pri_sr *setup, q931_call *call, long cc)
{
	int result = cc < 0 ? pri_setup(words->pri, call, setup) : pri_cc_call(words->pri, cc, call, setup);

	pri_sr_free(setup);
	give(words, "call", call_number(call));
	return result;
}

/*
 * call FROM TO CHANNEL [plan=OCTET] [called-plan=OCTET] [presentation=OCTET] [name=TEXT] [complete=0]; FROM `-` sends
 * no number, complete=0 no Sending complete.
 */
static int run_call(struct words *words)
{
	const char *name = option(words, "name");
	struct pri_party_id caller;
	struct pri_sr *setup = setup_new((int) number(words, 3));

	memset(&caller, 0, sizeof caller);
	caller.number.valid = strcmp(word(words, 1), "-") != 0;
	caller.number.plan = (int) option_number(words, "plan", PRI_NPI_PRIVATE);
	caller.number.presentation = (int) option_number(words, "presentation", PRES_ALLOWED_USER_NUMBER_NOT_SCREENED);
	snprintf(caller.number.str, sizeof caller.number.str, "%s", word(words, 1));
	if (name != NULL) {
		caller.name.valid = 1;
		caller.name.char_set = 1; /* ISO 8859-1 */
		caller.name.presentation = caller.number.presentation;
		snprintf(caller.name.str, sizeof caller.name.str, "%s", name);
	}
	pri_sr_set_caller_party(setup, &caller);
	pri_sr_set_called(setup, words->word[2], (int) option_number(words, "called-plan", PRI_NPI_PRIVATE),
		(int) option_number(words, "complete", 1));
	return setup_send(words, setup, pri_new_call(words->pri), -1);
}

static int run_cc_call(struct words *words)
{
	return setup_send(words, setup_new(channel_word(words, 2)), pri_new_call(words->pri), number(words, 1));
}

static int run_proceed(struct words *words)
{
	q931_call *call = call_word(words);

	return call == NULL ? -1 : pri_proceeding(words->pri, call, channel_word(words, 2), 0);
}

/* divert CALL FROM TO REASON: the call that rings at FROM goes on to TO; REASON as libpri.h has it (PRI_REDIR_...). */
static int run_divert(struct words *words)
{
	q931_call *call = call_word(words);

	return call == NULL ? -1 : call_divert(words->pri, call, word(words, 2), word(words, 3), (int) number(words, 4));
}

static int run_alert(struct words *words)
{
	q931_call *call = call_word(words);

	return call == NULL ? -1 : pri_acknowledge(words->pri, call, channel_word(words, 2), 0);
}

static int run_answer(struct words *words)
{
	q931_call *call = call_word(words);

	return call == NULL ? -1 : pri_answer(words->pri, call, channel_word(words, 2), 0);
}

static int run_digit(struct words *words)
{
	q931_call *call = call_word(words);

	return call == NULL ? -1 : pri_information(words->pri, call, word(words, 2)[0]);
}

static int run_more(struct words *words)
{
	q931_call *call = call_word(words);

	return call == NULL ? -1 : pri_need_more_info(words->pri, call, channel_word(words, 2), 0);
}

static int run_overlap(struct words *words)
{
	pri_set_overlapdial(words->pri, number(words, 1) != 0);
	return OK;
}

static int run_hangup(struct words *words)
{
	q931_call *call = call_word(words);

	return call == NULL ? -1 : pri_hangup(words->pri, call, (int) number(words, 2));
}

static int run_cc_available(struct words *words)
{
	q931_call *call = call_word(words);

	if (call == NULL)
		return -1;
	give(words, "cc", pri_cc_available(words->pri, call));
	return OK;
}

static int run_cc_request(struct words *words)
{
	static const char *const modes[] = { "ccbs", "ccnr", NULL };
	int mode = choice(words, 2, modes);

	return words->error != NULL ? -1 : pri_cc_req(words->pri, number(words, 1), mode);
}

static int run_cc_response(struct words *words)
{
	/* libpri's own numbers, found by running it: 1 answers shortTermRejection too. */
	static const char *const answers[] = { "ok", "short", "long", NULL };
	static const int statuses[] = { 0, 2, 3 };
	int answer = choice(words, 2, answers);

	return words->error != NULL ? -1 : pri_cc_req_rsp(words->pri, number(words, 1), statuses[answer]);
}

static int run_cc_free(struct words *words)
{
	pri_cc_remote_user_free(words->pri, number(words, 1));
	return OK;
}

static int run_cc_status(struct words *words)
{
	static const char *const statuses[] = { "free", "busy", NULL };
	int status = choice(words, 2, statuses);

	if (words->error == NULL)
		pri_cc_status(words->pri, number(words, 1), status);
	return OK;
}

static int run_cc_cancel(struct words *words)
{
	pri_cc_cancel(words->pri, number(words, 1));
	return OK;
}

static int run_cc_retain(struct words *words)
{
	static const char *const sides[] = { "request", "response", NULL };
	static const char *const retentions[] = { "release", "retain", "any", NULL };
	int side = choice(words, 1, sides);
	int retention = choice(words, 2, retentions);

	if (words->error != NULL)
		return -1;
	if (side == 0)
		pri_cc_retain_signaling_req(words->pri, retention);
	else
		pri_cc_retain_signaling_rsp(words->pri, retention);
	return OK;
}

static int run_cc_enable(struct words *words)
{
	pri_cc_enable(words->pri, (int) number(words, 1));
	return OK;
}

static int run_timer(struct words *words)
{
	int index = pri_timer2idx(word(words, 1));

	if (index < 0) {
		words->error = "libpri has no such timer";
		return -1;
	}
	if (words->count > 2 && pri_set_timer(words->pri, index, (int) number(words, 2)) != 0)
		return -1;
	give(words, "ms", pri_get_timer(words->pri, index));
	return OK;
}

static int run_auto_proceed(struct words *words)
{
	proceed_by_itself = number(words, 1) != 0;
	return OK;
}

static int run_restart(struct words *words)
{
	return pri_reset(words->pri, (int) number(words, 1));
}

static int run_raw(struct words *words)
{
	const char *hex = word(words, 1);
	unsigned char message[LINK_FRAME_MAX];
	int length = 0;

	for (; length < LINK_FRAME_MAX && isxdigit(hex[0]) && isxdigit(hex[1]); hex += 2)
		sscanf(hex, "%2hhx", &message[length++]);
	if (*hex != '\0' || length == 0) {
		words->error = "not hex octets";
		return -1;
	}
	return link_slip_in(message, length);
}

static int run_cut(struct words *words)
{
	link_cut(strcmp(word(words, 1), "silent") != 0);
	return OK;
}

static int run_restore(struct words *words)
{
	(void) words;
	link_restore();
	return OK;
}

static int run_debug(struct words *words)
{
	pri_set_debug(words->pri, (int) number(words, 1));
	return OK;
}

static const struct command {
	const char *name;
	int words; /* at least, with its own */
	int (*run)(struct words *words);
} commands[] = {
	{ "call", 4, run_call },
	{ "proceed", 2, run_proceed },
	{ "alert", 2, run_alert },
	{ "divert", 5, run_divert },
	{ "answer", 2, run_answer },
	{ "digit", 3, run_digit },
	{ "more", 2, run_more },
	{ "overlap", 2, run_overlap },
	{ "hangup", 3, run_hangup },
	{ "ccavail", 2, run_cc_available },
	{ "ccreq", 3, run_cc_request },
	{ "ccrsp", 3, run_cc_response },
	{ "ccfree", 2, run_cc_free },
	{ "ccstatus", 3, run_cc_status },
	{ "cccall", 2, run_cc_call },
	{ "cccancel", 2, run_cc_cancel },
	{ "ccretain", 3, run_cc_retain },
	{ "ccenable", 2, run_cc_enable },
	{ "timer", 2, run_timer },
	{ "autoproceed", 2, run_auto_proceed },
	{ "restart", 2, run_restart },
	{ "raw", 2, run_raw },
	{ "cut", 1, run_cut },
	{ "restore", 1, run_restore },
	{ "debug", 2, run_debug },
};

static int run(struct words *words)
{
	for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++) {
		if (strcmp(word(words, 0), commands[i].name) != 0)
			continue;
		if (words->count >= commands[i].words)
			return commands[i].run(words);
		words->error = "an argument is missing";
		return -1;
	}
	words->error = "no such command";
	return -1;
}

int command_run(struct pri *pri, char *line)
{
	static long lines;
	struct words words = { .pri = pri };
	char *rest = NULL;
	int result;

	for (char *at = strtok_r(line, " \t\r\n", &rest); at != NULL; at = strtok_r(NULL, " \t\r\n", &rest))
		if (words.count < WORDS_MAX)
			words.word[words.count++] = at;
	if (strcmp(word(&words, 0), "quit") == 0)
		return 1;
	if (pri == NULL)
		words.error = "the trunk was never connected yet";
	result = pri == NULL ? -1 : run(&words);
	output_begin_number("reply", lines++);
	output_number("result", result);
	if (words.gives != NULL)
		output_number(words.gives, words.given);
	if (words.error != NULL)
		output_text("error", words.error);
	output_end();
	return 0;
}
