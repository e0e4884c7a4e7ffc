#include "cdocument.h"

#include <dlfcn.h>
#include <expat.h>
#include <limits.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#define ZLIB_FUNCTIONS(each) \
    each(inflateInit2_) each(inflate) each(inflateEnd) each(deflateInit2_) each(deflate) each(deflateEnd) each(crc32)
#define EXPAT_FUNCTIONS(each) \
    each(XML_ParserCreate_MM) each(XML_ParserFree) each(XML_SetUserData) each(XML_SetElementHandler) \
    each(XML_SetCharacterDataHandler) each(XML_SetCommentHandler) each(XML_SetProcessingInstructionHandler) \
    each(XML_SetStartDoctypeDeclHandler) each(XML_Parse) each(XML_StopParser) each(XML_GetErrorCode) \
    each(XML_ErrorString) each(XML_GetCurrentByteIndex) each(XML_GetCurrentByteCount) \
    each(XML_GetCurrentLineNumber) each(XML_GetCurrentColumnNumber) each(XML_SetCdataSectionHandler)

#define DECLARE(function) __typeof__(&function) function;
static struct {
    ZLIB_FUNCTIONS(DECLARE)
} zlib;
static struct {
    EXPAT_FUNCTIONS(DECLARE)
} expat;

static void *find(void *library, const char *name, const char *package) {
    void *function = library == NULL ? NULL : dlsym(library, name);
    if (function != NULL) return function;
    fprintf(stderr, "%s\ninstall %s, which documents are read with\n", dlerror(), package);
    _Exit(69);
}

static void load_zlib(void) {
    void *library = dlopen("libz.so.1", RTLD_NOW | RTLD_LOCAL);
#define FIND(function) zlib.function = (__typeof__(&function))find(library, #function, "zlib");
    ZLIB_FUNCTIONS(FIND)
#undef FIND
}

static void load_expat(void) {
    void *library = dlopen("libexpat.so.1", RTLD_NOW | RTLD_LOCAL);
#define FIND(function) expat.function = (__typeof__(&function))find(library, #function, "expat");
    EXPAT_FUNCTIONS(FIND)
#undef FIND
}

static void need_zlib(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, load_zlib);
}

static void need_expat(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, load_expat);
}

static uInt piece(int64_t length) { return length > INT_MAX ? INT_MAX : (uInt)length; }

/* Runs inflate or deflate over all of the input; both have the same states. */
static int64_t run(
    z_stream *stream, int (*step)(z_streamp, int), const uint8_t *source, int64_t length, uint8_t *target,
    int64_t capacity) {
    int64_t read = 0, written = 0;
    for (;;) {
        uInt given = piece(length - read), room = piece(capacity - written);
        stream->next_in = (Bytef *)source + read;
        stream->avail_in = given;
        stream->next_out = target + written;
        stream->avail_out = room;
        int status = step(stream, read + given == length ? Z_FINISH : Z_NO_FLUSH);
        int64_t consumed = given - stream->avail_in, produced = room - stream->avail_out;
        read += consumed;
        written += produced;
        if (status == Z_STREAM_END) return read == length ? written : -1;
        if ((status != Z_OK && status != Z_BUF_ERROR) || (consumed == 0 && produced == 0)) return -1;
    }
}

int64_t chu_inflate(const uint8_t *source, int64_t length, uint8_t *target, int64_t capacity) {
    need_zlib();
    z_stream stream;
    memset(&stream, 0, sizeof stream);
    if (zlib.inflateInit2_(&stream, -MAX_WBITS, ZLIB_VERSION, sizeof stream) != Z_OK) return -1;
    int64_t result = run(&stream, zlib.inflate, source, length, target, capacity);
    zlib.inflateEnd(&stream);
    return result;
}

int64_t chu_deflate(const uint8_t *source, int64_t length, uint8_t *target, int64_t capacity) {
    need_zlib();
    z_stream stream;
    memset(&stream, 0, sizeof stream);
    if (zlib.deflateInit2_(
            &stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            sizeof stream) != Z_OK)
        return -1;
    int64_t result = run(&stream, zlib.deflate, source, length, target, capacity);
    zlib.deflateEnd(&stream);
    return result;
}

uint32_t chu_crc32(const uint8_t *source, int64_t length) {
    need_zlib();
    uLong sum = 0;
    while (length > 0) {
        uInt count = piece(length);
        sum = zlib.crc32(sum, source, count);
        source += count;
        length -= count;
    }
    return (uint32_t)sum;
}

typedef struct {
    const chu_xml_handler *handler;
    XML_Parser parser;
    int has_doctype;
} reading;

static int64_t offset(reading *reading) { return expat.XML_GetCurrentByteIndex(reading->parser); }

static void start(void *data, const XML_Char *name, const XML_Char **attributes) {
    reading *reading = data;
    reading->handler->start(
        reading->handler->context, name, (const char *const *)attributes, offset(reading),
        expat.XML_GetCurrentByteCount(reading->parser));
}

static void end(void *data, const XML_Char *name) {
    reading *reading = data;
    reading->handler->end(
        reading->handler->context, name, offset(reading), expat.XML_GetCurrentByteCount(reading->parser));
}

static void text(void *data, const XML_Char *bytes, int count) {
    reading *reading = data;
    reading->handler->text(reading->handler->context, bytes, count, offset(reading));
}

/* The marks of a CDATA section are part of the text. */
static void mark(void *data) { text(data, "", 0); }

static void comment(void *data, const XML_Char *text) {
    (void)text;
    reading *reading = data;
    reading->handler->other(reading->handler->context, offset(reading));
}

static void instruction(void *data, const XML_Char *target, const XML_Char *text) {
    (void)target;
    comment(data, text);
}

static void doctype(
    void *data, const XML_Char *name, const XML_Char *system, const XML_Char *public, int has_subset) {
    (void)name, (void)system, (void)public, (void)has_subset;
    reading *reading = data;
    reading->has_doctype = 1;
    expat.XML_StopParser(reading->parser, XML_FALSE);
}

int32_t chu_xml_read(const uint8_t *bytes, int64_t length, const chu_xml_handler *handler, chu_xml_error *error) {
    need_expat();
    memset(error, 0, sizeof *error);
    if (length > INT_MAX) return CHU_XML_MEMORY;
    reading reading = {.handler = handler};
    XML_Parser parser = reading.parser = expat.XML_ParserCreate_MM("UTF-8", NULL, "\n");
    if (parser == NULL) return CHU_XML_MEMORY;
    expat.XML_SetUserData(parser, &reading);
    expat.XML_SetElementHandler(parser, start, end);
    expat.XML_SetCharacterDataHandler(parser, text);
    expat.XML_SetCdataSectionHandler(parser, mark, mark);
    expat.XML_SetCommentHandler(parser, comment);
    expat.XML_SetProcessingInstructionHandler(parser, instruction);
    expat.XML_SetStartDoctypeDeclHandler(parser, doctype);
    int32_t result = CHU_XML_OK;
    if (expat.XML_Parse(parser, (const char *)bytes, (int)length, XML_TRUE) != XML_STATUS_OK) {
        enum XML_Error code = expat.XML_GetErrorCode(parser);
        result = reading.has_doctype           ? CHU_XML_DOCTYPE
                 : code == XML_ERROR_NO_MEMORY ? CHU_XML_MEMORY
                                               : CHU_XML_MALFORMED;
        error->reason = expat.XML_ErrorString(code);
        error->line = (int64_t)expat.XML_GetCurrentLineNumber(parser);
        error->column = (int64_t)expat.XML_GetCurrentColumnNumber(parser) + 1;
    }
    expat.XML_ParserFree(parser);
    return result;
}
