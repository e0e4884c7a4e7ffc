/* Writes down what a typist presses for Vietnamese words.
 *
 *     keys telex|vni last|spelt <WORDS >CORPUS
 *
 * It turns each line of WORDS, a word, into a line of CORPUS: the word, a tab, its keys. `last` puts the tone's key at
 * the end of the word, `spelt` right after the letter that bears it. Words that are not a single syllable in
 * Vietnamese letters are left out, and so are those with the tone on the last vowel of oa, oe, uy (hoà): all engines are
 * measured with their default settings, which write hòa.
 */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "letters.h"

struct method {
    int vni;
    int tone_last;
};

struct letter {
    const struct vowel *vowel; /* NULL for a consonant */
    int tone;                  /* 0 for none */
    char base;                 /* as it is typed, with its case */
    char mark;
};

/* Finds the letter at `text`; gives how many bytes it has, 0 when it is not a letter of Vietnamese. */
static int read_letter(const char *text, const struct method *method, struct letter *letter) {
    int size = width(text);
    *letter = (struct letter){NULL, 0, *text, 0};
    for (const struct vowel *vowel = vowels; vowel < vowels + VOWELS; vowel++)
        for (int capital = 0; capital < 2; capital++) {
            const char *form = capital ? vowel->capital : vowel->small;
            for (int tone = 0; *form; tone++, form += width(form)) {
                if (strncmp(form, text, (size_t)size) != 0) continue;
                char base = capital ? (char)toupper((unsigned char)vowel->base) : vowel->base;
                *letter = (struct letter){vowel, tone, base, method->vni ? vowel->vni : vowel->telex};
                return size;
            }
        }
    if (strncmp(text, "đ", 2) == 0 || strncmp(text, "Đ", 2) == 0) {
        letter->base = text[1] == '\x91' ? 'd' : 'D';
        letter->mark = method->vni ? '9' : 'd';
        return size;
    }
    return *text && strchr("bcdghklmnpqrstvxBCDGHKLMNPQRSTVX", *text) ? 1 : 0;
}

static int is_new_style(const struct letter *letters, int count) {
    if (count < 2 || letters[count - 1].tone == 0 || letters[count - 1].mark || letters[count - 2].mark) return 0;
    char last[3] = {(char)tolower(letters[count - 2].base), (char)tolower(letters[count - 1].base), '\0'};
    int after_q = count > 2 && tolower(letters[count - 3].base) == 'q';
    return !after_q && (!strcmp(last, "oa") || !strcmp(last, "oe") || !strcmp(last, "uy"));
}

/* Writes the keys of `word`; gives 0 when it is left out. */
static int write_keys(const char *word, const struct method *method, char *keys) {
    const char *tones = method->vni ? vni_tones : telex_tones;
    struct letter letters[16];
    int count = 0, has_vowel = 0;
    char tone = 0;
    for (const char *at = word; *at; count++) {
        if (count == 16) return 0;
        struct letter *letter = &letters[count];
        int size = read_letter(at, method, letter);
        if (size == 0) return 0;
        at += size;
        if (letter->tone && tone) return 0;
        if (letter->tone) tone = tones[letter->tone - 1];
        has_vowel |= letter->vowel != NULL;
    }
    if (!has_vowel || is_new_style(letters, count)) return 0;
    for (int i = 0; i < count; i++) {
        *keys++ = letters[i].base;
        if (letters[i].mark) *keys++ = letters[i].mark;
        /* A letter twice that would be another letter takes a third press: xooong. */
        int doubled = i > 0 && letters[i].vowel && letters[i].vowel == letters[i - 1].vowel;
        if (doubled && !method->vni && strchr("aeo", letters[i].base)) *keys++ = letters[i].base;
        if (letters[i].tone && !method->tone_last) *keys++ = tone;
    }
    if (tone && method->tone_last) *keys++ = tone;
    *keys = '\0';
    return 1;
}

int main(int count, char **arguments) {
    if (count != 3) {
        fprintf(stderr, "usage: keys telex|vni last|spelt <WORDS >CORPUS\n");
        return 2;
    }
    struct method method = {strcmp(arguments[1], "vni") == 0, strcmp(arguments[2], "last") == 0};
    char word[256], keys[64];
    while (fgets(word, sizeof word, stdin)) {
        word[strcspn(word, "\n")] = '\0';
        if (write_keys(word, &method, keys)) printf("%s\t%s\n", word, keys);
    }
    return 0;
}
