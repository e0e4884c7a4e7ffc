/* A process that holds one engine and measures it on request. */
#ifndef WORKER_H
#define WORKER_H

#include "measure.h"

enum { MOST_CORPORA = 3 };

/* What the harness writes to a worker's standard input. */
enum request { CHECK, BULK, EACH, REOPEN };

struct order {
    enum request request;
    int corpus;
};

/* What it reads from the worker's standard output; which fields, the order says. */
struct answer {
    double keys, words;  /* CHECK: how many the corpus has */
    double right;        /* CHECK: words that came out as they are written */
    double ns_per_key;   /* BULK */
    double allocations;  /* BULK: in all */
    double typed;        /* BULK: keys in all */
    double median, p99;  /* EACH: ns, the clock's cost taken off */
    double clock;        /* EACH: that cost */
    double open_ns;      /* REOPEN: median */
};

/* What a process says that opens an engine, types, and ends. Times are nanoseconds, memory is what was added. */
struct launch {
    double dlopen, start, open, first_key;
    struct memory memory;
    struct files files;
};

/* Answers orders until there are none. Gives the exit status. */
int work(const char *engine, const char *keymap, const char *const *corpora, int count);

/* Measures a launch and writes it to standard output. Gives the exit status. */
int launch(const char *engine, const char *keymap, const char *corpus);

#endif
