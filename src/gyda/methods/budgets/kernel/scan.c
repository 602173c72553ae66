/* Equal shares at eight endowments side by side: the bounds of scan.py, and its proof. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */

#include "kernel.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define ROUNDING 0x1p-52
#define BUMP 1e-9 /* how far above the level its upper bound is sought, relative */
#define MANY_RIVALS 40
#define AHEAD 24 /* supporters whose purses are fetched while others are summed */

#if defined(__GNUC__)
#define FETCH(address) __builtin_prefetch(address)
#else
#define FETCH(address) ((void)0)
#endif

/* One endowment is a lane: a ballot's eight purses fill one line of the cache. */
typedef double lanes __attribute__((vector_size(8 * LANES)));
typedef int64_t flags __attribute__((vector_size(8 * LANES)));

typedef struct {
    lanes level, low, high;
} bounds;

typedef struct {
    double low;
    int project;
} rival;

typedef struct {
    const election *of;
    lanes *purses;            /* per ballot */
    lanes *low;               /* per project: a bound of its price, infinite where it is out */
    rival *rivals;            /* room for all projects */
    unsigned char *fresh;     /* per project: lanes in which it was looked at this round */
    lanes error;              /* a bound of the weighted sum of the errors of all purses */
    int clean;                /* lanes in which every purse of nothing is truly empty */
    int active;               /* lanes still being counted */
    int leader[LANES];        /* the project of the lowest price, or NOBODY, UNSURE */
    lanes level, least, most; /* of the leader: its level, a bound below it; above its price */
    double cost[LANES];
    results *into;
} scan;

static int in(int set, int k)
{
    return set >> k & 1;
}

/* What the supporters of a project pay at a level in each lane, and who could pay more. */
CLONED static void paid_at(const scan *s, int c, const lanes *level, lanes *paid, lanes *rich)
{
    const election *of = s->of;
    int64_t end = of->start[c + 1];
    lanes sum = {0}, full = {0};
    for (int64_t e = of->start[c]; e < end; e++) {
        int32_t ballot = of->voter[e];
        FETCH(&s->purses[of->voter[e + AHEAD < end ? e + AHEAD : e]]);
        double points = of->points ? of->points[e] : 1.0, weight = of->weight[ballot];
        lanes purse = s->purses[ballot], due = *level * points;
        lanes units = (lanes){0} + weight * points;
        flags can = purse >= due;
        sum += weight * (lanes)(((flags)due & can) | ((flags)purse & ~can));
        full += (lanes)((flags)units & can);
    }
    *paid = sum;
    *rich = full;
}

/* Let the supporters pay a level (0 where nothing is to be paid); sum what was given and held. */
CLONED static void pay(const scan *s, int c, const lanes *level, const lanes *least, lanes *given,
                       lanes *held, flags *unclear)
{
    const election *of = s->of;
    int64_t end = of->start[c + 1];
    lanes gave = {0}, had = {0};
    flags doubt = {0};
    for (int64_t e = of->start[c]; e < end; e++) {
        int32_t ballot = of->voter[e];
        FETCH(&s->purses[of->voter[e + AHEAD < end ? e + AHEAD : e]]);
        double points = of->points ? of->points[e] : 1.0, weight = of->weight[ballot];
        lanes purse = s->purses[ballot], due = *level * points;
        flags all = purse <= due;
        lanes pays = (lanes)(((flags)purse & all) | ((flags)due & ~all));
        doubt |= all & (purse + s->error >= *least * points);
        gave += weight * pays;
        had += weight * purse;
        s->purses[ballot] = purse - pays;
    }
    *given = gave;
    *held = had;
    *unclear = doubt;
}

/* One step towards the level in one lane; return whether another is needed. */
static int stepped(double over, double rich, double slack, double *at, bounds *found, int k)
{
    int enough = over >= slack, known = enough && rich > 0;
    found->level[k] = known ? *at - over / rich : 0;
    found->high[k] = known ? *at : INFINITY;
    found->low[k] = known ? (*at - (over + slack) / rich) * (1 - 1e-13) : 0;
    if (enough)
        return 0;
    if (over + slack < 0)
        found->low[k] = INFINITY;
    if (!(rich > 0))
        return 0;
    *at += (2 * slack - over) / rich * (1 + 1e-15);
    return 1;
}

static void prices_of(const scan *s, int c, int wanted, const lanes *start, bounds *found)
{
    double cost = s->of->cost[c];
    int64_t supporters = s->of->start[c + 1] - s->of->start[c];
    lanes slack = s->error + (double)(supporters + 16) * 4 * ROUNDING * cost;
    lanes at = *start * (1 + BUMP), paid, rich;
    while (wanted) {
        paid_at(s, c, &at, &paid, &rich);
        for (int k = 0; k < LANES; k++) {
            double here = at[k];
            if (in(wanted, k) && !stepped(paid[k] - cost, rich[k], slack[k], &here, found, k))
                wanted &= ~(1 << k);
            at[k] = here;
        }
    }
}

/* Bound the price of one project in all lanes where it may still win. */
static void look(scan *s, int c)
{
    double value = s->of->value[c];
    lanes start = s->low[c] * value;
    bounds found;
    int wanted = 0;
    for (int k = 0; k < LANES; k++) {
        int open = in(s->active & ~s->fresh[c], k) && isfinite(s->low[c][k]);
        wanted |= open << k;
        start[k] = open ? start[k] : 0;
    }
    s->fresh[c] |= (unsigned char)wanted;
    prices_of(s, c, wanted, &start, &found);
    for (int k = 0; k < LANES; k++) {
        double low = found.low[k] / value * (1 - 1e-15), high = found.high[k] / value * (1 + 1e-15);
        if (in(wanted, k) && low > s->low[c][k])
            s->low[c][k] = low;
        if (in(wanted, k) && high < s->most[k]) {
            s->leader[k] = c;
            s->most[k] = high;
            s->level[k] = found.level[k];
            s->least[k] = found.low[k];
        }
    }
}

/* Return the lowest bound among the lanes in which an unseen project may undercut the leader. */
static double threat(const scan *s, int c)
{
    double least = INFINITY;
    for (int k = 0; k < LANES; k++) {
        double low = s->low[c][k];
        if (low < least && low <= s->most[k] && in(s->active & ~s->fresh[c], k))
            least = low;
    }
    return least;
}

static int by_threat(const void *one, const void *other)
{
    const rival *a = one, *b = other;
    return a->low < b->low ? -1 : a->low > b->low ? 1 : a->project - b->project;
}

/* Return the weight of those who pay in full when nobody pays in part, else 0. */
static double payers(const scan *s, int c, int k)
{
    const election *of = s->of;
    double sum = 0;
    for (int64_t e = of->start[c]; e < of->start[c + 1]; e++) {
        double purse = s->purses[of->voter[e]][k], points = of->points ? of->points[e] : 1.0;
        if (purse - s->error[k] > s->most[k] * of->value[c] * points)
            sum += of->weight[of->voter[e]] * points;
        else if (purse != 0)
            return 0;
    }
    return sum;
}

/* Compare the exact prices cost / (payers * value), then ranks. */
static int cheaper(const election *of, int c, double with, int other, double others)
{
    __int128 mine = of->by_cost ? 1 : (__int128)of->cost[c];
    __int128 theirs = of->by_cost ? 1 : (__int128)of->cost[other];
    __int128 left = mine * (__int128)others, right = theirs * (__int128)with;
    return left < right || (left == right && of->rank[c] < of->rank[other]);
}

/* Find the exact winner among those that floats cannot tell apart, or say that it cannot be. */
static void settle_tie(scan *s, int k, int rivals)
{
    int best = NOBODY;
    double with = 0;
    for (int c = 0; c < s->of->projects; c++) {
        if (!(s->low[c][k] <= s->most[k]))
            continue;
        double these = rivals <= MANY_RIVALS && in(s->clean, k) ? payers(s, c, k) : 0;
        if (these == 0) {
            s->leader[k] = UNSURE;
            return;
        }
        if (best == NOBODY || cheaper(s->of, c, these, best, with)) {
            best = c;
            with = these;
        }
    }
    s->leader[k] = best;
    s->level[k] = s->of->cost[best] / with;
    s->least[k] = s->level[k] * (1 - 1e-15);
}

/* Name the winner of a lane. */
static void settle(scan *s, int k)
{
    int rivals = 0, left = 0;
    for (int c = 0; c < s->of->projects; c++) {
        rivals += s->low[c][k] <= s->most[k];
        left += isfinite(s->low[c][k]) != 0;
    }
    if (isinf(s->most[k]))
        s->leader[k] = left ? UNSURE : NOBODY;
    else if (rivals > 1)
        settle_tie(s, k, rivals);
}

/* Note what a lane has elected; return whether its count is over. */
static int ends(scan *s, int k)
{
    results *into = s->into;
    int c = s->leader[k];
    if (c < 0) {
        into->sure[k] = c == NOBODY;
        return 1;
    }
    into->won[k * s->of->projects + into->winners[k]++] = c;
    s->cost[k] += s->of->cost[c];
    into->sure[k] = into->overspent[k] = s->cost[k] > s->of->ceiling;
    return into->overspent[k];
}

/* Elect a project in all lanes that it leads. */
static void elect(scan *s, int c)
{
    int64_t supporters = s->of->start[c + 1] - s->of->start[c];
    int twin = s->of->next_twin[c];
    lanes level = {0}, least = {0}, given, held;
    flags unclear;
    for (int k = 0; k < LANES; k++) {
        int here = in(s->active, k) && s->leader[k] == c;
        level[k] = here ? s->level[k] : 0;
        least[k] = here ? s->least[k] : INFINITY;
    }
    pay(s, c, &level, &least, &given, &held, &unclear);
    for (int k = 0; k < LANES; k++) {
        if (!in(s->active, k) || s->leader[k] != c)
            continue;
        s->error[k] += fabs(given[k] - s->of->cost[c])
            + (double)(supporters + 16) * ROUNDING * held[k];
        s->clean &= ~((unclear[k] != 0) << k);
        if (twin >= 0)
            s->low[twin][k] = s->low[c][k];
        s->low[c][k] = INFINITY;
        s->leader[k] = NOBODY;
    }
}

/* Find the leader of every lane: its likeliest first, then all that may undercut it. */
static void compare(scan *s)
{
    memset(s->fresh, 0, (size_t)s->of->projects);
    for (int k = 0; k < LANES; k++) {
        s->leader[k] = UNSURE;
        s->most[k] = INFINITY;
    }
    for (int k = 0; k < LANES; k++) {
        int likely = 0;
        for (int c = 1; c < s->of->projects; c++)
            if (s->low[c][k] < s->low[likely][k])
                likely = c;
        if (in(s->active & ~s->fresh[likely], k))
            look(s, likely);
    }
    int many = 0;
    for (int c = 0; c < s->of->projects; c++)
        if (isfinite(s->rivals[many].low = threat(s, c)))
            s->rivals[many++].project = c;
    qsort(s->rivals, (size_t)many, sizeof(rival), by_threat);
    for (int n = 0; n < many; n++)
        if (isfinite(threat(s, s->rivals[n].project)))
            look(s, s->rivals[n].project);
}

/* One round in all lanes. A lane that overspends ends all lanes of higher endowments as well. */
static void round_of(scan *s)
{
    int going = s->active;
    compare(s);
    for (int k = 0; k < LANES; k++) {
        if (!in(going, k))
            continue;
        settle(s, k);
        if (ends(s, k))
            going &= s->into->overspent[k] ? (1 << k) - 1 : ~(1 << k);
    }
    s->active = going;
    for (int k = 0; k < LANES; k++)
        if (in(s->active, k) && s->leader[k] >= 0)
            elect(s, s->leader[k]);
}

static void begin(scan *s, const double *endowments, int count)
{
    for (int64_t i = 0; i < s->of->ballots; i++)
        for (int k = 0; k < LANES; k++)
            s->purses[i][k] = endowments[k < count ? k : 0];
    for (int c = 0; c < s->of->projects; c++)
        s->low[c] = (lanes){0} + s->of->first[c];
    for (int k = 0; k < LANES; k++)
        s->error[k] = endowments[k < count ? k : 0] * ROUNDING * s->of->electorate;
    s->clean = (1 << LANES) - 1;
    s->active = (1 << count) - 1;
}

int scan_lanes(const election *of, const double *endowments, int count, results *into)
{
    scan s = {.of = of, .into = into};
    s.purses = aligned_alloc(sizeof(lanes), sizeof(lanes) * (size_t)(of->ballots + 1));
    s.low = aligned_alloc(sizeof(lanes), sizeof(lanes) * (size_t)of->projects);
    s.fresh = malloc((size_t)of->projects);
    s.rivals = malloc(sizeof(rival) * (size_t)(of->projects + 1));
    int fine = s.purses && s.low && s.fresh && s.rivals;
    if (fine) {
        begin(&s, endowments, count);
        while (s.active)
            round_of(&s);
    }
    free(s.purses);
    free(s.low);
    free(s.fresh);
    free(s.rivals);
    return fine;
}

void sum_paid(const election *of, const double *purse, const double *level, double *paid)
{
    for (int c = 0; c < of->projects; c++) {
        double sum = 0;
        for (int64_t e = of->start[c]; e < of->start[c + 1]; e++) {
            int32_t ballot = of->voter[e];
            double due = level[c] * (of->points ? of->points[e] : 1.0);
            sum += of->weight[ballot] * (purse[ballot] < due ? purse[ballot] : due);
        }
        paid[c] = sum;
    }
}
