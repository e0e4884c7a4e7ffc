#include <string.h>

#include "rows.h"

/* The rows that share a method, one after the other; Chữ's is the first of them. */
static struct row *first_of(int method) {
    struct row *row = rows;
    while (row->method != method) row++;
    return row;
}

static struct row *find_row(const char *engine, int method) {
    for (struct row *row = rows; row < rows + ROWS; row++)
        if (row->method == method && !row->is_absent && strcmp(row->engine, engine) == 0) return row;
    return NULL;
}

static double part(const double *values, size_t count, double share) {
    double copy[ROUNDS];
    memcpy(copy, values, count * sizeof *values);
    return percentile(copy, count, share);
}

/* How many times as long `row` takes as `base`: the median over the rounds, each compared with itself only. */
static double ratio(const struct row *row, const struct row *base, int corpus) {
    double ratios[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) ratios[i] = row->figures[corpus].bulk[i] / base->figures[corpus].bulk[i];
    return percentile(ratios, ROUNDS, 0.5);
}

/* ---- Typing ---------------------------------------------------------------------------------------------------- */

static void report_typing(FILE *file, int method, int corpus) {
    const struct row *chu = first_of(method);
    fprintf(file, "\n### %s: %s\n\n%.0f words, %.0f keys with the space after each.\n\n", methods[method].title,
            methods[method].titles[corpus], chu->figures[corpus].words, chu->figures[corpus].keys);
    fprintf(file, "| | words right | ns a key | fastest round to p90 | times Chữ | one key, median | one key, p99 | "
                  "allocations a key |\n|---|--:|--:|--:|--:|--:|--:|--:|\n");
    for (struct row *row = rows; row < rows + ROWS; row++) {
        if (row->method != method || row->is_absent) continue;
        struct figures *figures = &row->figures[corpus];
        fprintf(file, "| %s | %.1f %% | %.1f | %.1f to %.1f | %.2f | %.0f | %.0f | %.2f |\n", row->title,
                100 * figures->right / figures->words, part(figures->bulk, ROUNDS, 0.5),
                part(figures->bulk, ROUNDS, 0), part(figures->bulk, ROUNDS, 0.9), ratio(row, chu, corpus),
                part(figures->median, EACH_ROUNDS, 0.5), part(figures->p99, EACH_ROUNDS, 0.5),
                figures->allocations / figures->typed);
    }
}

/* ---- Launching ------------------------------------------------------------------------------------------------- */

enum step { DLOPEN, START, OPEN, FIRST_KEY, ALL };

/* In microseconds. */
static double launch_time(const struct row *row, enum step step, double share) {
    double times[LAUNCHES];
    for (int i = 0; i < LAUNCHES; i++) {
        const struct launch *launch = &row->launches[i];
        times[i] = step == DLOPEN      ? launch->dlopen
                   : step == START     ? launch->start
                   : step == OPEN      ? launch->open
                   : step == FIRST_KEY ? launch->first_key
                                       : launch->dlopen + launch->start + launch->open + launch->first_key;
    }
    return percentile(times, LAUNCHES, share) / 1000;
}

static void report_launches(FILE *file) {
    fprintf(file, "\n## From dlopen to the first key\n\nMicroseconds of processor time, medians of %d processes each.\n\n", LAUNCHES);
    fprintf(file, "| | dlopen | start | open | first key | all | all, p90 | open again |\n"
                  "|---|--:|--:|--:|--:|--:|--:|--:|\n");
    for (struct row *row = rows; row < rows + ROWS; row++) {
        if (row->is_absent) continue;
        fprintf(file, "| %s | %.0f | %.0f | %.0f | %.0f | %.0f | %.0f | %.1f |\n", row->title,
                launch_time(row, DLOPEN, 0.5), launch_time(row, START, 0.5),
                launch_time(row, OPEN, 0.5), launch_time(row, FIRST_KEY, 0.5), launch_time(row, ALL, 0.5),
                launch_time(row, ALL, 0.9), part(row->reopen, REOPEN_ROUNDS, 0.5) / 1000);
    }
}

/* ---- Memory ---------------------------------------------------------------------------------------------------- */

static double kilobytes(const struct row *row, size_t field) {
    double values[LAUNCHES];
    for (int i = 0; i < LAUNCHES; i++)
        memcpy(&values[i], (const char *)&row->launches[i].memory + field, sizeof values[i]);
    return percentile(values, LAUNCHES, 0.5);
}

static double private_memory(const struct row *row) {
    return kilobytes(row, offsetof(struct memory, private_clean)) +
           kilobytes(row, offsetof(struct memory, private_dirty));
}

static void report_memory(FILE *file) {
    fprintf(file, "\n## Memory added, and size\n\nkB, medians of %d processes each, after 5,000 keys.\n\n", LAUNCHES);
    fprintf(file, "| | resident | private | of it written | libraries loaded | their files |\n"
                  "|---|--:|--:|--:|--:|--:|\n");
    for (struct row *row = rows; row < rows + ROWS; row++) {
        if (row->is_absent) continue;
        fprintf(file, "| %s | %.0f | %.0f | %.0f | %.0f | %.0f |\n", row->title,
                kilobytes(row, offsetof(struct memory, resident)), private_memory(row),
                kilobytes(row, offsetof(struct memory, private_dirty)), row->launches[0].files.count,
                row->launches[0].files.bytes / 1024);
    }
}

/* ---- Aims ------------------------------------------------------------------------------------------------------ */

/* The worst of Chữ's rows decides. */
static void judge(FILE *file, const char *aim, double found, double limit, const char *unit) {
    fprintf(file, "| %s | %.4g%s | %s |\n", aim, found, unit, found <= limit ? "met" : "**not met**");
}

static double worst(double (*measure)(const struct row *, int), int vietnamese_only) {
    double found = 0;
    for (const struct row *row = rows; row < rows + ROWS; row++) {
        if (strcmp(row->engine, "chu") != 0 || (vietnamese_only && !methods[row->method].is_vietnamese)) continue;
        for (int corpus = 0; corpus < MOST_CORPORA && methods[row->method].corpora[corpus] != NULL; corpus++) {
            double value = measure(row, corpus);
            if (value > found) found = value;
        }
    }
    return found;
}

static double bulk(const struct row *row, int corpus) { return part(row->figures[corpus].bulk, ROUNDS, 0.5); }
static double allocated(const struct row *row, int corpus) { return row->figures[corpus].allocations; }
static double beside_m17n(const struct row *row, int corpus) { return ratio(row, find_row("m17n", row->method), corpus); }
static double beside_unikey(const struct row *row, int corpus) {
    return ratio(row, find_row("unikey", row->method), corpus);
}
static double beside_m17n_opening(const struct row *row, int corpus) {
    (void)corpus;
    return launch_time(row, OPEN, 0.5) / launch_time(find_row("m17n", row->method), OPEN, 0.5);
}
static double launching(const struct row *row, int corpus) {
    (void)corpus;
    return launch_time(row, ALL, 0.5) / 1000;
}
static double memory(const struct row *row, int corpus) {
    (void)corpus;
    return private_memory(row) / 1024;
}

static void report_aims(FILE *file) {
    fprintf(file, "## Aims\n\nOf Chữ's figures the worst counts, over all keymaps and texts the aim speaks of.\n\n");
    fprintf(file, "| aim | found | |\n|---|--:|---|\n");
    judge(file, "Vietnamese: at most 35 ns a key in bulk", worst(bulk, 1), 35, " ns");
    if (find_row("unikey", 0) != NULL)
        judge(file, "Vietnamese: no slower than UniKey's engine alone", worst(beside_unikey, 1), 1, " times");
    judge(file, "at most 1/20 of libm17n's time for a key", worst(beside_m17n, 0), 0.05, " times");
    judge(file, "no allocation in steady state", worst(allocated, 0), 0, "");
    judge(file, "opening a keymap: at most 1/20 of libm17n's time", worst(beside_m17n_opening, 0), 0.05, " times");
    judge(file, "dlopen to the first key: below 1.5 ms", worst(launching, 0), 1.5, " ms");
    judge(file, "private memory added: below 2 MB", worst(memory, 0), 2, " MB");
}

void report(FILE *file) {
    report_aims(file);
    fprintf(file,
            "\n## Typing\n\nIn bulk: medians of %d rounds. One key: medians of %d rounds, less the %.0f ns that reading the "
            "clock twice takes.\n",
            ROUNDS, EACH_ROUNDS, part(rows[0].figures[0].clock, EACH_ROUNDS, 0.5));
    for (int method = 0; method < METHODS; method++)
        for (int corpus = 0; corpus < MOST_CORPORA && methods[method].corpora[corpus] != NULL; corpus++)
            report_typing(file, method, corpus);
    report_launches(file);
    report_memory(file);
}
