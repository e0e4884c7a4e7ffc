/* The ICU functions that Chữ calls. Debian's ICU gives its functions a version suffix by macros,
   which Swift cannot see; each inline forwarder here calls one of them by its plain name. */
#ifndef CHU_CICU_SHIM_H
#define CHU_CICU_SHIM_H

#include <unicode/unorm2.h>
#include <unicode/uchar.h>
#include <unicode/ucol.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include <unicode/utypes.h>

static inline const UNormalizer2 *chu_icu_nfc(UErrorCode *status) { return unorm2_getNFCInstance(status); }
static inline const UNormalizer2 *chu_icu_nfd(UErrorCode *status) { return unorm2_getNFDInstance(status); }
static inline const UNormalizer2 *chu_icu_nfkd(UErrorCode *status) { return unorm2_getNFKDInstance(status); }
static inline int32_t chu_icu_normalize(const UNormalizer2 *normalizer, const UChar *source, int32_t length,
                                        UChar *target, int32_t capacity, UErrorCode *status) {
    return unorm2_normalize(normalizer, source, length, target, capacity, status);
}
static inline uint8_t chu_icu_combining_class(UChar32 scalar) { return u_getCombiningClass(scalar); }
static inline int32_t chu_icu_script(UChar32 scalar, UErrorCode *status) { return uscript_getScript(scalar, status); }
static inline const char *chu_icu_script_code(int32_t script) { return uscript_getShortName((UScriptCode)script); }
static inline UBool chu_icu_has_script(UChar32 scalar, int32_t script) {
    return uscript_hasScript(scalar, (UScriptCode)script);
}
static inline const char *chu_icu_error_name(UErrorCode status) { return u_errorName(status); }

#endif
