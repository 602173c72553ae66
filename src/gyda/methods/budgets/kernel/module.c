/* The kernel as a module of Python: plain buffers in, plain bytes out. Optional; see __init__.py. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */

#define PY_SSIZE_T_CLEAN
#define Py_LIMITED_API 0x030b0000
#include <Python.h>

#include "kernel.h"

#include <stdlib.h>
#include <string.h>

static PyObject *lane_as_tuple(const results *found, int k, int projects)
{
    const char *won = (const char *)(found->won + (size_t)k * (size_t)projects);
    Py_ssize_t bytes = (Py_ssize_t)sizeof(int32_t) * found->winners[k];
    return Py_BuildValue("(y#ii)", won, bytes, (int)found->sure[k], (int)found->overspent[k]);
}

static PyObject *lanes_as_list(const results *found, int count, int projects)
{
    PyObject *list = PyList_New(0);
    for (int k = 0, over = 0; list && k < count && !over; k++) {
        PyObject *one = lane_as_tuple(found, k, projects);
        if (!one || PyList_Append(list, one) < 0)
            Py_CLEAR(list);
        Py_XDECREF(one);
        over = found->overspent[k];
    }
    return list;
}

static PyObject *counted(const election *of, const double *endowments, int count)
{
    results found = {.won = calloc((size_t)of->projects * LANES + 1, sizeof(int32_t))};
    int fine = found.won != NULL;
    PyObject *list = NULL;
    Py_BEGIN_ALLOW_THREADS
    fine = fine && scan_lanes(of, endowments, count, &found);
    Py_END_ALLOW_THREADS
    if (fine)
        list = lanes_as_list(&found, count, of->projects);
    else
        PyErr_NoMemory();
    free(found.won);
    return list;
}

/* scan(start, voter, points, weight, cost, value, first, rank, next_twin, endowments,
   by_cost, ceiling, electorate) -> [(winners as int32, sure, overspent), ...] */
static PyObject *scan(PyObject *self, PyObject *arguments)
{
    Py_buffer b[10];
    election of = {0};
    (void)self;
    if (!PyArg_ParseTuple(arguments, "y*y*y*y*y*y*y*y*y*y*pdd", &b[0], &b[1], &b[2], &b[3], &b[4],
                          &b[5], &b[6], &b[7], &b[8], &b[9], &of.by_cost, &of.ceiling,
                          &of.electorate))
        return NULL;
    of.start = b[0].buf;
    of.voter = b[1].buf;
    of.points = b[2].len ? b[2].buf : NULL;
    of.weight = b[3].buf;
    of.ballots = b[3].len / (Py_ssize_t)sizeof(double);
    of.cost = b[4].buf;
    of.projects = (int)(b[4].len / (Py_ssize_t)sizeof(double));
    of.value = b[5].buf;
    of.first = b[6].buf;
    of.rank = b[7].buf;
    of.next_twin = b[8].buf;
    int count = (int)(b[9].len / (Py_ssize_t)sizeof(double));
    PyObject *list = counted(&of, b[9].buf, count < LANES ? count : LANES);
    for (int i = 0; i < 10; i++)
        PyBuffer_Release(&b[i]);
    return list;
}

/* paid(start, voter, points, weight, purse, level) -> what is paid for each project, as doubles */
static PyObject *paid(PyObject *self, PyObject *arguments)
{
    Py_buffer b[6];
    (void)self;
    if (!PyArg_ParseTuple(arguments, "y*y*y*y*y*y*", &b[0], &b[1], &b[2], &b[3], &b[4], &b[5]))
        return NULL;
    election of = {.start = b[0].buf, .voter = b[1].buf, .weight = b[3].buf};
    of.points = b[2].len ? b[2].buf : NULL;
    of.projects = (int)(b[5].len / (Py_ssize_t)sizeof(double));
    PyObject *sums = PyBytes_FromStringAndSize(NULL, b[5].len);
    if (sums) {
        double *into = (double *)PyBytes_AsString(sums);
        Py_BEGIN_ALLOW_THREADS
        sum_paid(&of, b[4].buf, b[5].buf, into);
        Py_END_ALLOW_THREADS
    }
    for (int i = 0; i < 6; i++)
        PyBuffer_Release(&b[i]);
    return sums;
}

/* Part the ids, which stand one a line; return how many there are. */
static int ids_of(const Py_buffer *text, piece *ids)
{
    const char *from = text->buf, *end = from + text->len;
    int count = 0;
    while (from < end) {
        const char *to = memchr(from, '\n', (size_t)(end - from));
        ids[count++] = (piece){from, to - from};
        from = to + 1;
    }
    return count;
}

static PyObject *merged_as_tuple(const merged *m)
{
    Py_ssize_t wide = (Py_ssize_t)sizeof(int64_t), narrow = (Py_ssize_t)sizeof(int32_t);
    const char *chosen = m->chosen ? (char *)m->chosen : "", *times = m->times ? (char *)m->times : "";
    return Py_BuildValue("(y#y#y#LL)", (char *)m->start, wide * (Py_ssize_t)(m->rows + 1), chosen,
                         narrow * (Py_ssize_t)m->entries, times, wide * (Py_ssize_t)m->rows,
                         (long long)m->lines, (long long)m->repeated);
}

/* ballots(votes, ids, number of ids, columns, voter, vote)
   -> (start, chosen, times, lines, repeated), or None: something is out of the ordinary.
   ids: one a line, each ending in a line feed. */
static PyObject *ballots(PyObject *self, PyObject *arguments)
{
    Py_buffer votes, names;
    int projects, columns, voter, vote, fine = -1;
    merged found = {0};
    (void)self;
    if (!PyArg_ParseTuple(arguments, "y*y*iiii", &votes, &names, &projects, &columns, &voter,
                          &vote))
        return NULL;
    piece *ids = malloc(sizeof(piece) * (size_t)(projects + 1));
    piece text = {votes.buf, votes.len};
    Py_BEGIN_ALLOW_THREADS
    if (ids && ids_of(&names, ids) == projects)
        fine = read_ballots(text, columns, voter, vote, ids, projects, &found);
    Py_END_ALLOW_THREADS
    PyObject *told = fine > 0 ? merged_as_tuple(&found)
        : fine == 0           ? Py_NewRef(Py_None)
                              : PyErr_NoMemory();
    forget(&found);
    free(ids);
    PyBuffer_Release(&votes);
    PyBuffer_Release(&names);
    return told;
}

static PyMethodDef functions[] = {
    {"scan", scan, METH_VARARGS, "Count up to eight endowments side by side."},
    {"paid", paid, METH_VARARGS, "Sum what the supporters of projects would pay."},
    {"ballots", ballots, METH_VARARGS, "Read and merge the plain ballots of a VOTES table."},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, "_compiled", "The compiled parts of counting.", -1, functions,
    NULL, NULL, NULL, NULL,
};

PyMODINIT_FUNC PyInit__compiled(void)
{
    return PyModule_Create(&definition);
}
