#define _GNU_SOURCE
#include "cicu.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/ucol.h>
#include <unicode/uloc.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/uset.h>
#include <unicode/utrans.h>
#include <unicode/uvernum.h>

/* Only compiling needs ICU, and loading it with its data takes as long as a whole lookup; so it is loaded when it is
 * first called. ICU's names end in its version, which its headers add by macros. */
#define TEXT(name) #name
#define NAME(function) TEXT(function)
#define LIBRARY "libicuuc.so." U_ICU_VERSION_SHORT
/* Transliterators and collators are in a library of their own, which is loaded when the first one is opened. */
#define TRANSFORM_LIBRARY "libicui18n.so." U_ICU_VERSION_SHORT

#define FUNCTIONS(each) \
    each(unorm2_getNFCInstance) each(unorm2_getNFDInstance) each(unorm2_getNFKDInstance) each(unorm2_normalize) \
    each(u_getCombiningClass) each(uscript_getScript) each(uscript_getShortName) each(uloc_addLikelySubtags) \
    each(uloc_getScript) each(u_errorName) each(unorm2_hasBoundaryBefore) each(u_getIntPropertyValue) \
    each(unorm2_hasBoundaryAfter) \
    each(u_isIDStart) each(u_isIDPart) each(uset_openPattern) each(uset_size) each(uset_charAt) each(uset_close)
#define TRANSFORM_FUNCTIONS(each) each(utrans_openU) each(utrans_close) each(utrans_trans)

#define COLLATION_FUNCTIONS(each) \
    each(ucol_open) each(ucol_openRules) each(ucol_getRules) each(ucol_setAttribute) each(ucol_getSortKey) \
    each(ucol_getLocaleByType) each(ucol_close)

#define DECLARE(function) __typeof__(&function) function;
static struct {
    FUNCTIONS(DECLARE)
    TRANSFORM_FUNCTIONS(DECLARE)
    COLLATION_FUNCTIONS(DECLARE)
} icu;

/* What could not be found of each of these; NULL when nothing is missing. */
static const char *missing, *missing_transforms, *missing_collation;

static void *find(void *library, const char *name, const char **lacking) {
    void *function = library == NULL ? NULL : dlsym(library, name);
    if (function == NULL) *lacking = name;
    return function;
}

/* What would be made without ICU would be wrong. */
static void refuse(const char *name) {
    fprintf(stderr, "%s of ICU %s is not there\ninstall ICU %s, with which this program was built\n", name,
            U_ICU_VERSION_SHORT, U_ICU_VERSION_SHORT);
    _Exit(69);
}

#define FIND(function) icu.function = (__typeof__(&function))find(library, NAME(function), &missing);
#define FIND_TRANSFORM(function) \
    icu.function = (__typeof__(&function))find(library, NAME(function), &missing_transforms);
#define FIND_COLLATION(function) \
    icu.function = (__typeof__(&function))find(library, NAME(function), &missing_collation);

static void load(void) {
    void *library = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL);
    FUNCTIONS(FIND)
}

static const char *lacking(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, load);
    return missing;
}

static void need_icu(void) {
    const char *name = lacking();
    if (name != NULL) refuse(name);
}

static void load_transforms(void) {
    void *library = dlopen(TRANSFORM_LIBRARY, RTLD_NOW | RTLD_LOCAL);
    TRANSFORM_FUNCTIONS(FIND_TRANSFORM)
}

static const char *lacking_transforms(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, load_transforms);
    return missing_transforms;
}

static void need_transforms(void) {
    need_icu();
    const char *name = lacking_transforms();
    if (name != NULL) refuse(name);
}

static void load_collation(void) {
    void *library = dlopen(TRANSFORM_LIBRARY, RTLD_NOW | RTLD_LOCAL);
    COLLATION_FUNCTIONS(FIND_COLLATION)
}

static void need_collation(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    need_icu();
    pthread_once(&once, load_collation);
    if (missing_collation != NULL) refuse(missing_collation);
}

int32_t chu_icu_is_there(void) { return lacking() == NULL && lacking_transforms() == NULL; }

int32_t chu_icu_normalize(int32_t form, const uint16_t *source, int32_t length, uint16_t *target, int32_t capacity) {
    need_icu();
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *normalizer = form == CHU_ICU_NFC   ? icu.unorm2_getNFCInstance(&status)
                                     : form == CHU_ICU_NFD ? icu.unorm2_getNFDInstance(&status)
                                                           : icu.unorm2_getNFKDInstance(&status);
    if (U_FAILURE(status)) return -1;
    int32_t result = icu.unorm2_normalize(normalizer, source, length, target, capacity, &status);
    if (U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR) return -1;
    return result;
}

uint8_t chu_icu_combining_class(int32_t scalar) {
    need_icu();
    return icu.u_getCombiningClass(scalar);
}

uint8_t chu_icu_nfc_behaviour(int32_t scalar) {
    need_icu();
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *normalizer = icu.unorm2_getNFCInstance(&status);
    if (U_FAILURE(status)) return 3;
    int joins = !icu.unorm2_hasBoundaryBefore(normalizer, scalar);
    int changes = icu.u_getIntPropertyValue(scalar, UCHAR_NFC_QUICK_CHECK) == UNORM_NO;
    return (uint8_t)(joins | changes << 1);
}

uint8_t chu_icu_nfc_part(int32_t scalar) {
    need_icu();
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *normalizer = icu.unorm2_getNFCInstance(&status);
    if (U_FAILURE(status)) return 3;
    int begins = !icu.unorm2_hasBoundaryAfter(normalizer, scalar);
    int ends = icu.u_getIntPropertyValue(scalar, UCHAR_NFC_QUICK_CHECK) != UNORM_YES;
    return (uint8_t)(begins | ends << 1);
}

uint8_t chu_icu_identifier(int32_t scalar) {
    need_icu();
    return (uint8_t)((icu.u_isIDStart(scalar) ? 1 : 0) | (icu.u_isIDPart(scalar) ? 2 : 0));
}

const char *chu_icu_script_code(int32_t scalar) {
    need_icu();
    UErrorCode status = U_ZERO_ERROR;
    UScriptCode script = icu.uscript_getScript(scalar, &status);
    const char *name = U_FAILURE(status) ? 0 : icu.uscript_getShortName(script);
    return name ? name : "Zzzz";
}

int32_t chu_icu_likely_script(const char *language, char code[5]) {
    need_icu();
    UErrorCode status = U_ZERO_ERROR;
    char whole[ULOC_FULLNAME_CAPACITY];
    icu.uloc_addLikelySubtags(language, whole, sizeof whole, &status);
    if (U_FAILURE(status) || status == U_STRING_NOT_TERMINATED_WARNING) return 0;
    int32_t length = icu.uloc_getScript(whole, code, 5, &status);
    return U_SUCCESS(status) && length == 4 && code[4] == 0;
}

chu_icu_transliterator *chu_icu_transliterator_open(
    const uint16_t *rules, int32_t length, chu_icu_rule_error *error) {
    need_transforms();
    static const UChar identifier[] = {'c', 'h', 'u'};
    UErrorCode status = U_ZERO_ERROR;
    UParseError place = {.line = 0, .offset = -1};
    UTransliterator *opened =
        icu.utrans_openU(identifier, 3, UTRANS_FORWARD, rules, length, &place, &status);
    if (U_SUCCESS(status)) return (chu_icu_transliterator *)opened;
    error->name = icu.u_errorName(status);
    error->offset = place.offset;
    for (int i = 0; i < 16; i++) {
        error->before[i] = i < U_PARSE_CONTEXT_LEN - 1 ? place.preContext[i] : 0;
        error->after[i] = i < U_PARSE_CONTEXT_LEN - 1 ? place.postContext[i] : 0;
    }
    if (opened != NULL) icu.utrans_close(opened);
    return NULL;
}

void chu_icu_transliterator_close(chu_icu_transliterator *transliterator) {
    if (transliterator != NULL) icu.utrans_close((UTransliterator *)transliterator);
}

int32_t chu_icu_collates(const char *language) {
    need_collation();
    UErrorCode status = U_ZERO_ERROR;
    UCollator *collator = icu.ucol_open(language, &status);
    const char *locale = icu.ucol_getLocaleByType(collator, ULOC_VALID_LOCALE, &status);
    int32_t result = U_SUCCESS(status) && locale != NULL && strcmp(locale, "root") != 0;
    if (collator != NULL) icu.ucol_close(collator);
    return result;
}

chu_icu_collator *chu_icu_collator_open(
    const char *language, const uint16_t *rules, int32_t length, int32_t levels) {
    need_collation();
    UErrorCode status = U_ZERO_ERROR;
    UCollator *opened = icu.ucol_open(language, &status);
    if (U_SUCCESS(status) && length > 0) {
        int32_t own = 0;
        const UChar *before = icu.ucol_getRules(opened, &own);
        UChar *all = own < INT32_MAX / 4 - length ? malloc(((size_t)own + (size_t)length) * sizeof *all) : NULL;
        UCollator *tailored = NULL;
        if (all != NULL) {
            memcpy(all, before, (size_t)own * sizeof *all);
            memcpy(all + own, rules, (size_t)length * sizeof *all);
            tailored = icu.ucol_openRules(all, own + length, UCOL_DEFAULT, UCOL_DEFAULT, NULL, &status);
            free(all);
        }
        icu.ucol_close(opened);
        opened = tailored;
    }
    if (opened == NULL) return NULL;
    if (U_SUCCESS(status)) {
        icu.ucol_setAttribute(opened, UCOL_NORMALIZATION_MODE, UCOL_ON, &status);
        icu.ucol_setAttribute(opened, UCOL_ALTERNATE_HANDLING, UCOL_SHIFTED, &status);
        icu.ucol_setAttribute(
            opened, UCOL_STRENGTH, levels == 1 ? UCOL_PRIMARY : levels == 2 ? UCOL_SECONDARY : UCOL_TERTIARY,
            &status);
    }
    if (U_SUCCESS(status)) return (chu_icu_collator *)opened;
    icu.ucol_close(opened);
    return NULL;
}

void chu_icu_collator_close(chu_icu_collator *collator) {
    if (collator != NULL) icu.ucol_close((UCollator *)collator);
}

int32_t chu_icu_sort_key(
    const chu_icu_collator *collator, const uint16_t *text, int32_t length, uint8_t *key, int32_t capacity) {
    return icu.ucol_getSortKey((const UCollator *)collator, text, length, key, capacity);
}

/* A text that ICU changes in place, and that does not outgrow its buffer: once it would, it takes no more changes and
 * reads as ICU reads what is behind the end of a text. */
struct text {
    uint16_t *units;
    int32_t length, capacity;
    int is_full;
    /* How often it was changed. */
    int64_t changes;
};

static int32_t text_length(const UReplaceable *replaceable) {
    const struct text *text = (const struct text *)replaceable;
    return text->is_full ? 0 : text->length;
}

static UChar text_unit(const UReplaceable *replaceable, int32_t offset) {
    const struct text *text = (const struct text *)replaceable;
    return offset >= 0 && offset < text_length(replaceable) ? text->units[offset] : 0xFFFF;
}

static UChar32 text_scalar(const UReplaceable *replaceable, int32_t offset) {
    const struct text *text = (const struct text *)replaceable;
    if (offset < 0 || offset >= text_length(replaceable)) return 0xFFFF;
    UChar32 scalar;
    U16_GET(text->units, 0, offset, text->length, scalar);
    return scalar;
}

/* Makes the units from `start` to `limit` so many that `count` can be written there; 0 when they cannot be. */
static int text_make_room(struct text *text, int32_t start, int32_t limit, int32_t count) {
    if (text->is_full || start < 0 || limit < start || limit > text->length) return 0;
    if (count > text->capacity - (text->length - (limit - start))) {
        text->is_full = 1;
        return 0;
    }
    memmove(text->units + start + count, text->units + limit, (size_t)(text->length - limit) * sizeof *text->units);
    text->length += count - (limit - start);
    return 1;
}

static void text_replace(
    UReplaceable *replaceable, int32_t start, int32_t limit, const UChar *units, int32_t count) {
    struct text *text = (struct text *)replaceable;
    text->changes++;
    if (count < 0 || !text_make_room(text, start, limit, count)) return;
    memcpy(text->units + start, units, (size_t)count * sizeof *units);
}

static void text_extract(UReplaceable *replaceable, int32_t start, int32_t limit, UChar *target) {
    if (target == NULL) return;
    for (int32_t offset = start; offset < limit; offset++) *target++ = text_unit(replaceable, offset);
}

/* Inserts the units from `start` to `limit` at `place`, which is not between them. */
static void text_copy(UReplaceable *replaceable, int32_t start, int32_t limit, int32_t place) {
    struct text *text = (struct text *)replaceable;
    if (start < 0 || limit < start || limit > text->length || (place > start && place < limit)) return;
    if (!text_make_room(text, place, place, limit - start)) return;
    int32_t count = limit - start;
    memcpy(text->units + place, text->units + (place <= start ? start + count : start), (size_t)count * sizeof *text->units);
}

int32_t chu_icu_transliterate(
    const chu_icu_transliterator *transliterator, uint16_t *units, int32_t length, int32_t capacity, int64_t *changes) {
    static const UReplaceableCallbacks callbacks = {
        text_length, text_unit, text_scalar, text_replace, text_extract, text_copy};
    struct text text = {units, length, capacity, 0, 0};
    UErrorCode status = U_ZERO_ERROR;
    int32_t limit = length;
    icu.utrans_trans(
        (const UTransliterator *)transliterator, (UReplaceable *)&text, &callbacks, 0, &limit, &status);
    *changes = text.changes;
    return U_FAILURE(status) || text.is_full ? -1 : text.length;
}

int32_t chu_icu_set_member(const uint16_t *pattern, int32_t length, int32_t part) {
    need_icu();
    UErrorCode status = U_ZERO_ERROR;
    USet *set = icu.uset_openPattern(pattern, length, &status);
    int32_t size = U_SUCCESS(status) && set != NULL ? icu.uset_size(set) : 0;
    int32_t member = size > 0 ? icu.uset_charAt(set, part <= 0 ? 0 : part == 1 ? size / 2 : size - 1) : -1;
    if (set != NULL) icu.uset_close(set);
    return member;
}
