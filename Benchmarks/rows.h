/* What is measured: engines, what they type, and the figures found. */
#ifndef ROWS_H
#define ROWS_H

#include <stdio.h>
#include <sys/types.h>

#include "worker.h"

enum { ROUNDS = 30, EACH_ROUNDS = 10, REOPEN_ROUNDS = 3, LAUNCHES = 25 };

/* A way of typing, and the files of words and keys for it. */
struct method {
    const char *title;
    const char *corpora[MOST_CORPORA]; /* names of files, without .tsv */
    const char *titles[MOST_CORPORA];
    int is_vietnamese;
};

struct figures {
    double keys, words, right;
    double bulk[ROUNDS];
    double allocations, typed;
    double median[EACH_ROUNDS], p99[EACH_ROUNDS], clock[EACH_ROUNDS];
};

/* An engine with a keymap. */
struct row {
    const char *title;
    const char *engine; /* the name of its file, without .so */
    const char *keymap; /* as that engine knows it; of Chữ, a file below the keymaps' folder, without .chukey */
    int method;         /* which of `methods` */

    int is_absent; /* not built here */
    pid_t process;
    int orders, answers;
    struct figures figures[MOST_CORPORA];
    double reopen[REOPEN_ROUNDS];
    struct launch launches[LAUNCHES];
};

enum { METHODS = 3, ROWS = 12 };

extern const struct method methods[METHODS];
extern struct row rows[ROWS];

/* Prints all tables, in Markdown. */
void report(FILE *file);

#endif
