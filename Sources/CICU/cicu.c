#include "cicu.h"

#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>

int32_t chu_icu_normalize(int32_t form, const uint16_t *source, int32_t length, uint16_t *target, int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *normalizer = form == CHU_ICU_NFC   ? unorm2_getNFCInstance(&status)
                                     : form == CHU_ICU_NFD ? unorm2_getNFDInstance(&status)
                                                           : unorm2_getNFKDInstance(&status);
    if (U_FAILURE(status)) return -1;
    int32_t result = unorm2_normalize(normalizer, source, length, target, capacity, &status);
    if (U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR) return -1;
    return result;
}

uint8_t chu_icu_combining_class(int32_t scalar) { return u_getCombiningClass(scalar); }

const char *chu_icu_script_code(int32_t scalar) {
    UErrorCode status = U_ZERO_ERROR;
    UScriptCode script = uscript_getScript(scalar, &status);
    const char *name = U_FAILURE(status) ? 0 : uscript_getShortName(script);
    return name ? name : "Zzzz";
}

int32_t chu_icu_likely_script(const char *language, char code[5]) {
    UErrorCode status = U_ZERO_ERROR;
    char whole[ULOC_FULLNAME_CAPACITY];
    uloc_addLikelySubtags(language, whole, sizeof whole, &status);
    if (U_FAILURE(status) || status == U_STRING_NOT_TERMINATED_WARNING) return 0;
    int32_t length = uloc_getScript(whole, code, 5, &status);
    return U_SUCCESS(status) && length == 4 && code[4] == 0;
}
