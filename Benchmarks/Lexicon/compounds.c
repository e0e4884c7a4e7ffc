/* Makes up keys: compounds of two to four of the syllables on standard input, joined by blanks. Some syllables are taken
 * more often than others, as in real text. The same keys in every run, all different, in no order.
 *
 *     compounds COUNT <SYLLABLES
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_SYLLABLES = 65536, LONGEST = 64 };

static char syllables[MOST_SYLLABLES][LONGEST];
static uint64_t state = 0x5EED;

static uint64_t next(void) {
    uint64_t mixed = state += 0x9E3779B97F4A7C15u;
    mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9u;
    mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EBu;
    return mixed ^ mixed >> 31;
}

/* Between 0 and 1, squared: low places are taken more often. */
static size_t place(size_t count) {
    double part = (double)(next() >> 11) / 9007199254740992.0;
    return (size_t)(part * part * (double)count);
}

static uint64_t hash(const char *text) {
    uint64_t value = 0xcbf29ce484222325u;
    for (; *text != '\0'; text++) value = (value ^ (unsigned char)*text) * 0x100000001b3u;
    return value == 0 ? 1 : value;
}

int main(int argument_count, char **arguments) {
    size_t wanted = argument_count == 2 ? strtoul(arguments[1], NULL, 10) : 0;
    size_t count = 0;
    if (wanted == 0) return 2;
    while (count < MOST_SYLLABLES && fgets(syllables[count], LONGEST, stdin) != NULL) {
        syllables[count][strcspn(syllables[count], "\n")] = '\0';
        if (*syllables[count] != '\0') count++;
    }
    if (count < 2) return 1;
    for (size_t i = count - 1; i > 0; i--) {
        char other[LONGEST];
        size_t j = next() % (i + 1);
        memcpy(other, syllables[i], LONGEST);
        memcpy(syllables[i], syllables[j], LONGEST);
        memcpy(syllables[j], other, LONGEST);
    }
    size_t size = 1;
    while (size < wanted * 2) size *= 2;
    /* By their hashes; two keys with one hash would be taken for one, which does no harm. */
    uint64_t *seen = calloc(size, sizeof *seen);
    if (seen == NULL) return 1;
    while (wanted > 0) {
        char key[4 * (LONGEST + 1)];
        size_t parts = 2 + next() % 8 / 5 + next() % 8 / 7; /* mostly two */
        size_t length = 0;
        for (size_t i = 0; i < parts; i++)
            length += (size_t)sprintf(key + length, "%s%s", i == 0 ? "" : " ", syllables[place(count)]);
        uint64_t value = hash(key);
        size_t slot = value & (size - 1);
        while (seen[slot] != 0 && seen[slot] != value) slot = (slot + 1) & (size - 1);
        if (seen[slot] == value) continue;
        seen[slot] = value;
        puts(key);
        wanted--;
    }
    free(seen);
    return 0;
}
