/* Writes a StarDict dictionary of a table: headword, part of speech, meanings, examples.
 *
 *     stardict PATH TITLE <TABLE
 *
 * makes PATH.ifo, PATH.idx and PATH.dict.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

struct entry {
    char *headword;
    uint32_t start, length;
};

/* The order of the format: ASCII letters without their case, then bytes. */
static int ordered(const void *left, const void *right) {
    const struct entry *a = left, *b = right;
    int order = strcasecmp(a->headword, b->headword);
    if (order == 0) order = strcmp(a->headword, b->headword);
    return order != 0 ? order : a->start < b->start ? -1 : 1;
}

static FILE *create(const char *path, const char *suffix) {
    char name[4096];
    snprintf(name, sizeof name, "%s.%s", path, suffix);
    FILE *file = fopen(name, "wb");
    if (file == NULL) {
        perror(name);
        exit(1);
    }
    return file;
}

static void big_endian(FILE *file, uint32_t value) {
    for (int shift = 24; shift >= 0; shift -= 8) putc((int)(value >> shift & 0xFF), file);
}

int main(int count, char **arguments) {
    if (count != 3) return 2;
    FILE *texts = create(arguments[1], "dict");
    struct entry *entries = NULL;
    size_t entry_count = 0, room = 0, line_room = 0;
    uint32_t end = 0;
    char *line = NULL;
    ssize_t length;
    while ((length = getline(&line, &line_room, stdin)) > 0) {
        char *text = strchr(line, '\t');
        if (text == NULL) continue;
        *text++ = '\0';
        for (char *at = text; *at != '\0'; at++)
            if (*at == '\t') *at = '\n';
        if (entry_count == room) {
            room = room == 0 ? 1024 : room * 2;
            entries = realloc(entries, room * sizeof *entries);
            if (entries == NULL) return 1;
        }
        uint32_t size = (uint32_t)strlen(text);
        entries[entry_count++] = (struct entry){strdup(line), end, size};
        fwrite(text, 1, size, texts);
        end += size;
    }
    qsort(entries, entry_count, sizeof *entries, ordered);
    FILE *index = create(arguments[1], "idx");
    for (size_t i = 0; i < entry_count; i++) {
        fwrite(entries[i].headword, 1, strlen(entries[i].headword) + 1, index);
        big_endian(index, entries[i].start);
        big_endian(index, entries[i].length);
    }
    long index_size = ftell(index);
    FILE *info = create(arguments[1], "ifo");
    fprintf(info, "StarDict's dict ifo file\nversion=2.4.2\nwordcount=%zu\nidxfilesize=%ld\nbookname=%s\nsametypesequence=m\n",
            entry_count, index_size, arguments[2]);
    return fclose(texts) | fclose(index) | fclose(info) ? 1 : 0;
}
