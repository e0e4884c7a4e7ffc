/* The few ICU functions that Chữ calls, under names and types of its own.
 *
 * Debian's ICU gives its functions a version suffix by macros, which Swift cannot see; and Foundation carries a
 * second ICU, whose types have the same names with other values. No type of ICU stands in this header, so that the
 * two never meet in one program's modules.
 *
 * ICU is loaded at the first call, not with the program: looking a word up needs none, and loading it takes as long as
 * the rest of a lookup. Without the version the program was built with, that call says so and ends the program with 69.
 */
#ifndef CHU_CICU_H
#define CHU_CICU_H

#include <stdint.h>

/* Nothing of this is for those who load the library that it is in. */
#pragma GCC visibility push(hidden)

/* Whether ICU can be loaded, transliterators and all: 1 or 0. The one function that may be called where it cannot. */
int32_t chu_icu_is_there(void);

enum { CHU_ICU_NFC = 0, CHU_ICU_NFD = 1, CHU_ICU_NFKD = 2 };

/* Writes `source` (UTF-16) in a normalization form to `target`, and returns the length of the result, which may be
 * more than `capacity`: then nothing useful was written. Negative when ICU fails. See unorm2_normalize. */
int32_t chu_icu_normalize(int32_t form, const uint16_t *source, int32_t length, uint16_t *target, int32_t capacity);

/* The canonical combining class. See u_getCombiningClass. */
uint8_t chu_icu_combining_class(int32_t scalar);

/* How a character behaves in NFC: 1 when it may join with what stands before it, 2 when it may change by itself; added
 * up, and 0 when neither. See unorm2_hasBoundaryBefore and UCHAR_NFC_QUICK_CHECK. */
uint8_t chu_icu_nfc_behaviour(int32_t scalar);

/* Which part of another character it may be in NFC: 1 when the one that begins it, 2 when one that ends it; added up, and 0
 * when neither. See unorm2_hasBoundaryAfter and UCHAR_NFC_QUICK_CHECK. */
uint8_t chu_icu_nfc_part(int32_t scalar);

/* Where a character can stand in a name: 1 when at its beginning, 2 when after it; added up, and 0 when nowhere. See
 * u_isIDStart and u_isIDPart. */
uint8_t chu_icu_identifier(int32_t scalar);

/* The four-letter code of the scalar's script, never NULL, never freed. See uscript_getScript. */
const char *chu_icu_script_code(int32_t scalar);

/* Writes the script in which `language` (a BCP 47 or ICU tag) is mostly written, four letters and a NUL, to `code`;
 * answers 0 when it is not known. See uloc_addLikelySubtags and uloc_getScript. */
int32_t chu_icu_likely_script(const char *language, char code[5]);

/* A transliterator compiled from rules; made and freed by the two calls below it. */
typedef struct chu_icu_transliterator chu_icu_transliterator;

/* What ICU says of rules that are wrong. */
typedef struct {
    /* ICU's name of what is wrong, never freed. */
    const char *name;
    /* Where, in 16-bit units of the rules; -1 when ICU does not say. */
    int32_t offset;
    /* The text before and after that place; or of two rules the beginnings. Ends in a zero. */
    uint16_t before[16], after[16];
} chu_icu_rule_error;

/* Compiles ICU transform rules (UTF-16), forward. NULL when they are wrong: then `error` is filled. See utrans_openU
 * and UParseError. */
chu_icu_transliterator *chu_icu_transliterator_open(
    const uint16_t *rules, int32_t length, chu_icu_rule_error *error);

/* Frees what chu_icu_transliterator_open gave; NULL is nothing. See utrans_close. */
void chu_icu_transliterator_close(chu_icu_transliterator *transliterator);

/* Transliterates the first `length` units of `text` in place. Returns the length of the result; negative when that would
 * be more than `capacity`, of which there are as many units: then `text` holds nothing useful. `changes` becomes the
 * number of times that a part of the text was replaced. See utrans_trans. */
int32_t chu_icu_transliterate(
    const chu_icu_transliterator *transliterator, uint16_t *text, int32_t length, int32_t capacity, int64_t *changes);

/* A code point of the set `pattern` (UTF-16), such as `[aeiou]`: its first when `part` is 0, one in the middle when it is
 * 1, else its last; negative when there is none or the pattern is wrong. See uset_openPattern and uset_charAt. */
int32_t chu_icu_set_member(const uint16_t *pattern, int32_t length, int32_t part);

/* Whether ICU knows how `language` (a BCP 47 or ICU tag) is sorted, be it as all others: 1 or 0. See
 * ucol_getLocaleByType. */
int32_t chu_icu_collates(const char *language);

/* The alphabetical order of a language; made and freed by the two calls below it. */
typedef struct chu_icu_collator chu_icu_collator;

/* The order of `language`, that of Unicode where ICU knows none, changed by collation rules (UTF-16; none when `length`
 * is 0). Punctuation does not count. Of the differences, those of letters count (`levels` 1), of marks too (2), and of
 * capitals too (3). NULL when the rules are wrong. See ucol_open and ucol_openRules. */
chu_icu_collator *chu_icu_collator_open(
    const char *language, const uint16_t *rules, int32_t length, int32_t levels);

/* Frees what chu_icu_collator_open gave; NULL is nothing. See ucol_close. */
void chu_icu_collator_close(chu_icu_collator *collator);

/* Writes the sort key of a text (UTF-16), whose last byte is 0 and no other, to `key`, and returns its length, which may
 * be more than `capacity`: then nothing useful was written. 0 when ICU fails. See ucol_getSortKey. */
int32_t chu_icu_sort_key(
    const chu_icu_collator *collator, const uint16_t *text, int32_t length, uint8_t *key, int32_t capacity);

#pragma GCC visibility pop

#endif
