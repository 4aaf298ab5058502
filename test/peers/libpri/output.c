/* SPDX-License-Identifier: GPL-2.0-only */
#include "output.h"

#include <stdio.h>
#include <sys/time.h>

static void key(const char *name)
{
	printf("\"%s\":", name);
}

static void text(const char *value)
{
	putchar('"');
	for (const unsigned char *at = (const unsigned char *) value; *at != '\0'; at++) {
		if (*at == '"' || *at == '\\')
			printf("\\%c", *at);
		else if (*at < 0x20 || *at > 0x7e)
			printf("\\u%04x", *at); /* names come as ISO 8859-1, whose octets are code points */
		else
			putchar(*at);
	}
	putchar('"');
}

static void time_now(void)
{
	struct timeval now;

	gettimeofday(&now, NULL);
	output_number("at", now.tv_sec * 1000L + now.tv_usec / 1000);
}

void output_begin(const char *name, const char *value)
{
	putchar('{');
	key(name);
	text(value);
	time_now();
}

void output_begin_number(const char *name, long value)
{
	putchar('{');
	key(name);
	printf("%ld", value);
	time_now();
}

void output_text(const char *name, const char *value)
{
	putchar(',');
	key(name);
	text(value);
}

void output_number(const char *name, long value)
{
	putchar(',');
	key(name);
	printf("%ld", value);
}

void output_flag(const char *name, int value)
{
	putchar(',');
	key(name);
	fputs(value ? "true" : "false", stdout);
}

void output_octets(const char *name, const unsigned char *octets, int count)
{
	putchar(',');
	key(name);
	putchar('"');
	for (int i = 0; i < count; i++)
		printf("%02x", octets[i]);
	putchar('"');
}

void output_end(void)
{
	puts("}");
	fflush(stdout);
}
