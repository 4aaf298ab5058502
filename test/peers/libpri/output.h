/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef OUTPUT_H
#define OUTPUT_H

/*
 * One JSON object a line on stdout. An object is begun, filled and ended before the next; there is one thread.
 */
void output_begin(const char *key, const char *value);
void output_begin_number(const char *key, long value);
void output_text(const char *key, const char *value);
void output_number(const char *key, long value);
void output_flag(const char *key, int value);
void output_octets(const char *key, const unsigned char *octets, int count);
void output_end(void);

#endif
