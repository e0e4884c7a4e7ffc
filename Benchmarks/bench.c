/* Measures Chữ beside its peers, all in one run and in turns, so that the noise of the machine meets all alike.
 *
 *     bench KEYMAPS CORPORA ENGINES...
 *
 * KEYMAPS is the folder of compiled keymaps, CORPORA the one of files with a word, a tab and its keys a line, and
 * ENGINES are the folders of the engines (chu.so, m17n.so, ...). Engines that are in none of them are left out. The
 * tables go to standard output, in Markdown.
 *
 * Each engine lives in a process of its own, and only one of them runs at a time.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "rows.h"

const struct method methods[METHODS] = {
    {"Telex",
     {"telex-last", "telex-spelt", "telex-text"},
     {"syllables, tone last", "syllables, tone after its vowel", "running text, tone last"},
     1},
    {"VNI",
     {"vni-last", "vni-spelt", "vni-text"},
     {"syllables, tone last", "syllables, tone after its vowel", "running text, tone last"},
     1},
    {"Tai Viet by sound", {"tai-words", NULL, NULL}, {"words", NULL, NULL}, 0},
};

struct row rows[ROWS] = {
    {.title = "**Chữ**, vi/telex", .engine = "chu", .keymap = "vi/telex", .method = 0},
    {.title = "UniKey's engine alone, Telex", .engine = "unikey", .keymap = "telex", .method = 0},
    {.title = "fcitx5-unikey in Fcitx, Telex", .engine = "fcitx5-unikey", .keymap = "telex", .method = 0},
    {.title = "libm17n, vi-telex", .engine = "m17n", .keymap = "vi-telex", .method = 0},
    {.title = "a table in C, Telex", .engine = "table", .keymap = "telex", .method = 0},
    {.title = "**Chữ**, vi/vni", .engine = "chu", .keymap = "vi/vni", .method = 1},
    {.title = "UniKey's engine alone, VNI", .engine = "unikey", .keymap = "vni", .method = 1},
    {.title = "fcitx5-unikey in Fcitx, VNI", .engine = "fcitx5-unikey", .keymap = "vni", .method = 1},
    {.title = "libm17n, vi-vni", .engine = "m17n", .keymap = "vi-vni", .method = 1},
    {.title = "a table in C, VNI", .engine = "table", .keymap = "vni", .method = 1},
    {.title = "**Chữ**, blt-Tavt/phonetic", .engine = "chu", .keymap = "blt-Tavt/phonetic", .method = 2},
    {.title = "libm17n, tai-sonla", .engine = "m17n", .keymap = "tai-sonla-kbd", .method = 2},
};

enum { LONGEST_PATH = 4096 };

struct paths {
    char engine[LONGEST_PATH], keymap[LONGEST_PATH], corpora[MOST_CORPORA][LONGEST_PATH];
    int corpus_count;
};

static void die(const char *what) {
    fprintf(stderr, "%s: %s\n", what, strerror(errno));
    exit(1);
}

static struct paths find(const struct row *row, char **folders) {
    struct paths paths = {.corpus_count = 0};
    for (char **engines = folders + 2; *engines != NULL; engines++) {
        snprintf(paths.engine, LONGEST_PATH, "%s/%s.so", *engines, row->engine);
        if (access(paths.engine, R_OK) == 0) break;
    }
    if (strcmp(row->engine, "chu") == 0)
        snprintf(paths.keymap, LONGEST_PATH, "%s/%s.chukey", folders[0], row->keymap);
    else
        snprintf(paths.keymap, LONGEST_PATH, "%s", row->keymap);
    for (int i = 0; i < MOST_CORPORA && methods[row->method].corpora[i] != NULL; i++, paths.corpus_count++)
        snprintf(paths.corpora[i], LONGEST_PATH, "%s/%s.tsv", folders[1], methods[row->method].corpora[i]);
    return paths;
}

/* Runs this program again as `role` for `row`: a new process, not a copy of this one. */
static void spawn(struct row *row, char *role, char **folders) {
    struct paths paths = find(row, folders);
    char *arguments[4 + MOST_CORPORA + 1] = {"bench", role, paths.engine, paths.keymap};
    int orders[2], answers[2];
    for (int i = 0; i < paths.corpus_count; i++) arguments[4 + i] = paths.corpora[i];
    if (pipe(orders) != 0 || pipe(answers) != 0) die("pipe");
    row->process = fork();
    if (row->process < 0) die("fork");
    if (row->process == 0) {
        dup2(orders[0], STDIN_FILENO);
        dup2(answers[1], STDOUT_FILENO);
        /* A worker that kept another's pipe would keep it from ending. */
        for (int file = 3; file < 200; file++) close(file);
        execv("/proc/self/exe", arguments);
        die("exec");
    }
    close(orders[0]);
    close(answers[1]);
    row->orders = orders[1];
    row->answers = answers[0];
}

static void hear(struct row *row, void *answer, size_t size) {
    for (char *at = answer; size > 0;) {
        ssize_t got = read(row->answers, at, size);
        if (got <= 0) {
            fprintf(stderr, "%s, %s: the engine gave up\n", row->engine, row->keymap);
            exit(1);
        }
        at += got;
        size -= (size_t)got;
    }
}

static void dismiss(struct row *row) {
    close(row->orders);
    close(row->answers);
    if (waitpid(row->process, NULL, 0) < 0) die("wait");
}

static struct answer ask(struct row *row, enum request request, int corpus) {
    struct order order = {request, corpus};
    struct answer answer;
    if (write(row->orders, &order, sizeof order) != sizeof order) die(row->engine);
    hear(row, &answer, sizeof answer);
    return answer;
}

static void take_turn(struct row *row, int corpus, int round) {
    struct figures *figures = &row->figures[corpus];
    struct answer answer = ask(row, BULK, corpus);
    figures->bulk[round] = answer.ns_per_key;
    figures->allocations += answer.allocations;
    figures->typed += answer.typed;
    if (round >= EACH_ROUNDS) return;
    answer = ask(row, EACH, corpus);
    figures->median[round] = answer.median;
    figures->p99[round] = answer.p99;
    figures->clock[round] = answer.clock;
}

/* Launches first, while no other process has the same files mapped: what a library takes is then its own. */
static void run(char **folders) {
    for (struct row *row = rows; row < rows + ROWS; row++)
        row->is_absent = access(find(row, folders).engine, R_OK) != 0;
    for (int round = 0; round < LAUNCHES; round++)
        for (struct row *row = rows; row < rows + ROWS; row++) {
            if (row->is_absent) continue;
            spawn(row, "--launch", folders);
            hear(row, &row->launches[round], sizeof row->launches[round]);
            dismiss(row);
        }
    for (struct row *row = rows; row < rows + ROWS; row++) {
        if (row->is_absent) continue;
        spawn(row, "--work", folders);
        for (int corpus = 0; corpus < MOST_CORPORA && methods[row->method].corpora[corpus] != NULL; corpus++) {
            struct answer answer = ask(row, CHECK, corpus);
            row->figures[corpus].keys = answer.keys;
            row->figures[corpus].words = answer.words;
            row->figures[corpus].right = answer.right;
        }
    }
    for (int round = 0; round < ROUNDS; round++)
        for (int corpus = 0; corpus < MOST_CORPORA; corpus++)
            for (struct row *row = rows; row < rows + ROWS; row++)
                if (!row->is_absent && methods[row->method].corpora[corpus] != NULL) take_turn(row, corpus, round);
    for (int round = 0; round < REOPEN_ROUNDS; round++)
        for (struct row *row = rows; row < rows + ROWS; row++)
            if (!row->is_absent) row->reopen[round] = ask(row, REOPEN, 0).open_ns;
    for (struct row *row = rows; row < rows + ROWS; row++)
        if (!row->is_absent) dismiss(row);
}

int main(int count, char **arguments) {
    const char *const *corpora = (const char *const *)arguments + 4;
    if (count > 4 && strcmp(arguments[1], "--work") == 0) return work(arguments[2], arguments[3], corpora, count - 4);
    if (count > 4 && strcmp(arguments[1], "--launch") == 0) return launch(arguments[2], arguments[3], *corpora);
    if (count < 4) {
        fprintf(stderr, "usage: bench KEYMAPS CORPORA ENGINES...\n");
        return 2;
    }
    run(arguments + 1);
    report(stdout);
    return 0;
}
