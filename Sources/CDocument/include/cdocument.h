/* What reading a document needs of zlib and expat.
 *
 * Both are loaded at the first call and not with the program: looking a word up needs neither. Their names have not
 * changed in twenty years, so those of the system will do; where one is missing, that call says so and ends the program
 * with 69.
 */
#ifndef CHU_CDOCUMENT_H
#define CHU_CDOCUMENT_H

#include <stdint.h>

/* Unpacks raw deflate data. Returns how many bytes came out, or -1 when the data is damaged or more than `capacity` bytes
 * would come out. See inflate. */
int64_t chu_inflate(const uint8_t *source, int64_t length, uint8_t *target, int64_t capacity);

/* Packs to raw deflate data. Returns its length, or -1 when that is more than `capacity`. See deflate. */
int64_t chu_deflate(const uint8_t *source, int64_t length, uint8_t *target, int64_t capacity);

/* The checksum that ZIP archives have. See crc32. */
uint32_t chu_crc32(const uint8_t *source, int64_t length);

/* Who is reported what stands in an XML text. Offsets and lengths are bytes of the text. */
typedef struct {
    /* Given back with each call. */
    void *context;
    /* A start tag; `attributes` are names and values by turns, with a NULL at the end. In names the namespace comes first,
     * then a line feed. */
    void (*start)(void *context, const char *name, const char *const *attributes, int64_t offset, int64_t length);
    /* An end tag, or the end of an empty tag: then with length 0. */
    void (*end)(void *context, const char *name, int64_t offset, int64_t length);
    /* A part of a text, with references resolved. */
    void (*text)(void *context, const char *bytes, int64_t count, int64_t offset);
    /* A comment or a processing instruction. */
    void (*other)(void *context, int64_t offset);
} chu_xml_handler;

enum { CHU_XML_OK = 0, CHU_XML_MALFORMED = 1, CHU_XML_DOCTYPE = 2, CHU_XML_MEMORY = 3 };

/* What is wrong with an XML text. */
typedef struct {
    /* The reason in expat's words, never freed; NULL when there is none. */
    const char *reason;
    /* Where, both from 1; the column in bytes. */
    int64_t line, column;
} chu_xml_error;

/* Reads XML in UTF-8, and calls `handler` with what it has. Only the entities of XML itself are known. A document type,
 * which could declare more, is refused. `length` is less than 2 GiB. Returns one of CHU_XML_…, and fills
 * `error` unless it is CHU_XML_OK. See XML_Parse. */
int32_t chu_xml_read(const uint8_t *text, int64_t length, const chu_xml_handler *handler, chu_xml_error *error);

#endif
