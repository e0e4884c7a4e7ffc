/* chu.h - the C interface of Chữ, typing engine and dictionary for Vietnam's languages.
 *
 * SPDX-License-Identifier: MIT
 *
 * This file is the manual, the glossary and the design record. C99 and C++.
 * Link with `pkg-config --cflags --libs chuim`. The library is libchuim.so.1; it needs only libc, libm and libgcc_s.
 *
 *
 * 1. A whole program
 *
 *     chu_file keymap = {sizeof keymap, 0, "/usr/share/chu/keymaps/vi/telex.chukey", NULL, 0};
 *     chu_engine_config config = {sizeof config, 0, &keymap, NULL, NULL, 0};
 *     chu_engine *engine = NULL;
 *     chu_session *session = NULL;
 *     const char *keys = "tieengs ";
 *
 *     if (chu_engine_new(&config, &engine) < 0 || chu_session_new(engine, &session) < 0) return 1;
 *     for (; *keys; keys++) {
 *         chu_key_event event = {sizeof event, (unsigned char)*keys, 0, CHU_KEY_PRESS};
 *         const chu_response *response;
 *         if (chu_session_process_key(session, &event, &response) < 0) return 1;
 *         fputs(response->commit.utf8, stdout);          // "tiếng " at the space key
 *         if (!response->consumed) putchar(*keys);       // a key that Chữ does not use
 *     }
 *     chu_session_free(session);
 *     chu_engine_free(engine);
 *
 *
 * 2. Words
 *
 *     key event    a key going down or up: an X11 keysym and the modifiers held with it
 *     keymap       a compiled file (.chukey, made by `chu build`) that says what keys make
 *     lexicon      a compiled dictionary (.chulex)
 *     engine       one keymap and any number of lexicons; immutable
 *     session      what one text field composes; has its own options
 *     preedit      text that is composed but not yet in the document; shown in place, usually underlined
 *     caret        the user's position in the preedit
 *     commit       text that goes into the document now
 *     candidate    a word offered in place of the composition, with its meaning
 *     gloss        a meaning, in one language
 *     fact         what a keymap says of itself, such as its title
 *     macros       the user's own abbreviations, expanded when a word ends; immutable
 *     words        the words that the user writes, and how often; they order the candidates; learned and saved
 *     catalogue    the keymaps and lexicons that are installed
 *     converter    converts text from one script, spelling or encoding to another
 *
 *
 * 3. Rules that hold for every function
 *
 *   Status.     A function that can fail returns an int32_t: CHU_STATUS_OK (0) or a negative CHU_STATUS_ value;
 *               chu_strerror gives a sentence for it. On failure, outputs are not written, except that handles and
 *               results returned through a pointer become NULL, and texts "".
 *   NULL.       A NULL handle or pointer is answered with CHU_STATUS_ARGUMENT. The functions named _free accept NULL
 *               and do nothing. A handle of the wrong kind, and a freed one that can still be recognised, are refused
 *               as well. This cannot always be detected: using a freed handle is the caller's error.
 *   Text.       UTF-8. Text from the library is a chu_text: bytes, their number, and a NUL after them that is not
 *               counted. It is never NULL; no text is "" of size 0. It is NFC unless the keymap says otherwise.
 *               Text from the caller has a size too, or ends with a NUL where it is a plain `const char *`.
 *   Lending.    What a session returns (responses, candidates, and the text in them) is valid until the next call on
 *               the same session; what an engine or a catalogue returns, until that is freed; what a lookup returns,
 *               until chu_lookup_free. Only handles need to be freed.
 *   Threads.    A session belongs to one thread at a time; which one may change between calls. An engine may be
 *               shared by any number of threads, with one session or more in each. Do not free an engine while
 *               another thread makes a session of it. Sessions outlive their engine's handle: each holds what it needs.
 *               Macros and words may be shared by any number of sessions and threads. A converter belongs to one
 *               thread at a time, like a session.
 *   Side effects. The library starts no threads, sets no signal handlers and prints nothing. It does not change the
 *               locale or the environment. Files are read when an engine is made, never later. They are mapped into
 *               memory: to update one, write a new file and rename it over the old one; do not change it in place.
 *   Time.       chu_session_process_key does no input or output. It waits at most until another session has noted a
 *               word. Its work is bounded by the length of the composition, which is bounded. It allocates only when
 *               candidates, words or text around the caret are in use. Lookups allocate.
 *   Size.       Every struct begins with struct_size. In a struct that you fill in, set it to sizeof the struct: a
 *               newer library takes missing fields as 0, and an older one ignores fields that it does not know. In a
 *               struct that you are given, it is the size that the library knows: do not read a field beyond it (test
 *               with CHU_HAS). Fields are added at the end only. Structs in lists are reached through pointers, so
 *               that they can grow. `reserved` must be 0.
 *   Numbers.    New values of CHU_ constants may be added. Ignore a value that you do not know in what you are given.
 *               A value that the library does not know is CHU_STATUS_ARGUMENT; a key event with one is passed on unused.
 */
#ifndef CHU_H
#define CHU_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* On every function of the interface. */
#if defined(__GNUC__)
#define CHU_API __attribute__((visibility("default")))
#else
#define CHU_API
#endif

/* The version of Chữ that this header belongs to, and of the interface that it describes. The major number is the
 * library's soname; the minor number grows with each addition. "Since 1.2" names the interface that first had something;
 * what has no such mark has been there since 1.0. */
#define CHU_VERSION "0.1.0"
#define CHU_ABI_MAJOR 1
#define CHU_ABI_MINOR 3

/* Whether the struct at `pointer` has `field`: for fields that are newer than the library that a program may run with. */
#define CHU_HAS(pointer, type, field) \
    ((pointer)->struct_size >= offsetof(type, field) + sizeof((pointer)->field))

/* ---- Status ---------------------------------------------------------------------------------------------------- */

enum {
    CHU_STATUS_OK = 0,
    CHU_STATUS_ARGUMENT = -1, /* a NULL, a wrong handle, a size too small, a name or number that does not exist */
    CHU_STATUS_MEMORY = -2,   /* out of memory */
    CHU_STATUS_IO = -3,       /* a file cannot be opened or read */
    CHU_STATUS_DATA = -4,     /* a file is of another kind, or damaged; text is not UTF-8 */
    CHU_STATUS_VERSION = -5,  /* a file was compiled in a format that this library does not read */
    CHU_STATUS_STATE = -6,    /* not possible in the present state of the session */
    CHU_STATUS_LIMIT = -7     /* more than the library handles */
};

/* The version of the library in use: CHU_ABI_MAJOR * 65536 + CHU_ABI_MINOR, and "0.1.0". */
CHU_API uint32_t chu_abi_version(void);
CHU_API const char *chu_version(void);

/* A sentence for a status, in English; for an unknown one, "unknown status". Never NULL, never freed. */
CHU_API const char *chu_strerror(int32_t status);

/* ---- Text ------------------------------------------------------------------------------------------------------ */

/* Text that is lent: `size` bytes of UTF-8 at `utf8`, and a NUL. The one struct that never grows. */
typedef struct chu_text {
    const char *utf8;
    size_t size;
} chu_text;

/* ---- Engine ---------------------------------------------------------------------------------------------------- */

typedef struct chu_engine chu_engine;

/* A compiled file: on disk, or already in memory. With a `path`, `data` must be NULL. Bytes are copied. */
typedef struct chu_file {
    uint32_t struct_size;
    uint32_t reserved;
    const char *path; /* UTF-8, ends with a NUL, at most 4095 bytes */
    const void *data;
    size_t size;
} chu_file;

/* What an engine is made of. When it cannot be made, and `message` is not NULL, a sentence that names the file and the
 * error is written there, cut to `message_size` bytes with its NUL. Otherwise "" is. */
typedef struct chu_engine_config {
    uint32_t struct_size;
    uint32_t lexicon_count;         /* at most 64 */
    const chu_file *keymap;
    const chu_file *const *lexicons; /* in order of preference; NULL when there are none */
    char *message;
    size_t message_size;
} chu_engine_config;

/* Opens the files and makes an engine of them. ARGUMENT, MEMORY, IO, DATA, VERSION, LIMIT. */
CHU_API int32_t chu_engine_new(const chu_engine_config *config, chu_engine **engine);

/* Releases the engine. Sessions made of it, and lookup results, stay valid. */
CHU_API void chu_engine_free(chu_engine *engine);

/* What a keymap says of itself. */
typedef struct chu_keymap_info {
    uint32_t struct_size;
    uint32_t option_count;
    chu_text language; /* BCP 47, such as "rad" or "blt-Tavt" */
    chu_text title;    /* in its own language */
    chu_text version;  /* as its author numbers it */
    chu_text licence;  /* SPDX */
    chu_text status;   /* "stable" or "draft" */
} chu_keymap_info;

CHU_API int32_t chu_engine_keymap(const chu_engine *engine, const chu_keymap_info **info);

/* A fact of the keymap by its name: "language", "title", "version", "licence" and "status", as in chu_keymap_info;
 * "title.vi" and its like, the title in another language; "sources", where its letters come from, one a line. More may
 * be added. ARGUMENT when the keymap has no such fact. Since 1.3. */
CHU_API int32_t chu_engine_fact(const chu_engine *engine, const char *name, chu_text *text);

/* A choice that a keymap leaves to the user, such as "tone-style": "old" or "new". */
typedef struct chu_option_info {
    uint32_t struct_size;
    uint32_t value_count;
    chu_text name;
    chu_text title;         /* what it changes */
    const chu_text *values; /* the first is the default */
} chu_option_info;

/* The option numbered `index`, counted from 0; there are chu_keymap_info.option_count. */
CHU_API int32_t chu_engine_option(const chu_engine *engine, uint32_t index, const chu_option_info **info);

/* ---- Keys ------------------------------------------------------------------------------------------------------ */

/* X11's modifier bits, as `state` has them under X11, IBus and Fcitx5. Other bits may be set and are ignored. */
enum {
    CHU_MODIFIER_SHIFT = 1 << 0,
    CHU_MODIFIER_CAPS_LOCK = 1 << 1,
    CHU_MODIFIER_CONTROL = 1 << 2,
    CHU_MODIFIER_ALT = 1 << 3,
    CHU_MODIFIER_NUM_LOCK = 1 << 4,
    CHU_MODIFIER_SUPER = 1 << 6
};

enum {
    CHU_KEY_PRESS = 0,
    CHU_KEY_RELEASE = 1 /* changes nothing, and is never consumed; see chu_response.unchanged */
};

/* A key going down or up. The keysym is X11's (keysymdef.h), with Shift and Caps Lock already in it: the key A
 * with Shift is 0x41, BackSpace 0xff08. */
typedef struct chu_key_event {
    uint32_t struct_size;
    uint32_t keysym;
    uint32_t modifiers;
    uint32_t kind;
} chu_key_event;

/* One thing to be done to the document. */
enum {
    CHU_ACTION_COMMIT = 0,             /* insert `text` at the caret */
    CHU_ACTION_DELETE_SURROUNDING = 1, /* delete the `count` code points before the caret; only with
                                          CHU_CAPABILITY_SURROUNDING_TEXT, and after the text there was compared */
    CHU_ACTION_FORWARD_KEY = 2         /* send the key of this event to the application; only without
                                          CHU_CAPABILITY_COMMIT_BEFORE_KEY, and then the key is consumed. Since 1.2. */
};

typedef struct chu_action {
    uint32_t struct_size;
    uint32_t kind;
    chu_text text;
    uint32_t count;
    uint32_t reserved;
} chu_action;

enum {
    CHU_STYLE_COMPOSED = 0, /* not yet in the document: underlined, unless the user turned that off */
    CHU_STYLE_PLAIN = 1     /* as the text around it */
};

/* A part of the preedit that is shown in one style. Since 1.2. */
typedef struct chu_segment {
    uint32_t struct_size;
    uint32_t style;
    chu_text text;
} chu_segment;

typedef struct chu_candidate_page chu_candidate_page;

/* What is to be done, in this order: insert `commit`; show `preedit` in place of the former one, or none when it is
 * empty; and when the key is not consumed, pass it on to the application. A program that sets capabilities performs
 * `actions` in their order instead of inserting `commit`, which is then the sum of what they commit. */
typedef struct chu_response {
    uint32_t struct_size;
    uint32_t consumed; /* 1 or 0; 1 from functions that process no key */
    chu_text commit;
    chu_text preedit;
    uint32_t caret_bytes;       /* where the caret stands in the preedit, in bytes (Fcitx5) */
    uint32_t caret_code_points; /* and in code points (IBus) */
    /* Since 1.2. */
    uint32_t action_count;
    uint32_t segment_count; /* 0 when the preedit is empty */
    const chu_action *const *actions;
    const chu_segment *const *segments;
    const chu_candidate_page *candidates; /* what is to be shown now; NULL for none */
    /* Since 1.3. */
    uint32_t unchanged; /* 1 when there is nothing to be done but to pass the key on: the preedit and the candidates that
                           are shown stay, and need not be shown again. So it is for a key that is released. */
    uint32_t reserved;
} chu_response;

/* ---- Session --------------------------------------------------------------------------------------------------- */

typedef struct chu_session chu_session;

CHU_API int32_t chu_session_new(const chu_engine *engine, chu_session **session);
CHU_API void chu_session_free(chu_session *session);

/* Sets an option for this session, from the next word on. ARGUMENT when the keymap has no such option or value, STATE
 * while a word is being composed: commit or reset it first. */
CHU_API int32_t chu_session_set_option(chu_session *session, const char *name, const char *value);

/* Feeds one key to the session. Perform the response to a release like any other: it says that nothing changes. */
CHU_API int32_t chu_session_process_key(chu_session *session, const chu_key_event *event,
                                        const chu_response **response);

/* Ends the composition: its text is in the response's `commit`. For a change of keymap, or a click elsewhere. */
CHU_API int32_t chu_session_commit(chu_session *session, const chu_response **response);

/* Drops the composition without committing it: on a reset or a loss of focus, somebody else has dealt with the text. The
 * session forgets the text around the caret, because the caret may have moved. It keeps the keys of the word committed
 * last, for CHU_SURROUNDING_REEDIT. */
CHU_API int32_t chu_session_reset(chu_session *session);

/* The text field has got the focus, or has lost it. Both drop the composition and all that is known of the document: the
 * framework deals with a preedit that is shown when the focus goes. To keep it when the user changes to another keymap,
 * call chu_session_commit first. Since 1.2. */
CHU_API int32_t chu_session_focus_in(chu_session *session);
CHU_API int32_t chu_session_focus_out(chu_session *session);

/* What the text field is, and what the frontend can do with it. Other bits may be set and are ignored. Since 1.2. */
enum {
    CHU_CAPABILITY_ORDERED = 1 << 0,          /* the older name of COMMIT_BEFORE_KEY */
    CHU_CAPABILITY_SURROUNDING_TEXT = 1 << 1, /* the application reports the text around the caret, and deletes it on
                                                 request */
    CHU_CAPABILITY_PASSWORD = 1 << 2,         /* a password or a PIN: keys pass through, nothing is composed */
    CHU_CAPABILITY_SENSITIVE = 1 << 3,        /* private: no word is learned */
    CHU_CAPABILITY_PROMPT = 1 << 4,           /* the older name of KEY_RETURNS_AT_ONCE */

    /* A commit reaches the document before a key that is passed on after it. Since 1.3. */
    CHU_CAPABILITY_COMMIT_BEFORE_KEY = CHU_CAPABILITY_ORDERED,
    /* A key that is passed on reaches the document before a commit that comes after it. Without this, the characters of
     * such keys are committed instead. Since 1.3. */
    CHU_CAPABILITY_KEY_RETURNS_AT_ONCE = CHU_CAPABILITY_PROMPT
};

/* Sets the capabilities; a session begins with COMMIT_BEFORE_KEY and KEY_RETURNS_AT_ONCE alone. A composition is dropped
 * when the field becomes a password field. Since 1.2. */
CHU_API int32_t chu_session_set_capabilities(chu_session *session, uint32_t capabilities);

/* Sets the text around the caret: `size` bytes, at most 1 MiB, or CHU_TO_NUL; the caret and the other end of the selection
 * (the same when there is none) in code points from the beginning. `utf8` NULL: the text is no longer known. Call it
 * whenever the framework reports the text, before the next key. ARGUMENT, DATA, LIMIT. Since 1.2. */
CHU_API int32_t chu_session_set_surrounding(chu_session *session, const char *utf8, size_t size, uint32_t caret,
                                            uint32_t anchor);

enum {
    CHU_CANDIDATES_OFF = 0,         /* only chu_session_find_candidates finds any */
    CHU_CANDIDATES_ON_KEY = 1,      /* shown when one of the two keys is pressed in mid-word */
    CHU_CANDIDATES_WHILE_TYPING = 2 /* shown as soon as there are some */
};

enum {
    CHU_SURROUNDING_OFF = 0,
    CHU_SURROUNDING_REEDIT = 1, /* BackSpace at the end of the word committed last composes that word again, from its keys */
    CHU_SURROUNDING_COMPOSE = 2 /* the same, and there is no preedit: the composition is in the document at once, and is
                                   replaced there */
};

/* How a session behaves, as its user likes it. All 0 is how a session begins. Since 1.2. */
typedef struct chu_session_config {
    uint32_t struct_size;
    uint32_t candidates;
    uint32_t page_size;   /* how many candidates are shown at once: 1 to 10; 0 for 5 */
    uint32_t surrounding; /* for a field with CHU_CAPABILITY_SURROUNDING_TEXT; others use the preedit */
    /* The keys that show candidates, as in a key event: one for words that begin with the composition or mean it, one for
     * words that mean it only. A keysym of 0 is Tab, and Shift+Tab. */
    uint32_t candidate_keysym;
    uint32_t candidate_modifiers;
    uint32_t meaning_keysym;
    uint32_t meaning_modifiers;
} chu_session_config;

/* Changes how the session behaves. STATE while a word is being composed. Since 1.2. */
CHU_API int32_t chu_session_configure(chu_session *session, const chu_session_config *config);

/* ---- Macros ---------------------------------------------------------------------------------------------------- */

/* The user's table of abbreviations. May be shared by any number of sessions and threads. Since 1.1. */
typedef struct chu_macros chu_macros;

/* The file of the table: a text file that begins with "macros 1" and has a line `key = expansion` for each, or a file that
 * UniKey wrote. When something is wrong with it, and `message` is not NULL, a sentence with the line and the column is
 * written there, cut to `message_size` bytes with its NUL. Otherwise "" is. */
typedef struct chu_macros_config {
    uint32_t struct_size;
    uint32_t reserved;
    const chu_file *file; /* at most 16 MiB */
    char *message;
    size_t message_size;
} chu_macros_config;

/* Reads a table. Lines that cannot be used are left out, and the others work: see `message`. ARGUMENT, MEMORY, IO, LIMIT;
 * DATA when the file is not a table. Since 1.1. */
CHU_API int32_t chu_macros_new(const chu_macros_config *config, chu_macros **macros);

/* Releases the table. Sessions that use it keep it. Since 1.1. */
CHU_API void chu_macros_free(chu_macros *macros);

/* Makes the session use a table, or none when `macros` is NULL, from the end of the word that is being composed. An
 * expansion has at most 480 bytes and is committed whole, at once. Since 1.1. */
CHU_API int32_t chu_session_set_macros(chu_session *session, const chu_macros *macros);

/* ---- Candidates ------------------------------------------------------------------------------------------------ */

/* There are two ways to candidates; a program uses one of them.
 *
 *   A page.  The session decides. Let it show candidates by chu_session_configure, show the `candidates` of each response,
 *            and feed all keys: those that open, turn and close the page are handled. A click on a candidate is
 *            chu_session_select with its number on the page, a click on an arrow chu_session_turn_page.
 *   A list.  The program decides. Ask by chu_session_find_candidates whenever you like, handle the keys for them, and
 *            call chu_session_select with the number in the list, before any other call on the session. */

typedef struct chu_candidate {
    uint32_t struct_size;
    uint32_t reserved;
    chu_text text;
    chu_text gloss;    /* what it means, in one language; may be empty */
    chu_text language; /* of the word, a BCP 47 tag */
} chu_candidate;

typedef struct chu_candidate_list {
    uint32_t struct_size;
    uint32_t count;
    const chu_candidate *const *candidates;
} chu_candidate_list;

/* Finds a list of at most `limit` words, best first: from lexicons in the keymap's language, words that begin with the
 * composition; from lexicons with glosses in that language, words that mean it. 0 asks for none; more than 1000 is taken
 * as 1000. */
CHU_API int32_t chu_session_find_candidates(chu_session *session, uint32_t limit, const chu_candidate_list **list);

/* Replaces the composition by a candidate; its text is in the response's `commit`. `index`, counted from 0, is the number
 * in the list when chu_session_find_candidates was the last call on the session, and else the number on the page that is
 * shown. STATE when there is neither, ARGUMENT when there is no such number. */
CHU_API int32_t chu_session_select(chu_session *session, uint32_t index, const chu_response **response);

/* A page of the candidates that a session shows. Keys: Tab and Down go to the next one, Shift+Tab and Up to the one
 * before; Page Up and Page Down turn the page; Return and space take the highlighted one; Alt with a digit takes one by
 * its label, and so does a digit alone if the keymap does not use it; Escape closes. Since 1.2. */
struct chu_candidate_page {
    uint32_t struct_size;
    uint32_t count; /* at most page_size */
    const chu_candidate *const *candidates;
    const chu_text *labels; /* "1", "2" ...; one for each candidate */
    int32_t highlighted;    /* -1 for none */
    uint32_t page;          /* counted from 0 */
    uint32_t page_count;
    uint32_t reserved;
};

/* Turns forward by `pages` pages, or back when it is negative, as far as there are any. STATE when no page is shown. Since
 * 1.2. */
CHU_API int32_t chu_session_turn_page(chu_session *session, int32_t pages, const chu_response **response);

/* ---- The user's words ------------------------------------------------------------------------------------------ */

/* The words that the user has written with one keymap, and how often: they come before other candidates. Since 1.2. */
typedef struct chu_words chu_words;

/* The file of the words: a text file, made when it is missing; see chu_catalogue_words_path. When it cannot be read, and
 * `message` is not NULL, a sentence is written there, cut to `message_size` bytes with its NUL. Otherwise "" is. */
typedef struct chu_words_config {
    uint32_t struct_size;
    uint32_t reserved;
    const char *path; /* UTF-8, at most 4095 bytes; NULL to keep them in memory only */
    char *message;
    size_t message_size;
} chu_words_config;

/* Reads the words. Lines that cannot be used are left out. ARGUMENT, MEMORY, IO, LIMIT; DATA when the file is of another
 * kind. Since 1.2. */
CHU_API int32_t chu_words_new(const chu_words_config *config, chu_words **words);

/* Releases the words without saving them. Sessions that use them keep them. Since 1.2. */
CHU_API void chu_words_free(chu_words *words);

/* Adds what was learned since the last time to the file, which may hold what other programs have learned meanwhile. It
 * writes a new file, syncs it and renames it, so do not call it for a key. OK when there is nothing new. IO. Since 1.2. */
CHU_API int32_t chu_words_save(chu_words *words);

/* Makes the session learn and use words, or none when `words` is NULL. A word is learned when it ends as a whole word of
 * the keymap's language, or is taken from the candidates; never in a field with CHU_CAPABILITY_PASSWORD or
 * CHU_CAPABILITY_SENSITIVE. Since 1.2. */
CHU_API int32_t chu_session_set_words(chu_session *session, chu_words *words);

/* ---- Dictionary ------------------------------------------------------------------------------------------------ */

/* Which entries match. All but GLOSS and TEXT search headwords, their variants, romanisations and transliterations, and
 * glosses too. None goes through a third language. */
enum {
    CHU_MATCH_EXACT = 0,    /* spelled like the text, ignoring case, Unicode form, and what the language spells in several
                               ways, as hòa and hoà; if there are none, as FOLDED */
    CHU_MATCH_FOLDED = 1,   /* spelled like the text, ignoring accents and tone marks too */
    CHU_MATCH_PREFIX = 2,   /* beginning with the text, folded */
    CHU_MATCH_GLOSS = 3,    /* with all words of the text in their glosses, folded */
    CHU_MATCH_WILDCARD = 4, /* like the text, folded: * is any text, ? one letter, a backslash escapes them. Since 1.1. */
    CHU_MATCH_FUZZY = 5,    /* like the text, folded, with one letter wrong; two from six letters on, three from ten on.
                               Since 1.1. */
    CHU_MATCH_TEXT = 6      /* with all words of the text in one example, definition or note, folded. Since 1.1. */
};

/* A question. */
typedef struct chu_query {
    uint32_t struct_size;
    uint32_t match;
    uint32_t limit; /* 0 asks for 20; more than 1000 is taken as 1000 */
    uint32_t reserved;
    const char *text;
    size_t text_size; /* in bytes, at most 4096; CHU_TO_NUL when the text ends with a NUL */
    const char *from; /* the language of the text, a BCP 47 tag; NULL for any */
    const char *to;   /* the language wanted: of headwords for a gloss, of glosses for a headword; NULL for any */
} chu_query;

#define CHU_TO_NUL ((size_t)-1)

enum {
    CHU_GLOSS_WORD = 0,      /* a word or phrase of the same meaning */
    CHU_GLOSS_DEFINITION = 1 /* an explanation */
};

/* One gloss. Glosses with the same `sense` (counted from 0) express one meaning, in one or more languages. */
typedef struct chu_gloss {
    uint32_t struct_size;
    uint32_t sense;
    uint32_t kind;
    uint32_t reserved;
    chu_text language; /* BCP 47 */
    chu_text text;
} chu_gloss;

/* A headword in another script or spelling, made by rules and not taken from a source. Since 1.2. */
typedef struct chu_transliteration {
    uint32_t struct_size;
    uint32_t reserved;
    chu_text form; /* a BCP 47 tag, such as "blt-Latn" */
    chu_text text;
    chu_text status; /* of the rules: "stable" or "draft" */
} chu_transliteration;

/* One entry of a lexicon. What it lacks is "". */
typedef struct chu_entry {
    uint32_t struct_size;
    uint32_t gloss_count;
    chu_text headword;
    chu_text language; /* of the headword: the lexicon's BCP 47 tag */
    chu_text romanisation;
    chu_text pronunciation; /* IPA */
    chu_text part_of_speech;
    chu_text source; /* where it comes from, by the name that its lexicon uses */
    const chu_gloss *const *glosses;
    /* Since 1.2. */
    uint32_t transliteration_count;
    uint32_t reserved;
    const chu_transliteration *const *transliterations;
} chu_entry;

/* An answer: entries, best first. */
typedef struct chu_lookup {
    uint32_t struct_size;
    uint32_t count;
    const chu_entry *const *entries;
    const void *owner; /* for the library's use */
} chu_lookup;

/* Looks `query` up in the engine's lexicons. Finding nothing is not an error: `count` is 0. ARGUMENT, DATA, MEMORY,
 * LIMIT. */
CHU_API int32_t chu_engine_lookup(const chu_engine *engine, const chu_query *query, const chu_lookup **lookup);
CHU_API void chu_lookup_free(const chu_lookup *lookup);

/* ---- Catalogue ------------------------------------------------------------------------------------------------- */

/* The keymaps, lexicons and transforms that are installed. Since 1.2. */
typedef struct chu_catalogue chu_catalogue;

enum {
    CHU_LOG_WARNING = 0, /* something was left out; the rest works */
    CHU_LOG_INFO = 1
};

/* Called while a catalogue is made or used, in the same thread. */
typedef void (*chu_log)(void *context, uint32_t level, chu_text sentence);

/* Where to look. */
typedef struct chu_catalogue_config {
    uint32_t struct_size;
    uint32_t reserved;
    const char *folders; /* separated by colons; NULL for those that the command uses: $CHU_PATH, $XDG_DATA_HOME/chu,
                            and /chu in each of $XDG_DATA_DIRS */
    chu_log log;         /* receives reports of what cannot be read; may be NULL */
    void *context;       /* passed to `log` */
} chu_catalogue_config;

/* Lists what is installed: reads the folders, and the header of each keymap. ARGUMENT, MEMORY, LIMIT. Since 1.2. */
CHU_API int32_t chu_catalogue_new(const chu_catalogue_config *config, chu_catalogue **catalogue);

/* Releases the catalogue. Engines made by it stay valid. Since 1.2. */
CHU_API void chu_catalogue_free(chu_catalogue *catalogue);

/* An installed keymap. Since 1.2. */
typedef struct chu_catalogue_keymap {
    uint32_t struct_size;
    uint32_t reserved;
    chu_text name;             /* the name to open it by: "rad/telex" */
    chu_text path;             /* the compiled file */
    chu_text language;         /* BCP 47 */
    chu_text title;            /* in its own language: "Êđê (Telex)" */
    chu_text title_vietnamese; /* `title` if its author gives none */
    chu_text title_english;
    chu_text status; /* "stable" or "draft" */
} chu_catalogue_keymap;

/* The keymap numbered `index`, counted from 0 in the order of names; ARGUMENT when there are no more. Since 1.2. */
CHU_API int32_t chu_catalogue_get_keymap(const chu_catalogue *catalogue, uint32_t index,
                                         const chu_catalogue_keymap **keymap);

/* Opens the installed keymap `name` with all lexicons of its language, those of the same script first. Lexicons that
 * cannot be read are left out and reported to `log`. ARGUMENT when there is no such keymap; MEMORY, IO, DATA, VERSION.
 * Since 1.2. */
CHU_API int32_t chu_catalogue_open(const chu_catalogue *catalogue, const char *name, chu_engine **engine);

/* The user's own files, which all programs that use Chữ share: the words written with the installed keymap `keymap`, for
 * chu_words_new, and the table of abbreviations, for chu_macros_new. They need not exist, nor their folder. "" when the
 * user has no home folder. ARGUMENT when there is no such keymap. Since 1.3. */
CHU_API int32_t chu_catalogue_words_path(const chu_catalogue *catalogue, const char *keymap, chu_text *path);
CHU_API int32_t chu_catalogue_macros_path(const chu_catalogue *catalogue, chu_text *path);

/* ---- Conversion ------------------------------------------------------------------------------------------------ */

/* Converts text from one script, spelling or encoding to another, piece by piece. Since 1.2. */
typedef struct chu_converter chu_converter;

/* The source and the target, by the names that `chu convert` takes for --from and --to, such as "tcvn3", "unicode",
 * "repair" or "blt-Latn"; not "auto". A conversion between scripts uses the transforms of `catalogue`. A converter loads
 * ICU (libicui18n); nothing else in this library needs it. */
typedef struct chu_converter_config {
    uint32_t struct_size;
    uint32_t reserved;
    const char *from;
    const char *to;
    const chu_catalogue *catalogue; /* may be NULL */
    char *message;                  /* if not NULL, receives what is wrong: cut to `message_size` bytes with its NUL */
    size_t message_size;
} chu_converter_config;

/* ARGUMENT when there is no conversion from one to the other, DATA when a transform has an error, IO when it cannot be read
 * or ICU is not installed, MEMORY. Since 1.2. */
CHU_API int32_t chu_converter_new(const chu_converter_config *config, chu_converter **converter);
CHU_API void chu_converter_free(chu_converter *converter);

/* Converts the next `size` bytes, at most 64 MiB. `output`, valid until the next call on the converter, becomes what is
 * certain so far. With `is_last` it includes what was held back, and the converter starts again. Bytes without a meaning
 * become U+FFFD; letters that the target lacks stay as they are or become "?". Both are counted. ARGUMENT, LIMIT, MEMORY.
 * Since 1.2. */
CHU_API int32_t chu_convert(chu_converter *converter, const void *input, size_t size, uint32_t is_last,
                            chu_text *output);

/* The number of bytes or letters that could not be converted since the converter was made. Since 1.2. */
CHU_API int32_t chu_converter_count_problems(const chu_converter *converter, uint64_t *count);

/* ---- Design record ---------------------------------------------------------------------------------------------
 *
 *   One call for a key, one struct for what to do. With getters, each frontend has to call all of them in the right
 *   order; a response cannot be half read.
 *   Results are lent. The text of a response is in memory that the session owns for life, so a key costs no
 *   allocation, and a frontend that forgets to free cannot leak.
 *   Carets in both units, because Fcitx5 counts bytes and IBus counts code points, and recounting invites errors. They
 *   are never graphemes or UTF-16 units.
 *   struct_size, not new names. A function that needs more gets a longer struct; there is no chu_session_new2.
 *   Candidates and entries are trees of structs, not index getters: one call across the boundary, one thing to free.
 *   Options are names and values as the keymap's author wrote them, so that a frontend can show them without
 *   understanding them. Facts have names for the same reason: a new fact needs no new field.
 *   Macros have a handle of their own, because a user has one table and many sessions, and edits it while they run.
 *   One bad line must not cost the user the other thousand, so it is reported and not refused.
 *   Wrong handles are recognised by a mark at their beginning. A table of living handles would recognise more, but needs
 *   a lock for every key.
 *
 *   Actions are a list, and `commit` is their sum. Changes to a document have an order, and two frontends that work out
 *   the order themselves will disagree. A program written for 1.0 need not know: it is never asked to delete or to
 *   forward unless it says that it can.
 *   The response to a release repeats what is shown, and `unchanged` says that it need not be shown again. A program
 *   written before 1.3 that shows it again sees no difference.
 *   Candidates that are shown belong to the session, with the keys that choose among them: the effect of a key must not
 *   depend on the framework. How they look is up to the frontend.
 *   Words have a handle like macros. Learning a word takes a lock for some hundred nanoseconds, and only when a word ends.
 *   The user's files have their paths from the catalogue: a frontend that works them out itself may read other files than
 *   the command does.
 *   The text around the caret is never trusted alone: a word is composed again only if this session committed it last, and
 *   the application reports the same word there. Some applications leave out blanks.
 *   Conversion is in the library for programs that embed it; ICU is opened when a transform is used, and not before.
 */

#ifdef __cplusplus
}
#endif

#endif
