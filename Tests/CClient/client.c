/* A program that uses Chữ as a frontend would, and as a careless one would.
 *
 *     client check KEYMAP LEXICON KEYS TEXT QUERY GLOSS
 *         types KEYS with the compiled KEYMAP and expects TEXT; looks QUERY up in the compiled LEXICON and expects
 *         an entry with GLOSS among its glosses; then asks for what cannot be, and expects to be refused
 *     client count KEYMAP WORDS
 *         types the key sequences in the file WORDS, one a line with a space after it, and expects that no key
 *         allocates; for a client that counts allocations
 */
#define _POSIX_C_SOURCE 200809L

#include <chu.h>

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "allocations.h"

static int failures;

#define CHECK(condition) \
    do { \
        if (!(condition)) { \
            fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #condition); \
            failures++; \
        } \
    } while (0)

static chu_engine *open_engine(const char *keymap_path, const char *lexicon_path) {
    chu_file keymap = {sizeof keymap, 0, keymap_path, NULL, 0};
    chu_file lexicon = {sizeof lexicon, 0, lexicon_path, NULL, 0};
    const chu_file *lexicons[] = {&lexicon};
    char message[200] = "";
    chu_engine_config config = {sizeof config, lexicon_path != NULL, &keymap, lexicons, message, sizeof message};
    chu_engine *engine = NULL;
    int32_t status = chu_engine_new(&config, &engine);
    if (status < 0) {
        fprintf(stderr, "%s (%s)\n", message, chu_strerror(status));
        exit(1);
    }
    return engine;
}

static int32_t press(chu_session *session, uint32_t keysym, const chu_response **response) {
    chu_key_event event = {sizeof event, keysym, 0, CHU_KEY_PRESS};
    return chu_session_process_key(session, &event, response);
}

/* Whether a lent text is what it promises to be. */
static int is_sound(chu_text text) {
    return text.utf8 != NULL && text.utf8[text.size] == '\0' && strlen(text.utf8) == text.size;
}

static uint32_t code_points(chu_text text) {
    uint32_t count = 0;
    for (size_t i = 0; i < text.size; i++) count += ((unsigned char)text.utf8[i] & 0xC0) != 0x80;
    return count;
}

static void append(char *document, size_t size, chu_text text) {
    if (strlen(document) + text.size < size) strcat(document, text.utf8);
}

/* ---- What a frontend does -------------------------------------------------------------------------------------- */

static void type(chu_session *session, const char *keys, const char *expected) {
    char document[1024] = "";
    const chu_response *response = NULL;
    for (const char *key = keys; *key; key++) {
        CHECK(press(session, (unsigned char)*key, &response) == CHU_STATUS_OK);
        CHECK(response->struct_size >= sizeof *response);
        CHECK(is_sound(response->commit) && is_sound(response->preedit));
        CHECK(response->caret_bytes <= response->preedit.size);
        CHECK(response->caret_code_points <= code_points(response->preedit));
        append(document, sizeof document, response->commit);
        if (!response->consumed) {
            chu_text passed = {key, 1};
            char one[2] = {*key, '\0'};
            passed.utf8 = one;
            append(document, sizeof document, passed);
        }
        printf("  %c  %s[%s]\n", *key, document, response->preedit.utf8);
    }
    CHECK(chu_session_commit(session, &response) == CHU_STATUS_OK);
    append(document, sizeof document, response->commit);
    CHECK(response->preedit.size == 0);
    printf("%s -> %s\n", keys, document);
    if (strcmp(document, expected) != 0) {
        fprintf(stderr, "typed '%s', expected '%s', found '%s'\n", keys, expected, document);
        failures++;
    }
}

static void look_up(const chu_engine *engine, const char *text, const char *gloss) {
    chu_query query = {sizeof query, CHU_MATCH_FOLDED, 0, 0, text, CHU_TO_NUL, NULL, NULL};
    const chu_lookup *lookup = NULL;
    int found = 0;
    CHECK(chu_engine_lookup(engine, &query, &lookup) == CHU_STATUS_OK);
    if (lookup == NULL) return;
    for (uint32_t i = 0; i < lookup->count; i++) {
        const chu_entry *entry = lookup->entries[i];
        CHECK(is_sound(entry->headword) && is_sound(entry->language) && is_sound(entry->source));
        CHECK(is_sound(entry->romanisation) && is_sound(entry->pronunciation) && is_sound(entry->part_of_speech));
        printf("%s (%s):", entry->headword.utf8, entry->language.utf8);
        for (uint32_t j = 0; j < entry->gloss_count; j++) {
            const chu_gloss *each = entry->glosses[j];
            CHECK(is_sound(each->text) && is_sound(each->language));
            printf(" %s [%s]", each->text.utf8, each->language.utf8);
            if (strcmp(each->text.utf8, gloss) == 0) found = 1;
        }
        printf("\n");
    }
    if (!found) {
        fprintf(stderr, "looked '%s' up, expected the gloss '%s' among %u entries\n", text, gloss, lookup->count);
        failures++;
    }
    chu_lookup_free(lookup);
}

static void read_facts(const chu_engine *engine) {
    const chu_keymap_info *info = NULL;
    CHECK(chu_engine_keymap(engine, &info) == CHU_STATUS_OK);
    CHECK(is_sound(info->language) && is_sound(info->title) && is_sound(info->version));
    CHECK(is_sound(info->licence) && is_sound(info->status));
    printf("%s: %s, version %s, %s\n", info->language.utf8, info->title.utf8, info->version.utf8, info->licence.utf8);
    for (uint32_t i = 0; i < info->option_count; i++) {
        const chu_option_info *option = NULL;
        CHECK(chu_engine_option(engine, i, &option) == CHU_STATUS_OK);
        CHECK(is_sound(option->name) && is_sound(option->title) && option->value_count > 0);
        printf("option %s (%s):", option->name.utf8, option->title.utf8);
        for (uint32_t j = 0; j < option->value_count; j++) printf(" %s", option->values[j].utf8);
        printf("\n");
    }
    const chu_option_info *none = NULL;
    CHECK(chu_engine_option(engine, info->option_count, &none) == CHU_STATUS_ARGUMENT && none == NULL);
    CHECK(chu_engine_option(engine, UINT32_MAX, &none) == CHU_STATUS_ARGUMENT);
}

static void choose_options(const chu_engine *engine) {
    const chu_keymap_info *info = NULL;
    chu_session *session = NULL;
    CHECK(chu_engine_keymap(engine, &info) == CHU_STATUS_OK);
    CHECK(chu_session_new(engine, &session) == CHU_STATUS_OK);
    for (uint32_t i = 0; i < info->option_count; i++) {
        const chu_option_info *option = NULL;
        CHECK(chu_engine_option(engine, i, &option) == CHU_STATUS_OK);
        for (uint32_t j = 0; j < option->value_count; j++)
            CHECK(chu_session_set_option(session, option->name.utf8, option->values[j].utf8) == CHU_STATUS_OK);
        CHECK(chu_session_set_option(session, option->name.utf8, "no such value") == CHU_STATUS_ARGUMENT);
    }
    CHECK(chu_session_set_option(session, "no such option", "on") == CHU_STATUS_ARGUMENT);
    CHECK(chu_session_set_option(session, "\xFF\xFE", "on") == CHU_STATUS_DATA);
    CHECK(chu_session_set_option(session, NULL, "on") == CHU_STATUS_ARGUMENT);
    CHECK(chu_session_set_option(session, "x", NULL) == CHU_STATUS_ARGUMENT);
    CHECK(chu_session_set_option(NULL, "x", "y") == CHU_STATUS_ARGUMENT);
    chu_session_free(session);
}

static void offer_candidates(chu_session *session, const char *keys) {
    const chu_response *response = NULL;
    const chu_candidate_list *list = NULL;
    CHECK(chu_session_reset(session) == CHU_STATUS_OK);
    for (const char *key = keys; *key && *key != ' '; key++) press(session, (unsigned char)*key, &response);
    CHECK(chu_session_find_candidates(session, 0, &list) == CHU_STATUS_OK && list->count == 0);
    CHECK(chu_session_find_candidates(session, UINT32_MAX, &list) == CHU_STATUS_OK && list->count <= 1000);
    CHECK(chu_session_find_candidates(session, 5, &list) == CHU_STATUS_OK && list->count <= 5);
    for (uint32_t i = 0; i < list->count; i++) {
        CHECK(is_sound(list->candidates[i]->text) && is_sound(list->candidates[i]->gloss) &&
              is_sound(list->candidates[i]->language));
        printf("%u. %s  %s\n", i + 1, list->candidates[i]->text.utf8, list->candidates[i]->gloss.utf8);
    }
    CHECK(chu_session_select(session, list->count, &response) == CHU_STATUS_ARGUMENT && response == NULL);
    if (list->count > 0) {
        char text[1024] = "";
        append(text, sizeof text, list->candidates[0]->text);
        CHECK(chu_session_select(session, 0, &response) == CHU_STATUS_OK);
        CHECK(strcmp(response->commit.utf8, text) == 0 && response->preedit.size == 0);
        CHECK(chu_session_select(session, 0, &response) == CHU_STATUS_STATE);
    }
    CHECK(chu_session_find_candidates(session, 5, &list) == CHU_STATUS_OK);
    CHECK(press(session, 'a', &response) == CHU_STATUS_OK);
    CHECK(chu_session_select(session, 0, &response) == CHU_STATUS_STATE);
    CHECK(chu_session_reset(session) == CHU_STATUS_OK);
}

/* What a frontend does with actions, candidates and the text around the caret. */
static void follow_actions(const chu_engine *engine) {
    chu_session *session = NULL;
    const chu_response *response = NULL;
    CHECK(chu_session_new(engine, &session) == CHU_STATUS_OK);
    CHECK(press(session, 'a', &response) == CHU_STATUS_OK && response->action_count == 0);
    CHECK(response->segment_count == 1 && strcmp(response->segments[0]->text.utf8, "a") == 0);
    CHECK(press(session, 0xff0d, &response) == CHU_STATUS_OK && !response->consumed && response->action_count == 1);

    /* Without order the key comes after the text by being forwarded. */
    CHECK(chu_session_set_capabilities(session, CHU_CAPABILITY_SURROUNDING_TEXT | CHU_CAPABILITY_PROMPT) == CHU_STATUS_OK);
    press(session, 'a', &response);
    CHECK(press(session, 0xff0d, &response) == CHU_STATUS_OK && response->consumed && response->action_count == 2);
    CHECK(response->actions[0]->kind == CHU_ACTION_COMMIT && strcmp(response->actions[0]->text.utf8, "a") == 0);
    CHECK(response->actions[1]->kind == CHU_ACTION_FORWARD_KEY);

    /* BackSpace resumes the word that was committed last, if the application reports that it stands there. */
    chu_session_config config = {sizeof config, CHU_CANDIDATES_ON_KEY, 3, CHU_SURROUNDING_REEDIT, 0, 0, 0, 0};
    CHECK(chu_session_configure(session, &config) == CHU_STATUS_OK);
    for (const char *key = "aas "; *key; key++) press(session, (unsigned char)*key, &response);
    CHECK(strcmp(response->commit.utf8, "\xe1\xba\xa5 ") == 0);
    CHECK(press(session, 0xff08, &response) == CHU_STATUS_OK && !response->consumed);
    CHECK(chu_session_set_surrounding(session, "x \xe1\xba\xa5", CHU_TO_NUL, 3, 3) == CHU_STATUS_OK);
    CHECK(press(session, 0xff08, &response) == CHU_STATUS_OK && response->consumed && response->preedit.size == 0);
    CHECK(response->action_count == 1 && response->actions[0]->kind == CHU_ACTION_DELETE_SURROUNDING);
    CHECK(response->actions[0]->count == 1);
    CHECK(chu_session_set_surrounding(session, "x", 1, 2, 2) == CHU_STATUS_ARGUMENT);
    CHECK(chu_session_set_surrounding(session, "\xff", 1, 0, 0) == CHU_STATUS_DATA);
    CHECK(chu_session_set_surrounding(session, "x", (size_t)2 << 20, 0, 0) == CHU_STATUS_LIMIT);
    CHECK(chu_session_set_surrounding(session, NULL, 0, 0, 0) == CHU_STATUS_OK);

    /* Candidates with labels, by key and by click. */
    press(session, 'a', &response);
    CHECK(chu_session_configure(session, &config) == CHU_STATUS_STATE);
    CHECK(press(session, 0xff09, &response) == CHU_STATUS_OK && response->consumed);
    const chu_candidate_page *page = response->candidates;
    if (page != NULL) {
        CHECK(page->count >= 1 && page->count <= 3 && page->highlighted == 0 && page->page == 0);
        CHECK(strcmp(page->labels[0].utf8, "1") == 0 && is_sound(page->candidates[0]->gloss));
        CHECK(chu_session_turn_page(session, 1, &response) == CHU_STATUS_OK && response->candidates != NULL);
        CHECK(chu_session_select(session, 10, &response) == CHU_STATUS_ARGUMENT);
        CHECK(chu_session_select(session, 0, &response) == CHU_STATUS_OK && response->commit.size > 0);
        CHECK(response->candidates == NULL && response->preedit.size == 0);
    }
    CHECK(chu_session_turn_page(session, 1, &response) == CHU_STATUS_STATE);
    CHECK(chu_session_set_capabilities(session, CHU_CAPABILITY_PASSWORD) == CHU_STATUS_OK);
    CHECK(press(session, 'a', &response) == CHU_STATUS_OK && !response->consumed && response->preedit.size == 0);
    CHECK(chu_session_focus_out(session) == CHU_STATUS_OK && chu_session_focus_in(session) == CHU_STATUS_OK);
    config.candidates = 3;
    CHECK(chu_session_configure(session, &config) == CHU_STATUS_ARGUMENT);
    config.candidates = 0;
    config.page_size = 11;
    CHECK(chu_session_configure(session, &config) == CHU_STATUS_ARGUMENT);
    chu_session_free(session);
}

/* What is converted goes in pieces, and what cannot be is counted. */
static void convert_text(void) {
    char message[120] = "";
    chu_converter *converter = NULL;
    chu_text text = {NULL, 0};
    uint64_t problems = 1;
    chu_converter_config config = {sizeof config, 0, "tcvn3", "unicode", NULL, message, sizeof message};
    CHECK(chu_converter_new(&config, &converter) == CHU_STATUS_OK && message[0] == '\0');
    CHECK(chu_convert(converter, "ti\xd5", 3, 0, &text) == CHU_STATUS_OK && is_sound(text));
    CHECK(chu_convert(converter, "ng", 2, 1, &text) == CHU_STATUS_OK && is_sound(text));
    CHECK(text.size >= 2 && strcmp(text.utf8 + text.size - 2, "ng") == 0);
    CHECK(chu_converter_count_problems(converter, &problems) == CHU_STATUS_OK && problems == 0);
    CHECK(chu_convert(converter, NULL, 1, 0, &text) == CHU_STATUS_ARGUMENT && text.size == 0);
    CHECK(chu_convert(converter, "x", (size_t)1 << 40, 0, &text) == CHU_STATUS_LIMIT);
    CHECK(chu_convert(NULL, "x", 1, 0, &text) == CHU_STATUS_ARGUMENT);
    chu_converter_free(converter);
    config.to = "nothing";
    CHECK(chu_converter_new(&config, &converter) == CHU_STATUS_ARGUMENT && converter == NULL);
    CHECK(strcmp(message, "nothing leads from 'tcvn3' to 'nothing'") == 0);
    config.from = "auto";
    CHECK(chu_converter_new(&config, &converter) == CHU_STATUS_ARGUMENT);
    chu_converter_free(NULL);
}

#if CHU_ABI_MINOR >= 3
/* Facts by name, the files of the user, and a response that changes nothing: what 1.3 has added. */
static void use_additions(const chu_engine *engine) {
    const chu_keymap_info *info = NULL;
    chu_text text = {NULL, 0};
    CHECK(chu_engine_keymap(engine, &info) == CHU_STATUS_OK);
    CHECK(chu_engine_fact(engine, "language", &text) == CHU_STATUS_OK && is_sound(text));
    CHECK(strcmp(text.utf8, info->language.utf8) == 0);
    CHECK(chu_engine_fact(engine, "status", &text) == CHU_STATUS_OK && strcmp(text.utf8, info->status.utf8) == 0);
    CHECK(chu_engine_fact(engine, "sources", &text) == CHU_STATUS_OK && is_sound(text));
    CHECK(chu_engine_fact(engine, "no such fact", &text) == CHU_STATUS_ARGUMENT && text.size == 0 && is_sound(text));
    CHECK(chu_engine_fact(engine, NULL, &text) == CHU_STATUS_ARGUMENT);
    CHECK(chu_engine_fact(engine, "title", NULL) == CHU_STATUS_ARGUMENT);
    CHECK(chu_engine_fact(NULL, "title", &text) == CHU_STATUS_ARGUMENT);

    chu_catalogue_config config = {sizeof config, 0, "/nowhere", NULL, NULL};
    chu_catalogue *catalogue = NULL;
    CHECK(chu_catalogue_new(&config, &catalogue) == CHU_STATUS_OK);
    CHECK(chu_catalogue_macros_path(catalogue, &text) == CHU_STATUS_OK && is_sound(text));
    CHECK(text.size == 0 || strstr(text.utf8, "/chu/macros.txt") != NULL);
    CHECK(chu_catalogue_words_path(catalogue, "no/keymap", &text) == CHU_STATUS_ARGUMENT && text.size == 0);
    CHECK(chu_catalogue_words_path(catalogue, NULL, &text) == CHU_STATUS_ARGUMENT);
    CHECK(chu_catalogue_words_path(NULL, "vi/telex", &text) == CHU_STATUS_ARGUMENT);
    CHECK(chu_catalogue_macros_path(catalogue, NULL) == CHU_STATUS_ARGUMENT);
    chu_catalogue_free(catalogue);

    chu_session *session = NULL;
    const chu_response *response = NULL;
    CHECK(chu_session_new(engine, &session) == CHU_STATUS_OK);
    CHECK(press(session, 'a', &response) == CHU_STATUS_OK && !response->unchanged);
    chu_key_event release = {sizeof release, 'a', 0, CHU_KEY_RELEASE};
    CHECK(chu_session_process_key(session, &release, &response) == CHU_STATUS_OK && response->unchanged);
    CHECK(!response->consumed && response->action_count == 0 && strcmp(response->preedit.utf8, "a") == 0);
    CHECK(press(session, ' ', &response) == CHU_STATUS_OK && !response->unchanged && response->commit.size == 2);
    CHECK(chu_session_process_key(session, &release, &response) == CHU_STATUS_OK && response->unchanged);
    CHECK(response->commit.size == 0 && response->preedit.size == 0);
    chu_session_free(session);
}
#endif

/* ---- What a careless one does ---------------------------------------------------------------------------------- */

/* The user's abbreviations. A table serves several sessions and outlives its handle. */
static void put_in_macros(const chu_engine *engine) {
    static const char text[] = "macros 1\nko = kh\xc3\xb4ng\nv/v = V\xe1\xbb\x81 vi\xe1\xbb\x87\x63\nbad\n";
    char message[120] = "";
    chu_file file = {sizeof file, 0, NULL, text, sizeof text - 1};
    chu_macros_config config = {sizeof config, 0, &file, message, sizeof message};
    chu_macros *macros = NULL;
    chu_session *session = NULL;
    CHECK(chu_session_new(engine, &session) == CHU_STATUS_OK);
    CHECK(chu_macros_new(&config, &macros) == CHU_STATUS_OK);
    CHECK(strncmp(message, "4:1: ", 5) == 0);
    CHECK(chu_session_set_macros(session, macros) == CHU_STATUS_OK);
    CHECK(chu_session_set_macros(session, (const chu_macros *)(const void *)engine) == CHU_STATUS_ARGUMENT);
    CHECK(chu_session_set_macros((chu_session *)(void *)macros, macros) == CHU_STATUS_ARGUMENT);
    CHECK(chu_session_set_macros(NULL, macros) == CHU_STATUS_ARGUMENT);
    chu_macros_free(macros);
    type(session, "Ko, v/v ", "Kh\xc3\xb4ng, V\xe1\xbb\x81 vi\xe1\xbb\x87\x63 ");
    CHECK(chu_session_set_macros(session, NULL) == CHU_STATUS_OK);
    type(session, "ko v/v ", "ko v/v ");

    file.size = 4;
    CHECK(chu_macros_new(&config, &macros) == CHU_STATUS_DATA && macros == NULL);
    CHECK(strncmp(message, "1:1: ", 5) == 0);
    file.path = "nowhere";
    CHECK(chu_macros_new(&config, &macros) == CHU_STATUS_ARGUMENT);
    file.data = NULL;
    CHECK(chu_macros_new(&config, &macros) == CHU_STATUS_IO);
    config.struct_size = 8;
    CHECK(chu_macros_new(&config, &macros) == CHU_STATUS_ARGUMENT);
    CHECK(chu_macros_new(NULL, &macros) == CHU_STATUS_ARGUMENT);
    CHECK(chu_macros_new(&config, NULL) == CHU_STATUS_ARGUMENT);
    chu_macros_free(NULL);
    chu_session_free(session);
}

static void ask_with_null(const chu_engine *engine, chu_session *session) {
    chu_engine *no_engine = (chu_engine *)&failures;
    chu_session *no_session = (chu_session *)&failures;
    const chu_response *response = NULL;
    const chu_keymap_info *info = NULL;
    const chu_option_info *option = NULL;
    const chu_candidate_list *list = NULL;
    const chu_lookup *lookup = NULL;
    chu_key_event event = {sizeof event, 'a', 0, CHU_KEY_PRESS};
    chu_query query = {sizeof query, CHU_MATCH_EXACT, 0, 0, "a", 1, NULL, NULL};

    CHECK(chu_engine_new(NULL, &no_engine) == CHU_STATUS_ARGUMENT && no_engine == NULL);
    CHECK(chu_engine_new(NULL, NULL) == CHU_STATUS_ARGUMENT);
    CHECK(chu_session_new(NULL, &no_session) == CHU_STATUS_ARGUMENT && no_session == NULL);
    CHECK(chu_session_new(engine, NULL) == CHU_STATUS_ARGUMENT);
    CHECK(chu_engine_keymap(NULL, &info) == CHU_STATUS_ARGUMENT);
    CHECK(chu_engine_keymap(engine, NULL) == CHU_STATUS_ARGUMENT);
    CHECK(chu_engine_option(NULL, 0, &option) == CHU_STATUS_ARGUMENT);
    CHECK(chu_engine_option(engine, 0, NULL) == CHU_STATUS_ARGUMENT);
    CHECK(chu_session_process_key(NULL, &event, &response) == CHU_STATUS_ARGUMENT);
    CHECK(chu_session_process_key(session, NULL, &response) == CHU_STATUS_ARGUMENT);
    CHECK(chu_session_process_key(session, &event, NULL) == CHU_STATUS_ARGUMENT);
    CHECK(chu_session_commit(NULL, &response) == CHU_STATUS_ARGUMENT);
    CHECK(chu_session_commit(session, NULL) == CHU_STATUS_ARGUMENT);
    CHECK(chu_session_reset(NULL) == CHU_STATUS_ARGUMENT);
    CHECK(chu_session_find_candidates(NULL, 1, &list) == CHU_STATUS_ARGUMENT);
    CHECK(chu_session_find_candidates(session, 1, NULL) == CHU_STATUS_ARGUMENT);
    CHECK(chu_session_select(NULL, 0, &response) == CHU_STATUS_ARGUMENT);
    CHECK(chu_session_select(session, 0, NULL) == CHU_STATUS_ARGUMENT);
    CHECK(chu_engine_lookup(NULL, &query, &lookup) == CHU_STATUS_ARGUMENT);
    CHECK(chu_engine_lookup(engine, NULL, &lookup) == CHU_STATUS_ARGUMENT);
    CHECK(chu_engine_lookup(engine, &query, NULL) == CHU_STATUS_ARGUMENT);
    chu_engine_free(NULL);
    chu_session_free(NULL);
    chu_lookup_free(NULL);
}

static void mistake_handles(chu_engine *engine, chu_session *session) {
    const chu_response *response = NULL;
    const chu_keymap_info *info = NULL;
    uint64_t zeros[8] = {0};
    CHECK(chu_session_reset((chu_session *)(void *)engine) == CHU_STATUS_ARGUMENT);
    CHECK(chu_engine_keymap((const chu_engine *)(const void *)session, &info) == CHU_STATUS_ARGUMENT);
    CHECK(chu_session_commit((chu_session *)(void *)zeros, &response) == CHU_STATUS_ARGUMENT);
    CHECK(chu_session_commit((chu_session *)(void *)((char *)session + 1), &response) == CHU_STATUS_ARGUMENT);
    chu_session_free((chu_session *)(void *)engine);
    chu_engine_free((chu_engine *)(void *)session);
    chu_lookup_free((const chu_lookup *)(const void *)session);
    CHECK(chu_session_reset(session) == CHU_STATUS_OK);
    CHECK(chu_engine_keymap(engine, &info) == CHU_STATUS_OK);
}

static void misstate_sizes(const chu_engine *engine, chu_session *session, const char *keymap_path) {
    const chu_response *response = NULL;
    const chu_lookup *lookup = NULL;
    chu_key_event event = {sizeof event, 'a', 0, CHU_KEY_PRESS};
    for (event.struct_size = 0; event.struct_size < sizeof event; event.struct_size++)
        CHECK(chu_session_process_key(session, &event, &response) == CHU_STATUS_ARGUMENT && response == NULL);
    event.struct_size = UINT32_MAX;
    CHECK(chu_session_process_key(session, &event, &response) == CHU_STATUS_OK);
    CHECK(chu_session_reset(session) == CHU_STATUS_OK);

    chu_query query = {0, CHU_MATCH_EXACT, 0, 0, "a", 1, NULL, NULL};
    CHECK(chu_engine_lookup(engine, &query, &lookup) == CHU_STATUS_ARGUMENT);
    query.struct_size = sizeof query;
    query.text_size = 5000;
    CHECK(chu_engine_lookup(engine, &query, &lookup) == CHU_STATUS_LIMIT);
    query.text_size = SIZE_MAX / 2 + 2;
    CHECK(chu_engine_lookup(engine, &query, &lookup) == CHU_STATUS_LIMIT);
    query.text_size = 1;
    query.match = 4711;
    CHECK(chu_engine_lookup(engine, &query, &lookup) == CHU_STATUS_ARGUMENT);
    query.match = CHU_MATCH_EXACT;
    query.reserved = 1;
    CHECK(chu_engine_lookup(engine, &query, &lookup) == CHU_STATUS_ARGUMENT);
    query.reserved = 0;
    query.text = "\xC3";
    CHECK(chu_engine_lookup(engine, &query, &lookup) == CHU_STATUS_DATA);
    query.text = NULL;
    CHECK(chu_engine_lookup(engine, &query, &lookup) == CHU_STATUS_ARGUMENT);
    query.text = "";
    query.text_size = 0;
    CHECK(chu_engine_lookup(engine, &query, &lookup) == CHU_STATUS_OK && lookup->count == 0);
    chu_lookup_free(lookup);

    chu_engine *made = NULL;
    chu_file file = {sizeof file, 0, keymap_path, NULL, 0};
    chu_engine_config config = {sizeof config, 65, &file, NULL, NULL, 0};
    CHECK(chu_engine_new(&config, &made) == CHU_STATUS_LIMIT);
    config.lexicon_count = 1;
    CHECK(chu_engine_new(&config, &made) == CHU_STATUS_ARGUMENT);
    config.lexicon_count = 0;
    config.struct_size--;
    CHECK(chu_engine_new(&config, &made) == CHU_STATUS_ARGUMENT);
    config.struct_size++;
    file.struct_size = 3;
    CHECK(chu_engine_new(&config, &made) == CHU_STATUS_ARGUMENT);
    file.struct_size = sizeof file;
    file.data = "x";
    CHECK(chu_engine_new(&config, &made) == CHU_STATUS_ARGUMENT);
    file.path = NULL;
    file.size = SIZE_MAX;
    CHECK(chu_engine_new(&config, &made) == CHU_STATUS_LIMIT);
    file.data = NULL;
    CHECK(chu_engine_new(&config, &made) == CHU_STATUS_ARGUMENT && made == NULL);
}

static void send_odd_keys(chu_session *session) {
    const chu_response *response = NULL;
    const uint32_t keysyms[] = {0, 1, 0x7F, 0xFF, 0xFF08, 0xFF0D, 0xFF1B, 0xFFFF, 0x01000100, 0x0110FFFF,
                                0x0100D800, 0x7FFFFFFF, 0x80000000, UINT32_MAX};
    for (size_t i = 0; i < sizeof keysyms / sizeof *keysyms; i++)
        for (uint32_t bit = 0; bit < 33; bit++) {
            chu_key_event event = {sizeof event, keysyms[i], bit == 32 ? 0 : UINT32_C(1) << bit, CHU_KEY_PRESS};
            press(session, 'a', &response);
            CHECK(chu_session_process_key(session, &event, &response) == CHU_STATUS_OK);
            CHECK(is_sound(response->commit) || keysyms[i] == 0);
            CHECK(is_sound(response->preedit));
        }
    CHECK(chu_session_reset(session) == CHU_STATUS_OK);
    for (int i = 0; i < 5000; i++) {
        CHECK(press(session, (uint32_t)('a' + i * 7 % 26), &response) == CHU_STATUS_OK);
        CHECK(is_sound(response->commit) && is_sound(response->preedit));
    }
    CHECK(chu_session_reset(session) == CHU_STATUS_OK);
    const uint32_t kinds[] = {CHU_KEY_RELEASE, 2, UINT32_MAX};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        chu_key_event event = {sizeof event, 'a', 0, kinds[i]};
        CHECK(chu_session_process_key(session, &event, &response) == CHU_STATUS_OK);
        CHECK(response->consumed == 0 && response->commit.size == 0 && response->preedit.size == 0);
    }
}

static int32_t open_bytes(const void *data, size_t size, char *message, size_t message_size) {
    chu_file file = {sizeof file, 0, NULL, data, size};
    chu_engine_config config = {sizeof config, 0, &file, NULL, message, message_size};
    chu_engine *engine = NULL;
    int32_t status = chu_engine_new(&config, &engine);
    if (status == CHU_STATUS_OK) {
        chu_session *session = NULL;
        const chu_response *response = NULL;
        CHECK(chu_session_new(engine, &session) == CHU_STATUS_OK);
        for (const char *key = "tieengs Vieetj awowqxz"; *key; key++)
            CHECK(press(session, (unsigned char)*key, &response) == CHU_STATUS_OK);
        chu_session_free(session);
    }
    chu_engine_free(engine);
    return status;
}

static void open_bad_files(const char *keymap_path, const char *lexicon_path) {
    char message[64];
    static const char *const paths[] = {"/nonexistent", "/", "", "\xFF\xFF"};
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        chu_file file = {sizeof file, 0, paths[i], NULL, 0};
        chu_engine_config config = {sizeof config, 0, &file, NULL, message, sizeof message};
        chu_engine *engine = NULL;
        memset(message, 'x', sizeof message);
        int32_t status = chu_engine_new(&config, &engine);
        CHECK(status == CHU_STATUS_IO || status == CHU_STATUS_DATA);
        CHECK(memchr(message, '\0', sizeof message) != NULL && message[0] != '\0' && engine == NULL);
        config.message_size = 1;
        CHECK(chu_engine_new(&config, &engine) == status && message[0] == '\0');
        config.message_size = 0;
        config.message = NULL;
        CHECK(chu_engine_new(&config, &engine) == status);
    }
    if (lexicon_path != NULL) {
        chu_file file = {sizeof file, 0, lexicon_path, NULL, 0};
        chu_engine_config config = {sizeof config, 0, &file, NULL, message, sizeof message};
        chu_engine *engine = NULL;
        CHECK(chu_engine_new(&config, &engine) == CHU_STATUS_DATA);
    }

    FILE *stream = fopen(keymap_path, "rb");
    if (stream == NULL) exit(1);
    static unsigned char bytes[1 << 20];
    size_t size = fread(bytes, 1, sizeof bytes, stream);
    fclose(stream);
    CHECK(open_bytes(bytes, size, NULL, 0) == CHU_STATUS_OK);
    CHECK(open_bytes("", 0, NULL, 0) == CHU_STATUS_DATA);
    CHECK(open_bytes("keymap 1\nlanguage vi\n", 21, message, sizeof message) == CHU_STATUS_DATA);
    for (size_t cut = 0; cut < size; cut += 1 + size / 200) {
        /* In memory of just that size, so that reading past it is noticed. */
        unsigned char *copy = malloc(cut + 1);
        if (copy == NULL) exit(1);
        memcpy(copy, bytes, cut);
        CHECK(open_bytes(copy, cut, message, sizeof message) < 0);
        free(copy);
    }
    uint32_t random = 1;
    for (int i = 0; i < 300; i++) {
        random = random * 1664525 + 1013904223;
        size_t at = random % size;
        unsigned char kept = bytes[at];
        bytes[at] ^= (unsigned char)(1u << (random >> 29));
        int32_t status = open_bytes(bytes, size, message, sizeof message);
        CHECK(status <= 0 && status >= CHU_STATUS_LIMIT);
        bytes[at] = kept;
    }
    bytes[8]++;
    CHECK(open_bytes(bytes, size, message, sizeof message) == CHU_STATUS_VERSION);
    bytes[8]--;
}

static void read_sentences(void) {
    for (int32_t status = CHU_STATUS_LIMIT - 2; status <= 2; status++) CHECK(strlen(chu_strerror(status)) > 0);
    CHECK(strcmp(chu_strerror(INT32_MIN), chu_strerror(INT32_MAX)) == 0);
    CHECK(chu_abi_version() >> 16 == CHU_ABI_MAJOR && (chu_abi_version() & 0xffff) >= CHU_ABI_MINOR);
    CHECK(strcmp(chu_version(), CHU_VERSION) == 0);
}

/* Types and looks up in a session of its own, and gives the number of what went wrong. */
static void *work(void *shared) {
    const chu_engine *engine = shared;
    static const char keys[] = "tieengs ";
    chu_session *session = NULL;
    const chu_response *response = NULL;
    const chu_lookup *lookup = NULL;
    const chu_candidate_list *list = NULL;
    chu_query query = {sizeof query, CHU_MATCH_PREFIX, 10, 0, "a", 1, NULL, NULL};
    size_t wrong = chu_session_new(engine, &session) != CHU_STATUS_OK;
    for (int round = 0; round < 200; round++) {
        for (const char *key = keys; *key; key++) wrong += press(session, (unsigned char)*key, &response) < 0;
        wrong += strcmp(response->commit.utf8, "tiếng ") != 0;
        wrong += chu_session_find_candidates(session, 3, &list) < 0;
        wrong += chu_engine_lookup(engine, &query, &lookup) < 0;
        chu_lookup_free(lookup);
    }
    chu_session_free(session);
    return (void *)wrong;
}

static void share_engine(chu_engine *engine) {
    pthread_t threads[4];
    void *wrong = NULL;
    for (size_t i = 0; i < 4; i++) CHECK(pthread_create(&threads[i], NULL, work, engine) == 0);
    for (size_t i = 0; i < 4; i++) CHECK(pthread_join(threads[i], &wrong) == 0 && wrong == NULL);
}

static int check(char **arguments) {
    const char *keymap = arguments[0], *lexicon = arguments[1];
    chu_engine *engine = open_engine(keymap, lexicon);
    chu_session *session = NULL, *other = NULL;
    const chu_response *response = NULL;
    CHECK(chu_session_new(engine, &session) == CHU_STATUS_OK);
    read_facts(engine);
    type(session, arguments[2], arguments[3]);
    look_up(engine, arguments[4], arguments[5]);
    choose_options(engine);
    put_in_macros(engine);
    follow_actions(engine);
#if CHU_ABI_MINOR >= 3
    use_additions(engine);
#endif
    convert_text();
    offer_candidates(session, arguments[2]);
    ask_with_null(engine, session);
    mistake_handles(engine, session);
    misstate_sizes(engine, session, keymap);
    send_odd_keys(session);
    open_bad_files(keymap, lexicon);
    read_sentences();
    share_engine(engine);

    /* Sessions do not mix, and outlive their engine's handle. */
    CHECK(chu_session_new(engine, &other) == CHU_STATUS_OK);
    CHECK(press(session, 'a', &response) == CHU_STATUS_OK);
    CHECK(press(other, 'b', &response) == CHU_STATUS_OK && strcmp(response->preedit.utf8, "b") == 0);
    chu_engine_free(engine);
    CHECK(press(other, 'a', &response) == CHU_STATUS_OK && strcmp(response->preedit.utf8, "ba") == 0);
    chu_session_free(session);
    chu_session_free(other);

    printf(failures == 0 ? "the client found everything as the header says\n" : "%d failures\n", failures);
    return failures != 0;
}

/* ---- What a key allocates -------------------------------------------------------------------------------------- */

static int count(char **arguments) {
    static char words[1 << 22];
    FILE *stream = fopen(arguments[1], "rb");
    if (stream == NULL) {
        perror(arguments[1]);
        return 1;
    }
    size_t size = fread(words, 1, sizeof words, stream);
    fclose(stream);
    chu_engine *engine = open_engine(arguments[0], NULL);
    chu_session *session = NULL;
    const chu_response *response = NULL;
    if (size == 0 || chu_session_new(engine, &session) < 0) return 1;
    /* Every word is looked up in a table of abbreviations, and many are put in. */
    static const char text[] = "macros 1\n\xc3\xa1 = a\nanh = b\n\xe1\xba\xa5 = \xe1\xba\xa4\na/b = c\n";
    chu_file file = {sizeof file, 0, NULL, text, sizeof text - 1};
    chu_macros_config config = {sizeof config, 0, &file, NULL, 0};
    chu_macros *macros = NULL;
    if (chu_macros_new(&config, &macros) < 0 || chu_session_set_macros(session, macros) < 0) return 1;
    chu_macros_free(macros);
    /* What is allocated once, at the first keys, does not count. */
    unsigned long before = 0;
    for (int round = 0; round < 10; round++) {
        if (round == 1) before = allocations;
        for (size_t i = 0; i < size; i++)
            if (press(session, words[i] == '\n' ? ' ' : (unsigned char)words[i], &response) < 0) return 1;
    }
    unsigned long allocated = allocations - before;
    chu_session_free(session);
    chu_engine_free(engine);
    printf("%zu keys, %lu allocations\n", 9 * size, allocated);
    if (allocated != 0) fprintf(stderr, "a key must not allocate\n");
    return allocated != 0;
}

int main(int argument_count, char **arguments) {
    if (argument_count == 8 && strcmp(arguments[1], "check") == 0) return check(arguments + 2);
    if (argument_count == 4 && strcmp(arguments[1], "count") == 0) return count(arguments + 2);
    fprintf(stderr, "usage: client check KEYMAP LEXICON KEYS TEXT QUERY GLOSS\n       client count KEYMAP WORDS\n");
    return 64;
}
