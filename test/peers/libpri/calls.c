/* SPDX-License-Identifier: GPL-2.0-only */
#include "calls.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>

enum { CALLS_MAX = 65536 };

static q931_call *calls[CALLS_MAX];
static int count;

int call_number(q931_call *call)
{
	if (call == NULL)
		return CALL_NONE;
	for (int i = count - 1; i >= 0; i--)
		if (calls[i] == call)
			return i;
	if (count == CALLS_MAX)
		return CALL_NONE;
	calls[count] = call;
	return count++;
}

q931_call *call_of(long number)
{
	return number >= 0 && number < count ? calls[number] : NULL;
}

void call_forget(q931_call *call)
{
	for (int i = 0; i < count; i++)
		if (calls[i] == call)
			calls[i] = NULL;
}

static void private_number(struct pri_party_id *id, const char *digits)
{
	id->number.valid = 1;
	id->number.plan = PRI_NPI_PRIVATE;
	id->number.presentation = PRES_ALLOWED_USER_NUMBER_NOT_SCREENED;
	snprintf(id->number.str, sizeof id->number.str, "%s", digits);
}

int call_divert(struct pri *pri, q931_call *call, const char *from, const char *to, int reason)
{
	struct pri_party_redirecting redirecting;

	memset(&redirecting, 0, sizeof redirecting);
	private_number(&redirecting.from, from);
	private_number(&redirecting.to, to);
	redirecting.count = 1;
	redirecting.reason = reason;
	return pri_redirecting_update(pri, call, &redirecting);
}
