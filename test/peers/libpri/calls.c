/* SPDX-License-Identifier: GPL-2.0-only */
#include "calls.h"

#include <stddef.h>

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
