/* libm17n with an input method of m17n-db, driven as ibus-m17n drives it. */
#include <m17n.h>
#include <stdio.h>
#include <string.h>

#include "../engine.h"

static MInputMethod *method;
static MInputContext *context;
static MText *produced;
static MSymbol keys[128];

static int start(void) {
    M17N_INIT();
    if (merror_code < 0) return -1;
    for (int key = ' '; key < 127; key++) {
        char name[] = {(char)key, '\0'};
        keys[key] = msymbol(name);
    }
    produced = mtext();
    return produced == NULL;
}

/* `name` is a language and a name, as "vi-telex". */
static int open(const char *name) {
    char language[32];
    size_t size = strcspn(name, "-");
    if (size >= sizeof language || name[size] == '\0') return -1;
    memcpy(language, name, size);
    language[size] = '\0';
    method = minput_open_im(msymbol(language), msymbol(name + size + 1), NULL);
    context = method == NULL ? NULL : minput_create_ic(method, NULL);
    return context == NULL;
}

/* The bytes of an M-text in its own memory, or encoded when they are not UTF-8. */
static const char *utf8(MText *text, size_t *size) {
    static char encoded[1024];
    enum MTextFormat format = MTEXT_FORMAT_UTF_8;
    int units = 0;
    const char *bytes = mtext_data(text, &format, &units, NULL, NULL);
    if (bytes != NULL && (format == MTEXT_FORMAT_US_ASCII || format == MTEXT_FORMAT_UTF_8)) {
        *size = (size_t)units;
        return bytes;
    }
    int written = bytes == NULL ? 0 : mconv_encode_buffer(Mcoding_utf_8, text, (unsigned char *)encoded, sizeof encoded);
    *size = written < 0 ? 0 : (size_t)written;
    return encoded;
}

static void press(unsigned char key, struct output *output) {
    output->consumed = 1;
    output->commit_size = 0;
    if (!minput_filter(context, keys[key & 127], NULL)) {
        mtext_del(produced, 0, mtext_len(produced));
        output->consumed = minput_lookup(context, keys[key & 127], NULL, produced) == 0;
        output->commit = utf8(produced, &output->commit_size);
    }
    output->preedit = utf8(context->preedit, &output->preedit_size);
}

static void reset(void) { minput_reset_ic(context); }

static void close(void) {
    minput_destroy_ic(context);
    minput_close_im(method);
}

const struct engine engine = {start, open, press, reset, close};
