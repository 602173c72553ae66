/* The lines of a VOTES table, alike ballots merged: plain ones only, all else is left to Python. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */

#include "kernel.h"

#include <stdlib.h>
#include <string.h>

#define FULL 256 /* steps in a table of hashes that honest text never needs */

/* A table of hashes that grows: each slot has the number of a key, from 0, or -1. */
typedef struct {
    int64_t *slot;
    uint64_t *hash;
    int64_t size, used;
} table;

typedef struct {
    piece *ids; /* of voters */
    int64_t room;
} people;

typedef struct {
    table projects, voters, rows;
    const piece *ids;
    people seen;
    merged *into;
    int64_t row_room, entry_room;
    int32_t *paper; /* the ballot being read */
    int marked, paper_room;
} reading;

static uint64_t hash_of(const char *text, int64_t length)
{
    uint64_t h = 0x9e3779b97f4a7c15u ^ (uint64_t)length, word;
    for (; length >= 8; text += 8, length -= 8) {
        memcpy(&word, text, 8);
        h = (h ^ word) * 0xff51afd7ed558ccdu;
        h ^= h >> 32;
    }
    for (word = 0; length > 0; length--)
        word = word << 8 | (unsigned char)text[length - 1];
    h = (h ^ word) * 0xff51afd7ed558ccdu;
    h ^= h >> 29;
    h *= 0xc4ceb9fe1a85ec53u;
    return h ^ h >> 32;
}

static int grown(table *t)
{
    int64_t size = t->size ? 2 * t->size : 1024;
    int64_t *slot = malloc(sizeof(int64_t) * (size_t)size);
    uint64_t *hash = malloc(sizeof(uint64_t) * (size_t)size);
    if (!slot || !hash) {
        free(slot);
        free(hash);
        return 0;
    }
    memset(slot, -1, sizeof(int64_t) * (size_t)size);
    for (int64_t i = 0; i < t->size; i++) {
        if (t->slot[i] < 0)
            continue;
        int64_t j = (int64_t)(t->hash[i] & (uint64_t)(size - 1));
        while (slot[j] >= 0)
            j = (j + 1) & (size - 1);
        slot[j] = t->slot[i];
        hash[j] = t->hash[i];
    }
    free(t->slot);
    free(t->hash);
    *t = (table){slot, hash, size, t->used};
    return 1;
}

typedef int (*same)(const reading *r, int64_t number, const void *key);

/* Return the number of a key, `number` when it is new (and kept), or -1 when steps are too many. */
static int64_t place(reading *r, table *t, uint64_t hash, const void *key, same equal,
                     int64_t number)
{
    int64_t mask = t->size - 1, j = (int64_t)(hash & (uint64_t)mask);
    for (int steps = 0; t->slot[j] >= 0; j = (j + 1) & mask, steps++) {
        if (t->hash[j] == hash && equal(r, t->slot[j], key))
            return t->slot[j];
        if (steps > FULL)
            return -1;
    }
    if (number >= 0) {
        t->slot[j] = number;
        t->hash[j] = hash;
        t->used++;
    }
    return number;
}

static int alike(piece one, piece other)
{
    return one.length == other.length && !memcmp(one.text, other.text, (size_t)one.length);
}

static int same_project(const reading *r, int64_t number, const void *key)
{
    return alike(r->ids[number], *(const piece *)key);
}

static int same_voter(const reading *r, int64_t number, const void *key)
{
    return alike(r->seen.ids[number], *(const piece *)key);
}

static int same_row(const reading *r, int64_t number, const void *key)
{
    const merged *m = r->into;
    int64_t length = m->start[number + 1] - m->start[number];
    size_t bytes = sizeof(int32_t) * (size_t)length;
    return length == r->marked && !memcmp(m->chosen + m->start[number], key, bytes);
}

static int has_room(void **at, int64_t *room, int64_t needed, size_t each)
{
    if (needed <= *room)
        return 1;
    int64_t wider = 2 * needed + 64;
    void *moved = realloc(*at, each * (size_t)wider);
    if (!moved)
        return 0;
    *at = moved;
    *room = wider;
    return 1;
}

static piece trimmed(const char *from, const char *to)
{
    while (from < to && (*from == ' ' || *from == '\t'))
        from++;
    while (from < to && (to[-1] == ' ' || to[-1] == '\t'))
        to--;
    return (piece){from, to - from};
}

/* Read the ids of a ballot; return 0 when one of them is unknown. */
static int marks_of(reading *r, piece vote)
{
    const char *from = vote.text, *end = vote.text + vote.length;
    r->marked = 0;
    while (from <= end) {
        const char *to = memchr(from, ',', (size_t)(end - from));
        to = to ? to : end;
        piece id = trimmed(from, to);
        from = to + 1;
        if (!id.length)
            continue;
        uint64_t hash = hash_of(id.text, id.length);
        int64_t project = place(r, &r->projects, hash, &id, same_project, -1);
        if (project < 0 || r->marked >= r->paper_room)
            return 0;
        r->paper[r->marked++] = (int32_t)project;
    }
    return 1;
}

static int ascending(const void *one, const void *other)
{
    return *(const int32_t *)one - *(const int32_t *)other;
}

/* Sort the ballot that was read; a project stands on it once. Return whether one stood twice. */
static int sorted_once(reading *r)
{
    int32_t *paper = r->paper;
    int kept = 0, given = r->marked;
    if (given > 32)
        qsort(paper, (size_t)given, sizeof(int32_t), ascending);
    else
        for (int i = 1; i < given; i++) {
            int32_t mark = paper[i];
            int j = i;
            for (; j > 0 && paper[j - 1] > mark; j--)
                paper[j] = paper[j - 1];
            paper[j] = mark;
        }
    for (int i = 0; i < given; i++)
        if (!kept || paper[kept - 1] != paper[i])
            paper[kept++] = paper[i];
    r->marked = kept;
    return kept < given;
}

/* Count the ballot that was read among its like; return 1, 0 or -1 as `read_ballots` does. */
static int merge(reading *r)
{
    merged *m = r->into;
    int64_t number = m->rows;
    r->into->repeated += sorted_once(r);
    if (2 * r->rows.used >= r->rows.size && !grown(&r->rows))
        return -1;
    size_t bytes = sizeof(int32_t) * (size_t)r->marked;
    uint64_t hash = hash_of((const char *)r->paper, (int64_t)bytes);
    int64_t row = place(r, &r->rows, hash, r->paper, same_row, number);
    if (row < 0)
        return 0;
    if (row == number) {
        int64_t both = r->row_room, end = m->start[number] + r->marked;
        if (!has_room((void **)&m->times, &both, number + 2, sizeof(int64_t))
            || !has_room((void **)&m->start, &r->row_room, number + 2, sizeof(int64_t))
            || !has_room((void **)&m->chosen, &r->entry_room, end, sizeof(int32_t)))
            return -1;
        memcpy(m->chosen + m->start[number], r->paper, bytes);
        m->start[number + 1] = m->entries = end;
        m->times[number] = 0;
        m->rows++;
    }
    m->times[row]++;
    return 1;
}

/* Keep the id of a voter; return 0 when it came before. */
static int is_new(reading *r, piece voter)
{
    int64_t number = r->into->lines;
    if (2 * r->voters.used >= r->voters.size && !grown(&r->voters))
        return -1;
    if (!has_room((void **)&r->seen.ids, &r->seen.room, number + 1, sizeof(piece)))
        return -1;
    r->seen.ids[number] = voter;
    uint64_t hash = hash_of(voter.text, voter.length);
    return place(r, &r->voters, hash, &voter, same_voter, number) == number;
}

static int is_blank(piece line)
{
    for (int64_t i = 0; i < line.length; i++)
        if (!strchr(" \t;", line.text[i]))
            return 0;
    return 1;
}

/* Find two fields of a line; return whether it has exactly as many as there are columns. */
static int fields_of(piece line, int columns, int voter, int vote, piece *who, piece *what)
{
    const char *from = line.text, *end = line.text + line.length;
    for (int field = 0; field < columns; field++) {
        const char *to = memchr(from, ';', (size_t)(end - from));
        if (!to != (field == columns - 1))
            return 0;
        to = to ? to : end;
        if (field == voter)
            *who = (piece){from, to - from};
        if (field == vote)
            *what = (piece){from, to - from};
        from = to + 1;
    }
    return 1;
}

static int read_lines(reading *r, piece votes, int columns, int voter, int vote)
{
    const char *from = votes.text, *end = votes.text + votes.length;
    while (from < end) {
        const char *to = memchr(from, '\n', (size_t)(end - from));
        piece line = {from, (to ? to : end) - from}, who = {0}, what = {0};
        from = to ? to + 1 : end;
        if (is_blank(line))
            continue;
        if (!fields_of(line, columns, voter, vote, &who, &what) || !marks_of(r, what))
            return 0;
        int fine = is_new(r, who);
        if (fine > 0)
            fine = merge(r);
        if (fine <= 0)
            return fine;
        r->into->lines++;
    }
    return 1;
}

static int know_projects(reading *r, const piece *ids, int projects)
{
    r->ids = ids;
    for (int c = 0; c < projects; c++) {
        if (2 * r->projects.used >= r->projects.size && !grown(&r->projects))
            return -1;
        uint64_t hash = hash_of(ids[c].text, ids[c].length);
        if (place(r, &r->projects, hash, &ids[c], same_project, c) != c)
            return 0;
    }
    return 1;
}

void forget(merged *these)
{
    free(these->start);
    free(these->times);
    free(these->chosen);
}

int read_ballots(piece votes, int columns, int voter, int vote, const piece *ids, int projects,
                 merged *into)
{
    reading r = {.into = into, .paper_room = 2 * projects + 64};
    *into = (merged){.start = calloc(2, sizeof(int64_t))};
    r.paper = malloc(sizeof(int32_t) * (size_t)r.paper_room);
    int fine = r.paper && into->start && grown(&r.projects) && grown(&r.voters) && grown(&r.rows)
        ? know_projects(&r, ids, projects) : -1;
    if (fine > 0)
        fine = read_lines(&r, votes, columns, voter, vote);
    table *tables[] = {&r.projects, &r.voters, &r.rows};
    for (int i = 0; i < 3; i++) {
        free(tables[i]->slot);
        free(tables[i]->hash);
    }
    free(r.seen.ids);
    free(r.paper);
    return fine;
}
