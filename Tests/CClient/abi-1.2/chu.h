/* chu.h - the C interface of Chữ, typing engine and dictionary for Vietnam's languages.
 *
 * SPDX-License-Identifier: MIT
 *
 * This file is the manual, the glossary and the record of why things are as they are. C99 and C++.
 * Link with `pkg-config --cflags --libs chuim`; the library is libchuim.so.1 and needs nothing but libc, libm and
 * libgcc_s.
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
 *         if (!response->consumed) putchar(*keys);       // a key that Chữ has no use for
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
 *     engine       one keymap and any number of lexicons; never changes
 *     session      what one text field composes; has its own options
 *     preedit      text that is composed but not yet in the document; shown in place, usually underlined
 *     caret        where in the preedit the user is
 *     commit       text that goes into the document now
 *     candidate    a word offered in place of the composition, with its meaning
 *     gloss        a meaning, in one language
 *     macros       the user's own abbreviations, put in for a word when it ends; never change
 *     words        what the user writes most, so that candidates come in that order; learned and saved
 *     catalogue    the keymaps and lexicons that are installed
 *     converter    turns text from one script, spelling or encoding into another
 *
 *
 * 3. Rules that hold for every function
 *
 *   Status.     A function that can fail gives an int32_t: CHU_STATUS_OK (0) or a negative CHU_STATUS_ value, whose
 *               sentence chu_strerror gives. On failure what was to be written is left alone, but that handles and
 *               results asked for through a pointer become NULL.
 *   NULL.       NULL handles and pointers are answered with CHU_STATUS_ARGUMENT. The functions named _free take
 *               NULL and do nothing. A handle of the wrong kind, or one that was freed and is still recognisably
 *               so, is refused alike; but nobody can tell for sure, and using a freed handle is the caller's error.
 *   Text.       UTF-8. Text that Chữ gives is a chu_text: bytes, their number, and a NUL after them that is not
 *               counted. It is never NULL; no text is "" of size 0. It is NFC unless the keymap says otherwise.
 *               Text that Chữ takes has a size too, or ends with a NUL where it is a plain `const char *`.
 *   Lending.    What a session gives (responses, candidates, and the text in them) is lent until the next call on the
 *               same session; what an engine gives, until chu_engine_free; what a lookup gives, until chu_lookup_free.
 *               There is nothing to free but handles.
 *   Threads.    A session belongs to one thread at a time; which one may change between calls. An engine may be
 *               shared by any number of threads, with a session or more in each. Freeing an engine while another
 *               thread makes a session of it is the caller's error. Sessions outlive their engine's handle: each
 *               holds what it needs.
 *               Macros and words may be shared by any number of sessions and threads; a converter belongs to one
 *               thread at a time, as a session does.
 *   Manners.    No threads are started, no signal handlers set, nothing is printed, and neither the locale nor the
 *               environment is touched. Files are read when an engine is made, never later: they are mapped into
 *               memory, so replace them (write aside, rename) and do not change them in place.
 *   Time.       chu_session_process_key does no input or output and never waits for more than another session's word
 *               to be noted; its work is bounded by the length of the composition, which is bounded. It allocates
 *               nothing, but when candidates, words or text around the caret are asked for. Lookups allocate.
 *   Size.       Every struct begins with struct_size. In a struct that you fill in, set it to sizeof the struct: a
 *               library newer than your program takes what is missing as 0, and an older one does not look at
 *               what it does not know. In a struct that you are given, it says how much of it the library knows:
 *               a field past that must not be read (CHU_HAS tells). Fields are added at the end only. Structs in lists
 *               are reached through pointers, so that their size may grow. `reserved` must be 0.
 *   Numbers.    Values of CHU_ constants may be added. Treat one that you do not know in what you are given as if
 *               it said nothing; one that the library does not know in what it is given is CHU_STATUS_ARGUMENT, save
 *               in key events, which are then passed on unused.
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

/* The version of Chữ that this header belongs to, and of the interface it describes. The major number is the
 * library's soname; the minor one grows with each addition. */
#define CHU_VERSION "0.1.0"
#define CHU_ABI_MAJOR 1
#define CHU_ABI_MINOR 2

/* Whether the struct that `pointer` leads to has `field`: for fields newer than the library a program may meet. */
#define CHU_HAS(pointer, type, field) \
    ((pointer)->struct_size >= offsetof(type, field) + sizeof((pointer)->field))

/* ---- Status ---------------------------------------------------------------------------------------------------- */

enum {
    CHU_STATUS_OK = 0,
    CHU_STATUS_ARGUMENT = -1, /* a NULL, a wrong handle, a size too small, a name or number that does not exist */
    CHU_STATUS_MEMORY = -2,   /* the system gave no memory */
    CHU_STATUS_IO = -3,       /* a file cannot be opened or read */
    CHU_STATUS_DATA = -4,     /* a file is not what it should be, or damaged; text is no UTF-8 */
    CHU_STATUS_VERSION = -5,  /* a file was compiled in a format that this library does not read */
    CHU_STATUS_STATE = -6,    /* the call does not fit what the session is doing */
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

/* What an engine is made of. When it cannot be made, and `message` is not NULL, a sentence that says which
 * file is at fault and why is written there, cut to `message_size` bytes with its NUL. */
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

/* Gives the engine up. Sessions made of it, and lookup results, stay good. */
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
    CHU_KEY_RELEASE = 1 /* changes nothing, and is never consumed */
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
    CHU_ACTION_COMMIT = 0,             /* put `text` in at the caret */
    CHU_ACTION_DELETE_SURROUNDING = 1, /* take the `count` code points before the caret away; asked for only where
                                          CHU_CAPABILITY_SURROUNDING_TEXT was given, and what is there was compared */
    CHU_ACTION_FORWARD_KEY = 2         /* give the key of this event to the application; asked for only without
                                          CHU_CAPABILITY_ORDERED, and then the key is consumed. Since 1.2. */
};

typedef struct chu_action {
    uint32_t struct_size;
    uint32_t kind;
    chu_text text;
    uint32_t count;
    uint32_t reserved;
} chu_action;

enum {
    CHU_STYLE_COMPOSED = 0, /* not yet in the document: underlined, unless the user wants no line */
    CHU_STYLE_PLAIN = 1     /* as the text around it */
};

/* A part of the preedit that is shown in one style. Since 1.2. */
typedef struct chu_segment {
    uint32_t struct_size;
    uint32_t style;
    chu_text text;
} chu_segment;

typedef struct chu_candidate_page chu_candidate_page;

/* What is to be done, in this order: put `commit` into the document; show `preedit` in place of the former one, or
 * none when it is empty; and when the key is not consumed, let the application have it. A program that gives capabilities
 * does what `actions` says, one after the other, in place of the first; `commit` is then what they commit in all. */
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
} chu_response;

/* ---- Session --------------------------------------------------------------------------------------------------- */

typedef struct chu_session chu_session;

CHU_API int32_t chu_session_new(const chu_engine *engine, chu_session **session);
CHU_API void chu_session_free(chu_session *session);

/* Sets an option for this session, from the next word on. ARGUMENT when the keymap has no such option or value, STATE
 * while a word is being composed: commit or reset it first. */
CHU_API int32_t chu_session_set_option(chu_session *session, const char *name, const char *value);

/* Feeds one key to the session. */
CHU_API int32_t chu_session_process_key(chu_session *session, const chu_key_event *event,
                                        const chu_response **response);

/* Ends the composition: its text is in the response's `commit`. For a change of keymap, a click elsewhere. */
CHU_API int32_t chu_session_commit(chu_session *session, const chu_response **response);

/* Drops the composition. Never commits: on a reset and on losing the focus the text has been seen to already. Forgets
 * the text around the caret, for the caret may have moved; of the word committed last it keeps the keys, for
 * CHU_SURROUNDING_REEDIT. */
CHU_API int32_t chu_session_reset(chu_session *session);

/* The text field has the focus now, or has lost it. Both drop the composition and all that is known of the document: of
 * a preedit that was shown when the focus went the framework has taken care. To keep it when the user changes to another
 * keymap, call chu_session_commit before. Since 1.2. */
CHU_API int32_t chu_session_focus_in(chu_session *session);
CHU_API int32_t chu_session_focus_out(chu_session *session);

/* What the text field is, and what the frontend can do with it. Other bits may be set and are ignored. */
enum {
    CHU_CAPABILITY_ORDERED = 1 << 0,          /* a commit is in the document before a key that is passed on after it */
    CHU_CAPABILITY_SURROUNDING_TEXT = 1 << 1, /* it says what stands around the caret, and deletes it when asked to */
    CHU_CAPABILITY_PASSWORD = 1 << 2,         /* a password or a PIN: keys pass through, nothing is composed */
    CHU_CAPABILITY_SENSITIVE = 1 << 3,        /* private: no word is learned */
    CHU_CAPABILITY_PROMPT = 1 << 4            /* a key that is passed on is in the document before what is committed after
                                                 it; without this, characters are committed and not passed on */
};

/* Says what the field is; a session begins with ORDERED and PROMPT alone. A composition is dropped when the field
 * becomes a password's. Since 1.2. */
CHU_API int32_t chu_session_set_capabilities(chu_session *session, uint32_t capabilities);

/* Says what stands around the caret: `size` bytes of text, at most 1 MiB, or CHU_TO_NUL; the caret and the other end of
 * the selection (the same when there is none) in code points from its beginning. `utf8` NULL: it is not known any more.
 * To be called whenever the framework tells, before the next key. ARGUMENT, DATA, LIMIT. Since 1.2. */
CHU_API int32_t chu_session_set_surrounding(chu_session *session, const char *utf8, size_t size, uint32_t caret,
                                            uint32_t anchor);

enum {
    CHU_CANDIDATES_OFF = 0,         /* only chu_session_find_candidates finds any */
    CHU_CANDIDATES_ON_KEY = 1,      /* shown when one of the two keys is pressed in mid-word */
    CHU_CANDIDATES_WHILE_TYPING = 2 /* shown as soon as there are some */
};

enum {
    CHU_SURROUNDING_OFF = 0,
    CHU_SURROUNDING_REEDIT = 1, /* BackSpace at the end of the word committed last takes the word up again, keys and all */
    CHU_SURROUNDING_COMPOSE = 2 /* the same; and there is no preedit: what is composed stands in the document at once, and
                                   is replaced there */
};

/* How a session behaves, as its user likes it. All 0: as a session begins. Since 1.2. */
typedef struct chu_session_config {
    uint32_t struct_size;
    uint32_t candidates;
    uint32_t page_size;   /* how many candidates are shown at once: 1 to 10; 0 for 5 */
    uint32_t surrounding; /* for a field with CHU_CAPABILITY_SURROUNDING_TEXT; in others the preedit is used */
    /* The keys that show candidates, as in a key event: words that begin with the composition or mean it, and those that
     * mean it alone. A keysym of 0 is Tab, and Shift+Tab. */
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

/* Where the table is: a text file that begins with "macros 1" and has a line `key = expansion` for each, or one that
 * UniKey has written. When something is wrong, and `message` is not NULL, a sentence is written there that says in
 * which line and column, cut to `message_size` bytes with its NUL; when nothing is, it becomes "". */
typedef struct chu_macros_config {
    uint32_t struct_size;
    uint32_t reserved;
    const chu_file *file; /* at most 16 MiB */
    char *message;
    size_t message_size;
} chu_macros_config;

/* Reads a table. Lines that cannot be used are left out and the others work: see `message`. ARGUMENT, MEMORY, IO, LIMIT;
 * DATA when the file is no table at all. Since 1.1. */
CHU_API int32_t chu_macros_new(const chu_macros_config *config, chu_macros **macros);

/* Gives the table up. Sessions that use it keep it. */
CHU_API void chu_macros_free(chu_macros *macros);

/* Lets the session use a table, or none when `macros` is NULL. It counts from the end of the word that is being composed
 * on. An expansion has at most 480 bytes and comes whole, in one commit. Since 1.1. */
CHU_API int32_t chu_session_set_macros(chu_session *session, const chu_macros *macros);

/* ---- Candidates ------------------------------------------------------------------------------------------------ */

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

/* Finds at most `limit` words, best first: of lexicons in the keymap's language those that begin with the composition,
 * and of lexicons that gloss in it those that mean it. 0 asks for none; more than 1000 is taken as 1000. */
CHU_API int32_t chu_session_find_candidates(chu_session *session, uint32_t limit, const chu_candidate_list **list);

/* Takes the candidate numbered `index`, counted from 0, of the list found last, or of the page shown, in place of the
 * composition; its text is in the response's `commit`. STATE when there is none, or another call on the session came after
 * chu_session_find_candidates. */
CHU_API int32_t chu_session_select(chu_session *session, uint32_t index, const chu_response **response);

/* The candidates that a session shows, as keys open, turn and close them: Tab and Down go on, Shift+Tab and Up back, Page
 * Up and Page Down turn pages, Return and space take the highlighted one, Alt and a figure takes one by its label, a
 * figure alone where it is no key of the keymap, Escape closes. Since 1.2. */
struct chu_candidate_page {
    uint32_t struct_size;
    uint32_t count; /* at most page_size */
    const chu_candidate *const *candidates;
    const chu_text *labels; /* "1", "2" ...; of each candidate one */
    int32_t highlighted;    /* -1 for none */
    uint32_t page;          /* counted from 0 */
    uint32_t page_count;
    uint32_t reserved;
};

/* Turns `pages` pages on, or back when it is negative, as far as there are any. STATE when none is shown. Since 1.2. */
CHU_API int32_t chu_session_turn_page(chu_session *session, int32_t pages, const chu_response **response);

/* ---- The user's words ------------------------------------------------------------------------------------------ */

/* Words the user has written with one keymap, and how often: they go before other candidates. Since 1.2. */
typedef struct chu_words chu_words;

/* Where they are kept: a text file, made when it is missing. When it cannot be read, and `message` is not NULL, a sentence
 * is written there. */
typedef struct chu_words_config {
    uint32_t struct_size;
    uint32_t reserved;
    const char *path; /* UTF-8, at most 4095 bytes; NULL to keep them in memory only */
    char *message;
    size_t message_size;
} chu_words_config;

/* Reads the words. Lines that cannot be used are left out: see `message`. ARGUMENT, MEMORY, IO, LIMIT; DATA when the file
 * is something else. Since 1.2. */
CHU_API int32_t chu_words_new(const chu_words_config *config, chu_words **words);

/* Gives the words up, unsaved. Sessions that use them keep them. Since 1.2. */
CHU_API void chu_words_free(chu_words *words);

/* Adds what was learned since to the file, with what other programs have learned meanwhile. Written aside, synced and
 * renamed, so it does input and output: not to be called for a key. OK when there is nothing new. IO. Since 1.2. */
CHU_API int32_t chu_words_save(chu_words *words);

/* Lets the session learn and use words, or none when `words` is NULL. A word is noted when it ends as a whole one of the
 * keymap's language, or is taken from the candidates; never in a field with CHU_CAPABILITY_PASSWORD or
 * CHU_CAPABILITY_SENSITIVE. Since 1.2. */
CHU_API int32_t chu_session_set_words(chu_session *session, chu_words *words);

/* ---- Dictionary ------------------------------------------------------------------------------------------------ */

/* Which entries fit. All but GLOSS and TEXT look at headwords, their variants, romanisations and transliterations,
 * and at glosses as well. None goes through a third language. */
enum {
    CHU_MATCH_EXACT = 0,    /* spelled as the text, capitals and Unicode form aside; when none is, as FOLDED */
    CHU_MATCH_FOLDED = 1,   /* spelled as the text, accents and tone marks aside too */
    CHU_MATCH_PREFIX = 2,   /* beginning with the text, folded */
    CHU_MATCH_GLOSS = 3,    /* whose glosses have all words of the text, folded */
    CHU_MATCH_WILDCARD = 4, /* as the text, folded: * is any text, ? one letter, a backslash undoes both. Since 1.1. */
    CHU_MATCH_FUZZY = 5,    /* as the text, folded, but for one letter; two from six on, three from ten on. Since 1.1. */
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

/* One gloss. Those with the same `sense` (counted from 0) say one meaning, in one or more languages. */
typedef struct chu_gloss {
    uint32_t struct_size;
    uint32_t sense;
    uint32_t kind;
    uint32_t reserved;
    chu_text language; /* BCP 47 */
    chu_text text;
} chu_gloss;

/* A headword as rules write it in another script or spelling; no source wrote it. Since 1.2. */
typedef struct chu_transliteration {
    uint32_t struct_size;
    uint32_t reserved;
    chu_text form; /* a BCP 47 tag, such as "blt-Latn" */
    chu_text text;
    chu_text status; /* of the rules: "stable" or "draft" */
} chu_transliteration;

/* One entry of a lexicon. What it does not give is "". */
typedef struct chu_entry {
    uint32_t struct_size;
    uint32_t gloss_count;
    chu_text headword;
    chu_text language; /* of the headword: the lexicon's BCP 47 tag */
    chu_text romanisation;
    chu_text pronunciation; /* IPA */
    chu_text part_of_speech;
    chu_text source; /* the name its lexicon gives to where it comes from */
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
    const void *owner; /* the library's own */
} chu_lookup;

/* Looks `query` up in the engine's lexicons. Finding nothing is no error: `count` is 0. ARGUMENT, DATA, MEMORY,
 * LIMIT. */
CHU_API int32_t chu_engine_lookup(const chu_engine *engine, const chu_query *query, const chu_lookup **lookup);
CHU_API void chu_lookup_free(const chu_lookup *lookup);

/* ---- Catalogue ------------------------------------------------------------------------------------------------- */

/* The keymaps, lexicons and transforms that are installed. Since 1.2. */
typedef struct chu_catalogue chu_catalogue;

enum {
    CHU_LOG_WARNING = 0, /* something was left out, and the rest works */
    CHU_LOG_INFO = 1
};

/* Called while a catalogue is made or asked, in the same thread. */
typedef void (*chu_log)(void *context, uint32_t level, chu_text sentence);

/* Where to look. */
typedef struct chu_catalogue_config {
    uint32_t struct_size;
    uint32_t reserved;
    const char *folders; /* with a colon between them; NULL for those that the command uses: $CHU_PATH, $XDG_DATA_HOME/chu,
                            each of $XDG_DATA_DIRS with /chu */
    chu_log log;         /* told what cannot be read; may be NULL */
    void *context;       /* given to `log` */
} chu_catalogue_config;

/* Looks what is installed: reads the folders, and the head of each keymap. ARGUMENT, MEMORY, LIMIT. Since 1.2. */
CHU_API int32_t chu_catalogue_new(const chu_catalogue_config *config, chu_catalogue **catalogue);

/* Gives the catalogue up. Engines made by it stay good. Since 1.2. */
CHU_API void chu_catalogue_free(chu_catalogue *catalogue);

/* An installed keymap. Since 1.2. */
typedef struct chu_catalogue_keymap {
    uint32_t struct_size;
    uint32_t reserved;
    chu_text name;             /* what it is called by: "rad/telex" */
    chu_text path;             /* the compiled file */
    chu_text language;         /* BCP 47 */
    chu_text title;            /* in its own language: "Êđê (Telex)" */
    chu_text title_vietnamese; /* `title` where its author gives none */
    chu_text title_english;
    chu_text status; /* "stable" or "draft" */
} chu_catalogue_keymap;

/* The keymap numbered `index`, counted from 0 in the order of names; ARGUMENT when there are no more. Since 1.2. */
CHU_API int32_t chu_catalogue_get_keymap(const chu_catalogue *catalogue, uint32_t index,
                                         const chu_catalogue_keymap **keymap);

/* Opens the installed keymap `name` with all lexicons of its language, those of the same script first. Lexicons that
 * cannot be read are left out and told to `log`. ARGUMENT when there is no such keymap; MEMORY, IO, DATA, VERSION. Since
 * 1.2. */
CHU_API int32_t chu_catalogue_open(const chu_catalogue *catalogue, const char *name, chu_engine **engine);

/* ---- Conversion ------------------------------------------------------------------------------------------------ */

/* Turns text from one script, spelling or encoding into another, piece by piece. Since 1.2. */
typedef struct chu_converter chu_converter;

/* From what to what: the names that `chu convert` has for --from and --to, such as "tcvn3", "unicode", "repair" or
 * "blt-Latn"; not "auto". Where a script is written in another one, `catalogue` says where the transforms are. ICU is
 * loaded (libicui18n); nothing else of this library needs it. */
typedef struct chu_converter_config {
    uint32_t struct_size;
    uint32_t reserved;
    const char *from;
    const char *to;
    const chu_catalogue *catalogue; /* may be NULL */
    char *message;                  /* what is wrong, when it is not NULL: cut to `message_size` bytes with its NUL */
    size_t message_size;
} chu_converter_config;

/* ARGUMENT when nothing leads from one to the other, DATA when a transform has an error, IO when it cannot be read or ICU
 * is not installed, MEMORY. Since 1.2. */
CHU_API int32_t chu_converter_new(const chu_converter_config *config, chu_converter **converter);
CHU_API void chu_converter_free(chu_converter *converter);

/* Converts the next `size` bytes, at most 64 MiB; `output`, which is lent until the next call on the converter, becomes
 * what is certain by now. With `is_last` what was held back comes too, and the converter begins anew. Bytes that mean
 * nothing become U+FFFD, and letters that the target does not have stay as they are or become "?": both are counted.
 * ARGUMENT, LIMIT, MEMORY. Since 1.2. */
CHU_API int32_t chu_convert(chu_converter *converter, const void *input, size_t size, uint32_t is_last,
                            chu_text *output);

/* How many bytes or letters could not be converted since the converter was made. Since 1.2. */
CHU_API int32_t chu_converter_count_problems(const chu_converter *converter, uint64_t *count);

/* ---- Design record ---------------------------------------------------------------------------------------------
 *
 *   One call for a key, one struct for what to do. Getters after a call ask each frontend to call all of them in the
 *   right order; a response cannot be half read.
 *   Lent, not given. The text of a response lies in memory that the session owns for life, so a key costs no
 *   allocation, and a frontend that forgets to free cannot leak.
 *   Carets in both units, because Fcitx5 counts bytes and IBus code points, and counting again is where errors come
 *   from. They are never graphemes or UTF-16 units.
 *   struct_size, not new names. A function that needs more gets a longer struct; there is no chu_session_new2.
 *   Candidates and entries are trees of structs, not index getters: one call across the border, one thing to free.
 *   Options are names and values as the keymap's author wrote them, so that a frontend can show them without
 *   knowing them.
 *   Macros have a handle of their own, because a user has one table and many sessions, and changes it while they run.
 *   One bad line must not cost a user the other thousand, so it is told and not refused.
 *   Wrong handles are recognised by a mark at their beginning. A table of living handles would recognise more, at the
 *   price of a lock on the way of every key.
 *
 *   Actions are a list, and `commit` their sum. What is to happen to a document has an order, and two frontends that
 *   find the order out for themselves find two. A program of 1.0 need not know: it is asked to delete or to forward
 *   nothing unless it says that it can.
 *   Candidates that are shown belong to the session, with the keys that choose among them: what a key does must not
 *   depend on the framework. What they look like belongs to the frontend.
 *   Words have a handle like macros. Noting a word takes a lock for some hundred nanoseconds, and only where a word ends.
 *   The text around the caret is never believed alone: a word is taken up again only when it is the one that this session
 *   committed last, and what the application says stands there is that word. Applications are known to leave blanks out.
 *   Conversion is in the library for those who embed it; ICU is opened when a transform is asked for, and not before.
 */

#ifdef __cplusplus
}
#endif

#endif
