/* Calls every function of chu.h at random, with whatever may come, from several threads at once.
 *
 *     storm FOLDERS CALLS [THREADS [SEED]]
 *
 * FOLDERS are those of compiled keymaps and lexicons. Each thread has sessions and converters of its own; the engines,
 * the catalogue, the macros and the user's words are shared. It is a failure when a call traps, gives bytes that are not
 * text, or a status that chu.h does not have. AddressSanitizer and ThreadSanitizer report more.
 */
#define _POSIX_C_SOURCE 200809L

#include <chu.h>

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOST_THREADS 16
#define SESSIONS 6
#define ENGINES 8

static struct {
    chu_catalogue *catalogue;
    chu_engine *engines[ENGINES];
    unsigned engine_count;
    chu_macros *macros;
    chu_words *words;
    const char *folders;
} shared;

typedef struct {
    uint64_t random;
    unsigned long calls;
    unsigned long statuses[8];
    unsigned long wrong;
    chu_session *sessions[SESSIONS];
    chu_converter *converter;
} caller;

static uint64_t next(caller *self) {
    uint64_t x = self->random;
    x ^= x << 13, x ^= x >> 7, x ^= x << 17;
    return self->random = x;
}

static unsigned below(caller *self, unsigned bound) { return (unsigned)(next(self) >> 33) % bound; }

static void complain(caller *self, const char *what) {
    if (self->wrong++ < 5) fprintf(stderr, "storm: %s\n", what);
}

static int is_sound(chu_text text) {
    if (text.utf8 == NULL || text.utf8[text.size] != '\0') return 0;
    for (size_t i = 0; i < text.size;) {
        unsigned char byte = (unsigned char)text.utf8[i];
        size_t length = byte < 0x80 ? 1 : byte < 0xC2 ? 0 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : byte < 0xF5 ? 4 : 0;
        if (length == 0 || length > text.size - i) return 0;
        for (size_t j = 1; j < length; j++)
            if (((unsigned char)text.utf8[i + j] & 0xC0) != 0x80) return 0;
        i += length;
    }
    return 1;
}

static void note(caller *self, int32_t status) {
    if (status > 0 || status < -7) complain(self, "a status that chu.h does not have");
    else self->statuses[-status]++;
}

static void read_response(caller *self, int32_t status, const chu_response *response) {
    note(self, status);
    if ((status == CHU_STATUS_OK) != (response != NULL)) complain(self, "a status and a response that differ");
    if (response == NULL) return;
    if (!is_sound(response->commit) || !is_sound(response->preedit)) complain(self, "no text");
    if (response->caret_bytes > response->preedit.size || response->caret_code_points > response->caret_bytes)
        complain(self, "a caret outside the preedit");
    size_t committed = 0;
    for (uint32_t i = 0; i < response->action_count; i++) {
        const chu_action *action = response->actions[i];
        if (!is_sound(action->text)) complain(self, "an action without text");
        if (action->kind == CHU_ACTION_COMMIT) committed += action->text.size;
        if (action->kind == CHU_ACTION_DELETE_SURROUNDING && (action->count == 0 || action->count > 512))
            complain(self, "a deletion of nothing, or of everything");
        if (action->kind > CHU_ACTION_FORWARD_KEY) complain(self, "an action of no kind");
    }
    if (committed != response->commit.size) complain(self, "actions that commit something else");
    size_t shown = 0;
    for (uint32_t i = 0; i < response->segment_count; i++) shown += response->segments[i]->text.size;
    if (shown != response->preedit.size) complain(self, "segments that are not the preedit");
    const chu_candidate_page *page = response->candidates;
    if (page == NULL) return;
    if (page->count == 0 || page->count > 10 || page->page >= page->page_count ||
        page->highlighted >= (int32_t)page->count)
        complain(self, "a page of candidates that cannot be");
    for (uint32_t i = 0; i < page->count; i++)
        if (!is_sound(page->candidates[i]->text) || !is_sound(page->candidates[i]->gloss) || !is_sound(page->labels[i]))
            complain(self, "a candidate without text");
}

static const char *words[] = {
    "", "a", "tiếng", "\xC3", "nước êa", "ꪙꪾ꫁", "vi/telex", "rad/telex", "tcvn3", "unicode", "repair", "blt-Tavt",
    "blt-Latn", "mww-Latn", "hmv-Latn", "viqr", "tone-style", "old", "new", "on", "off", "restore", "lone-w",
    "e\xCC\x81\xCC\x81\xCC\x81", "\x01", "%s%n", "/", "../../etc/passwd",
};

static const char *word(caller *self) {
    unsigned index = below(self, sizeof words / sizeof *words + 1);
    return index < sizeof words / sizeof *words ? words[index] : NULL;
}

/* Mostly one of its own; now and then something else, or nothing. */
static chu_session *session(caller *self) {
    switch (below(self, 24)) {
    case 0: return NULL;
    case 1: return (chu_session *)(void *)shared.catalogue;
    default: return self->sessions[below(self, SESSIONS)];
    }
}

static chu_engine *engine(caller *self) {
    switch (below(self, 12)) {
    case 0: return NULL;
    case 1: return (chu_engine *)(void *)shared.words;
    default: return shared.engines[below(self, shared.engine_count)];
    }
}

static uint32_t number(caller *self) {
    static const uint32_t odd[] = {0, 1, 2, 5, 10, 11, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF};
    return below(self, 3) ? odd[below(self, sizeof odd / sizeof *odd)] : (uint32_t)next(self);
}

static uint32_t size_of(caller *self, size_t size) { return below(self, 40) ? (uint32_t)size : number(self); }

static uint32_t keysym(caller *self) {
    static const uint32_t named[] = {0xFF08, 0xFF09, 0xFE20, 0xFF0D, 0xFF1B, 0xFF50, 0xFF51, 0xFF52, 0xFF53, 0xFF54,
                                     0xFF55, 0xFF56, 0xFFFF, 0xFFE1, 0xFFE3, 0x20,   0x1000103, 0x10FFFFF};
    unsigned kind = below(self, 16);
    if (kind == 0) return number(self);
    if (kind < 5) return named[below(self, sizeof named / sizeof *named)];
    return kind < 9 ? (uint32_t)"aeiouwdsfrxj"[below(self, 12)] : 0x21 + below(self, 0x5E);
}

static void press(caller *self) {
    static const uint32_t held[] = {0, 0, 0, 0, 0, 0, 1, 1, 4, 8, 2, 0xFFFFFFFF};
    chu_key_event event = {size_of(self, sizeof event), keysym(self), held[below(self, 12)], below(self, 16) == 0};
    const chu_response *response = NULL;
    int32_t status = chu_session_process_key(session(self), below(self, 50) ? &event : NULL, &response);
    read_response(self, status, response);
}

static void look_up(caller *self) {
    const char *text = word(self);
    chu_query query = {size_of(self, sizeof query), below(self, 9), number(self), 0, text, CHU_TO_NUL, NULL, NULL};
    if (text != NULL && below(self, 3) == 0) query.text_size = below(self, (unsigned)strlen(text) + 1);
    if (below(self, 3) == 0) query.from = word(self);
    if (below(self, 3) == 0) query.to = word(self);
    const chu_lookup *lookup = NULL;
    note(self, chu_engine_lookup(engine(self), &query, &lookup));
    if (lookup != NULL)
        for (uint32_t i = 0; i < lookup->count; i++)
            if (!is_sound(lookup->entries[i]->headword)) complain(self, "an entry without a headword");
    chu_lookup_free(lookup);
}

static void renew(caller *self) {
    unsigned index = below(self, SESSIONS);
    chu_session_free(self->sessions[index]);
    self->sessions[index] = NULL;
    note(self, chu_session_new(engine(self), &self->sessions[index]));
    if (self->sessions[index] != NULL) {
        note(self, chu_session_set_words(self->sessions[index], below(self, 4) ? shared.words : NULL));
        note(self, chu_session_set_macros(self->sessions[index], below(self, 4) ? shared.macros : NULL));
    }
}

static void configure(caller *self) {
    chu_session_config config = {size_of(self, sizeof config), below(self, 4), below(self, 12), below(self, 4), 0, 0, 0, 0};
    if (below(self, 4) == 0) config.candidate_keysym = keysym(self), config.candidate_modifiers = number(self);
    if (below(self, 4) == 0) config.meaning_keysym = keysym(self), config.meaning_modifiers = number(self);
    chu_session *one = session(self);
    if (below(self, 2)) note(self, chu_session_reset(one));
    note(self, chu_session_configure(one, &config));
    note(self, chu_session_set_capabilities(one, below(self, 3) ? below(self, 32) : number(self)));
}

static void surround(caller *self) {
    const char *text = word(self);
    unsigned length = text == NULL ? 0 : (unsigned)strlen(text);
    uint32_t caret = below(self, 4) ? below(self, length + 1) : number(self);
    size_t size = below(self, 8) ? CHU_TO_NUL : below(self, length + 1);
    note(self, chu_session_set_surrounding(session(self), text, size, caret, below(self, 3) ? caret : number(self)));
}

static void convert(caller *self) {
    char message[64] = "";
    chu_text text = {NULL, 0};
    if (self->converter == NULL || below(self, 200) == 0) {
        chu_converter_free(self->converter);
        chu_converter_config config = {size_of(self, sizeof config), 0, word(self), word(self),
                                       below(self, 4) ? shared.catalogue : NULL, message, sizeof message};
        note(self, chu_converter_new(&config, &self->converter));
        return;
    }
    const char *input = word(self);
    size_t size = input == NULL ? 0 : strlen(input);
    int32_t status = chu_convert(self->converter, input, below(self, 100) ? size : (size_t)-1, below(self, 2), &text);
    note(self, status);
    if (text.utf8 == NULL || text.utf8[text.size] != '\0') complain(self, "converted into what is no text");
    uint64_t count = 0;
    note(self, chu_converter_count_problems(self->converter, &count));
}

static void ask(caller *self) {
    const chu_keymap_info *info = NULL;
    const chu_option_info *option = NULL;
    const chu_catalogue_keymap *keymap = NULL;
    note(self, chu_engine_keymap(engine(self), &info));
    note(self, chu_engine_option(engine(self), number(self) % 9, &option));
    note(self, chu_catalogue_get_keymap(shared.catalogue, number(self), &keymap));
    if (keymap != NULL && !is_sound(keymap->title)) complain(self, "a keymap without a title");
    if (chu_strerror((int32_t)number(self)) == NULL) complain(self, "a status without a sentence");
}

static void open_anew(caller *self) {
    chu_engine *made = NULL;
    note(self, chu_catalogue_open(shared.catalogue, word(self), &made));
    chu_engine_free(made);
    char message[32];
    chu_words *none = NULL;
    chu_words_config config = {size_of(self, sizeof config), 0, word(self), message, sizeof message};
    note(self, chu_words_new(&config, &none));
    chu_words_free(none);
    note(self, chu_words_save(shared.words));
}

/* By the place of the response, which the call that gives the status fills. */
static void answer(caller *self, int32_t status, const chu_response **response) {
    read_response(self, status, *response);
}

static void call(caller *self) {
    const chu_response *response = NULL;
    const chu_candidate_list *list = NULL;
    unsigned kind = below(self, 1000);
    if (kind < 780) press(self);
    else if (kind < 810) answer(self, chu_session_commit(session(self), &response), &response);
    else if (kind < 825) note(self, chu_session_reset(session(self)));
    else if (kind < 830) note(self, chu_session_focus_out(session(self)));
    else if (kind < 835) note(self, chu_session_focus_in(session(self)));
    else if (kind < 860) configure(self);
    else if (kind < 890) surround(self);
    else if (kind < 900) note(self, chu_session_find_candidates(session(self), number(self) % 20, &list));
    else if (kind < 920) answer(self, chu_session_select(session(self), number(self) % 12, &response), &response);
    else if (kind < 930) answer(self, chu_session_turn_page(session(self), (int32_t)number(self), &response), &response);
    else if (kind < 945) note(self, chu_session_set_option(session(self), word(self), word(self)));
    else if (kind < 960) look_up(self);
    else if (kind < 975) renew(self);
    else if (kind < 988) convert(self);
    else if (kind < 998) ask(self);
    else open_anew(self);
}

static void *storm(void *argument) {
    caller *self = argument;
    for (unsigned i = 0; i < SESSIONS; i++) renew(self);
    for (unsigned long i = 0; i < self->calls; i++) call(self);
    for (unsigned i = 0; i < SESSIONS; i++) chu_session_free(self->sessions[i]);
    chu_converter_free(self->converter);
    return NULL;
}

static void log_nothing(void *context, uint32_t level, chu_text sentence) {
    (void)context, (void)level;
    if (sentence.utf8[sentence.size] != '\0') abort();
}

int main(int count, char **arguments) {
    if (count < 3) return 64;
    unsigned long calls = strtoul(arguments[2], NULL, 10);
    unsigned threads = count > 3 ? (unsigned)strtoul(arguments[3], NULL, 10) : 4;
    uint64_t seed = count > 4 ? strtoull(arguments[4], NULL, 10) : 1;
    if (threads == 0 || threads > MOST_THREADS) return 64;

    chu_catalogue_config config = {sizeof config, 0, arguments[1], log_nothing, NULL};
    if (chu_catalogue_new(&config, &shared.catalogue) < 0) return 1;
    const chu_catalogue_keymap *keymap = NULL;
    for (uint32_t i = 0; shared.engine_count < ENGINES && chu_catalogue_get_keymap(shared.catalogue, i, &keymap) == 0; i++)
        if (chu_catalogue_open(shared.catalogue, keymap->name.utf8, &shared.engines[shared.engine_count]) == 0)
            shared.engine_count++;
    static const char table[] = "macros 1\nko = không\nv/v = Về việc\n";
    chu_file file = {sizeof file, 0, NULL, table, sizeof table - 1};
    chu_macros_config macros = {sizeof macros, 0, &file, NULL, 0};
    chu_words_config user = {sizeof user, 0, NULL, NULL, 0};
    if (shared.engine_count == 0 || chu_macros_new(&macros, &shared.macros) < 0 || chu_words_new(&user, &shared.words) < 0) {
        fprintf(stderr, "storm: no keymap in %s\n", arguments[1]);
        return 1;
    }

    static caller callers[MOST_THREADS];
    pthread_t ids[MOST_THREADS];
    unsigned long wrong = 0, statuses[8] = {0};
    for (unsigned i = 0; i < threads; i++) {
        callers[i].random = (seed + i + 1) * 0x9E3779B97F4A7C15;
        callers[i].calls = calls / threads;
        if (pthread_create(&ids[i], NULL, storm, &callers[i]) != 0) return 1;
    }
    for (unsigned i = 0; i < threads; i++) {
        pthread_join(ids[i], NULL);
        wrong += callers[i].wrong;
        for (unsigned j = 0; j < 8; j++) statuses[j] += callers[i].statuses[j];
    }
    chu_macros_free(shared.macros);
    chu_words_free(shared.words);
    for (unsigned i = 0; i < shared.engine_count; i++) chu_engine_free(shared.engines[i]);
    chu_catalogue_free(shared.catalogue);
    printf("%lu random calls from %u threads: %lu gone well, %lu refused, %lu wrong\n", calls, threads, statuses[0],
           statuses[1] + statuses[2] + statuses[3] + statuses[4] + statuses[5] + statuses[6] + statuses[7], wrong);
    return wrong != 0;
}
