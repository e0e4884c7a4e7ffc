/* The floor: a table of letters and keys, and no judgement. A key changes the nearest letter before it that the table
 * lets it change; else it is a letter of its own. It knows no syllable, so it puts some tones where they do not belong
 * and takes nothing back. */
#include <string.h>

#include "../engine.h"
#include "../letters.h"

enum { LETTERS = 512, LONGEST = 64 };

static unsigned short next[LETTERS][128];
static struct {
    char bytes[3];
    unsigned char size;
} texts[LETTERS];
static unsigned short count;

static unsigned short word[LONGEST];
static unsigned char ends[LONGEST + 1]; /* ends[i + 1]: where the letter i ends in the preedit */
static unsigned length;
static char preedit[4 * LONGEST], committed[4 * LONGEST];

static int start(void) { return 0; }

static unsigned short letter(const char *text) {
    int size = width(text);
    if (size == 1) return (unsigned char)*text;
    for (unsigned short i = 128; i < count; i++)
        if (texts[i].size == size && memcmp(texts[i].bytes, text, (size_t)size) == 0) return i;
    memcpy(texts[count].bytes, text, (size_t)size);
    texts[count].size = (unsigned char)size;
    return count++;
}

static const char *form(const struct vowel *vowel, int capital, int tone) {
    const char *text = capital ? vowel->capital : vowel->small;
    while (tone-- > 0) text += width(text);
    return text;
}

/* A key works in both cases. */
static void change(const char *from, char key, const char *to) {
    unsigned short before = letter(from), after = letter(to);
    next[before][(unsigned char)key] = after;
    if (key >= 'a' && key <= 'z') next[before][key - 'a' + 'A'] = after;
}

static int open(const char *method) {
    int vni = strcmp(method, "vni") == 0;
    const char *tones = vni ? vni_tones : telex_tones;
    memset(next, 0, sizeof next);
    count = 128;
    for (int i = 0; i < 128; i++) {
        texts[i].bytes[0] = (char)i;
        texts[i].size = 1;
    }
    for (const struct vowel *vowel = vowels; vowel < vowels + VOWELS; vowel++)
        for (int capital = 0; capital < 2; capital++) {
            char mark = vni ? vowel->vni : vowel->telex;
            for (const struct vowel *plain = vowels; mark && plain < vowels + VOWELS; plain++)
                for (int tone = 0; plain->base == vowel->base && plain->telex == 0 && tone <= TONES; tone++)
                    change(form(plain, capital, tone), mark, form(vowel, capital, tone));
            for (int tone = 0; tone < TONES; tone++)
                change(form(vowel, capital, 0), tones[tone], form(vowel, capital, tone + 1));
        }
    change("d", vni ? '9' : 'd', "đ");
    change("D", vni ? '9' : 'd', "Đ");
    return 0;
}

static void press(unsigned char key, struct output *output) {
    output->commit_size = 0;
    output->consumed = 1;
    output->preedit = preedit;
    if (key == ' ' || key > 127 || length == LONGEST) {
        output->commit = committed;
        output->commit_size = ends[length];
        memcpy(committed, preedit, ends[length]);
        length = 0;
        output->consumed = 0;
        output->preedit_size = 0;
        return;
    }
    unsigned at = length;
    while (at > 0 && next[word[at - 1]][key] == 0) at--;
    if (at > 0) {
        at--;
        word[at] = next[word[at]][key];
    } else {
        at = length;
        word[length++] = key;
    }
    for (; at < length; at++) {
        unsigned end = ends[at];
        memcpy(preedit + end, texts[word[at]].bytes, sizeof texts->bytes);
        ends[at + 1] = (unsigned char)(end + texts[word[at]].size);
    }
    output->preedit_size = ends[length];
}

static void reset(void) { length = 0; }
static void close(void) {}

const struct engine engine = {start, open, press, reset, close};
