#define _GNU_SOURCE
#include "worker.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../Tests/CClient/allocations.h"
#include "engine.h"

/* Lines of a word, a tab and its keys; and all those keys, each word's with a space after. */
struct corpus {
    char *lines;
    size_t size;
    char *keys;
    size_t key_count;
};

enum { TURN = 10 * 1000 * 1000, SLOWEST = 100000, REOPENINGS = 51 };

static const struct engine *typist;
static size_t sum; /* of what was read of each preedit, so that reading it is not left out */

static struct corpus read_corpus(const char *path) {
    struct corpus corpus = {NULL, 0, NULL, 0};
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        perror(path);
        exit(1);
    }
    size_t room = 0;
    ssize_t size = getdelim(&corpus.lines, &room, '\0', file);
    fclose(file);
    corpus.size = size < 0 ? 0 : (size_t)size;
    corpus.keys = malloc(corpus.size + 1);
    if (corpus.size == 0 || corpus.keys == NULL) {
        fprintf(stderr, "%s: nothing to type\n", path);
        exit(1);
    }
    for (char *line = corpus.lines; *line;) {
        char *keys = strchr(line, '\t') + 1, *end = strchr(keys, '\n');
        memcpy(corpus.keys + corpus.key_count, keys, (size_t)(end - keys));
        corpus.key_count += (size_t)(end - keys);
        corpus.keys[corpus.key_count++] = ' ';
        line = end + 1;
    }
    return corpus;
}

static void press(unsigned char key, struct output *output) {
    typist->press(key, output);
    if (output->preedit_size > 0) sum += (unsigned char)output->preedit[output->preedit_size - 1];
    sum += output->preedit_size + output->commit_size;
}

static void check(const struct corpus *corpus, struct answer *answer) {
    char document[1024];
    for (const char *line = corpus->lines; *line; answer->words++) {
        const char *tab = strchr(line, '\t'), *end = strchr(tab, '\n');
        struct output output;
        size_t size = 0;
        typist->reset();
        for (const char *key = tab + 1; key <= end; key++) {
            press(key == end ? ' ' : (unsigned char)*key, &output);
            if (size + output.commit_size + 1 > sizeof document) break;
            if (output.commit_size > 0) memcpy(document + size, output.commit, output.commit_size);
            size += output.commit_size;
            if (!output.consumed) document[size++] = key == end ? ' ' : *key;
        }
        size_t expected = (size_t)(tab - line);
        answer->right += size == expected + 1 && memcmp(document, line, expected) == 0 && document[expected] == ' ';
        line = end + 1;
    }
    answer->keys = (double)corpus->key_count;
}

static void type(const struct corpus *corpus) {
    struct output output;
    for (size_t i = 0; i < corpus->key_count; i++) press((unsigned char)corpus->keys[i], &output);
}

/* The whole corpus, as often as fits into a turn. */
static void type_in_bulk(const struct corpus *corpus, struct answer *answer) {
    unsigned long before = allocations;
    double start = processor_time(), end;
    do {
        type(corpus);
        answer->typed += (double)corpus->key_count;
        end = processor_time();
    } while (end - start < TURN);
    answer->ns_per_key = (end - start) / answer->typed;
    answer->allocations = (double)(allocations - before);
}

static double share(const unsigned *counts, size_t all, double part) {
    size_t below = 0, wanted = (size_t)((double)all * part);
    for (int ns = 0; ns < SLOWEST; ns++)
        if ((below += counts[ns]) > wanted) return ns;
    return SLOWEST;
}

static void type_one_by_one(const struct corpus *corpus, struct answer *answer) {
    static unsigned counts[SLOWEST + 1];
    memset(counts, 0, sizeof counts);
    answer->clock = clock_cost();
    type(corpus);
    for (size_t i = 0; i < corpus->key_count; i++) {
        struct output output;
        double start = now();
        press((unsigned char)corpus->keys[i], &output);
        double time = now() - start - answer->clock;
        counts[time < 0 ? 0 : time > SLOWEST ? SLOWEST : (int)time]++;
    }
    answer->median = share(counts, corpus->key_count, 0.5);
    answer->p99 = share(counts, corpus->key_count, 0.99);
}

static void reopen(const char *keymap, struct answer *answer) {
    double times[REOPENINGS];
    for (int i = 0; i < REOPENINGS; i++) {
        typist->close();
        double start = now();
        if (typist->open(keymap) != 0) exit(1);
        times[i] = now() - start;
    }
    answer->open_ns = percentile(times, REOPENINGS, 0.5);
}

static const struct engine *load(const char *path) {
    void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    const struct engine *found = library == NULL ? NULL : dlsym(library, "engine");
    if (found == NULL) {
        fprintf(stderr, "%s\n", dlerror());
        exit(1);
    }
    return found;
}

/* What engines print goes to standard error, so that answers stay whole. */
static int take_standard_output(void) {
    int answers = dup(STDOUT_FILENO);
    if (answers < 0 || dup2(STDERR_FILENO, STDOUT_FILENO) < 0) exit(1);
    return answers;
}

int work(const char *path, const char *keymap, const char *const *paths, int count) {
    int answers = take_standard_output();
    struct corpus corpora[MOST_CORPORA];
    for (int i = 0; i < count; i++) corpora[i] = read_corpus(paths[i]);
    typist = load(path);
    if (typist->start() != 0 || typist->open(keymap) != 0) return 1;
    struct order order;
    while (read(STDIN_FILENO, &order, sizeof order) == sizeof order) {
        struct answer answer;
        memset(&answer, 0, sizeof answer);
        switch (order.request) {
        case CHECK: check(&corpora[order.corpus], &answer); break;
        case BULK: type_in_bulk(&corpora[order.corpus], &answer); break;
        case EACH: type_one_by_one(&corpora[order.corpus], &answer); break;
        case REOPEN: reopen(keymap, &answer); break;
        }
        if (write(answers, &answer, sizeof answer) != sizeof answer) return 1;
    }
    /* Engines are not closed, because some need a special order for that. */
    _exit(sum == 0);
}

int launch(const char *path, const char *keymap, const char *corpus_path) {
    int answers = take_standard_output();
    struct corpus corpus = read_corpus(corpus_path);
    if (corpus.key_count > 5000) corpus.key_count = 5000;
    struct launch facts;
    struct output output;
    struct files files = objects_now();
    struct memory before = memory_now();

    double begin = processor_time();
    typist = load(path);
    double loaded = processor_time();
    if (typist->start() != 0) return 1;
    double started = processor_time();
    if (typist->open(keymap) != 0) return 1;
    double opened = processor_time();
    press((unsigned char)corpus.keys[0], &output);
    double typed = processor_time();

    type(&corpus);
    struct memory after = memory_now();
    facts.dlopen = loaded - begin;
    facts.start = started - loaded;
    facts.open = opened - started;
    facts.first_key = typed - opened;
    facts.memory.resident = after.resident - before.resident;
    facts.memory.private_clean = after.private_clean - before.private_clean;
    facts.memory.private_dirty = after.private_dirty - before.private_dirty;
    struct files all = objects_now();
    facts.files.count = all.count - files.count;
    facts.files.bytes = all.bytes - files.bytes;
    if (write(answers, &facts, sizeof facts) != sizeof facts) return 1;
    _exit(sum == 0);
}
