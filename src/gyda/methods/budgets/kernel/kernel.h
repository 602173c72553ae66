/* What the parts of the kernel share. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */

#ifndef GYDA_KERNEL_H
#define GYDA_KERNEL_H

#include <stdint.h>

#define LANES 8
#define NOBODY (-1)
#define UNSURE (-2)

/* Twice the speed where the machine has wider registers; the results are the same. */
#if defined(__x86_64__) && defined(__gnu_linux__) && defined(__GNUC__) && !defined(__clang__)
#define CLONED __attribute__((target_clones("avx2", "default")))
#else
#define CLONED
#endif

/* Ballots by project: those of project c stand from start[c] to start[c + 1]. */
typedef struct {
    int projects;
    int64_t ballots;
    const int64_t *start;
    const int32_t *voter;
    const double *points; /* along with voter; NULL: 1 each */
    const double *weight; /* of each ballot */
    const double *cost, *value, *first; /* of each project; first: a lower bound of its price */
    const int32_t *rank, *next_twin;
    int by_cost; /* whether value is cost; else it is 1 */
    double ceiling, electorate;
} election;

/* What comes out in each lane. Winners stand at won[lane * projects]. */
typedef struct {
    int32_t *won;
    int32_t winners[LANES];
    int8_t sure[LANES], overspent[LANES];
} results;

/* Count `count` endowments up to the first that overspends; return 0 when there is no memory. */
int scan_lanes(const election *of, const double *endowments, int count, results *into);

/* Sum what the supporters of each project pay at its level, each at most all of a purse. */
void sum_paid(const election *of, const double *purse, const double *level, double *paid);

/* Merged ballots: row i is chosen[start[i]] to chosen[start[i + 1]], cast `times[i]` times. */
typedef struct {
    int64_t rows, entries, lines, repeated;
    int64_t *start, *times;
    int32_t *chosen;
} merged;

typedef struct {
    const char *text;
    int64_t length;
} piece;

/* Return 1: read; 0: something is out of the ordinary; -1: no memory. Free with `forget`. */
int read_ballots(piece votes, int columns, int voter, int vote, const piece *ids, int projects,
                 merged *into);
void forget(merged *these);

#endif
