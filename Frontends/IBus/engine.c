#include "engine.h"

#include "method.h"
#include "properties.h"
#include "settings.h"

#include <chu.h>
#include <string.h>

typedef struct {
    IBusEngine parent;
    Method *method;
    chu_session *session; /* NULL when the keymap cannot be opened: keys pass through */
    guint purpose, hints;
    char *preedit;                        /* what is shown of the composition; NULL when nothing is */
    gboolean has_candidates, has_meaning; /* what is shown besides */
    gboolean has_written;                 /* since the words were saved */
    struct {
        char *word, *text; /* a word, and the field's text if it is put in there again; NULL when that is not awaited */
        guint place;       /* of the word in that text, in code points */
        gint64 until;      /* in µs, as g_get_monotonic_time counts them */
    } twice;
} ChuIBusEngine;

typedef struct {
    IBusEngineClass parent;
} ChuIBusEngineClass;

G_DEFINE_TYPE(ChuIBusEngine, chu_ibus_engine, IBUS_TYPE_ENGINE)

#define SELF(engine) ((ChuIBusEngine *)(engine))

/* Whether anything is composed, or all keys pass through: for all fields, as the user sees one keyboard. */
static gboolean is_composing = TRUE;

/* ---- Showing ---------------------------------------------------------------------------------------------------- */

static void hide_preedit(ChuIBusEngine *self) {
    if (self->preedit != NULL) ibus_engine_hide_preedit_text(&self->parent);
    g_clear_pointer(&self->preedit, g_free);
}

static void show_preedit(ChuIBusEngine *self, const chu_response *response) {
    if (response->preedit.size == 0) {
        hide_preedit(self);
        return;
    }
    IBusText *text = ibus_text_new_from_string(response->preedit.utf8);
    guint start = 0;
    for (uint32_t i = 0; i < response->segment_count; i++) {
        const chu_segment *segment = response->segments[i];
        guint end = start + (guint)g_utf8_strlen(segment->text.utf8, (gssize)segment->text.size);
        if (segment->style == CHU_STYLE_COMPOSED && settings_get(SETTING_UNDERLINE)) {
            ibus_text_append_attribute(text, IBUS_ATTR_TYPE_UNDERLINE, IBUS_ATTR_UNDERLINE_SINGLE, start, (gint)end);
        }
        start = end;
    }
    // The text stays when the focus goes: the application commits it, or ibus-daemon for one that cannot.
    ibus_engine_update_preedit_text_with_mode(
        &self->parent, text, response->caret_code_points, TRUE, IBUS_ENGINE_PREEDIT_COMMIT);
    g_free(self->preedit);
    self->preedit = g_strdup(response->preedit.utf8);
}

static void show_meaning(ChuIBusEngine *self, const char *meaning) {
    gboolean is_shown = meaning != NULL && meaning[0] != '\0';
    if (is_shown) {
        ibus_engine_update_auxiliary_text(&self->parent, ibus_text_new_from_string(meaning), TRUE);
    } else if (self->has_meaning) {
        ibus_engine_hide_auxiliary_text(&self->parent);
    }
    self->has_meaning = is_shown;
}

/* A candidate as one line: the word and the beginning of what it means. */
static IBusText *candidate_text(const chu_candidate *candidate) {
    enum { ROOM = 40 };
    const char *gloss = candidate->gloss.utf8;
    if (candidate->gloss.size == 0) return ibus_text_new_from_string(candidate->text.utf8);
    gboolean is_long = g_utf8_strlen(gloss, -1) > ROOM;
    g_autofree char *start = g_utf8_substring(gloss, 0, is_long ? ROOM - 1 : g_utf8_strlen(gloss, -1));
    g_autofree char *line = g_strconcat(candidate->text.utf8, "  ", start, is_long ? "…" : NULL, NULL);
    return ibus_text_new_from_string(line);
}

static void show_candidates(ChuIBusEngine *self, const chu_candidate_page *page) {
    if (page == NULL || page->count == 0) {
        if (self->has_candidates) ibus_engine_hide_lookup_table(&self->parent);
        self->has_candidates = FALSE;
        show_meaning(self, NULL);
        return;
    }
    // The panel counts pages by what is in the table; pages that are not shown need no words.
    guint size = page->page_count > 1 ? settings_session_config().page_size : page->count;
    if (size == 0) size = 5;
    size = MAX(size, page->count);
    IBusLookupTable *table = ibus_lookup_table_new(size, page->page * size, page->highlighted >= 0, FALSE);
    ibus_lookup_table_set_orientation(table, IBUS_ORIENTATION_VERTICAL);
    for (guint i = 0; i < page->page * size; i++) {
        ibus_lookup_table_append_candidate(table, ibus_text_new_from_static_string(""));
    }
    for (uint32_t i = 0; i < page->count; i++) {
        ibus_lookup_table_append_candidate(table, candidate_text(page->candidates[i]));
        ibus_lookup_table_set_label(table, i, ibus_text_new_from_string(page->labels[i].utf8));
    }
    for (guint i = (page->page + 1) * size; i < page->page_count * size; i++) {
        ibus_lookup_table_append_candidate(table, ibus_text_new_from_static_string(""));
    }
    if (page->highlighted >= 0) {
        ibus_lookup_table_set_cursor_pos(table, page->page * size + (guint)page->highlighted);
    }
    ibus_engine_update_lookup_table(&self->parent, table, TRUE);
    self->has_candidates = TRUE;
    gboolean is_highlighted = page->highlighted >= 0 && (guint)page->highlighted < page->count;
    show_meaning(self, is_highlighted ? page->candidates[page->highlighted]->gloss.utf8 : NULL);
}

/* Hides all that is shown, because the composition is gone. */
static void hide_all(ChuIBusEngine *self) {
    hide_preedit(self);
    show_candidates(self, NULL);
}

/* ---- The response of a session ---------------------------------------------------------------------------------- */

/* A key as IBus gives it. */
typedef struct {
    guint keyval, keycode, state;
} Key;

/* Performs a response. `key` is the key of the event; NULL when there was none. */
static void perform(ChuIBusEngine *self, const chu_response *response, const Key *key) {
    for (uint32_t i = 0; i < response->action_count; i++) {
        const chu_action *action = response->actions[i];
        switch (action->kind) {
        case CHU_ACTION_COMMIT:
            ibus_engine_commit_text(&self->parent, ibus_text_new_from_string(action->text.utf8));
            self->has_written = TRUE;
            break;
        case CHU_ACTION_DELETE_SURROUNDING:
            ibus_engine_delete_surrounding_text(&self->parent, -(gint)action->count, action->count);
            break;
        case CHU_ACTION_FORWARD_KEY:
            // The preedit goes first, because the key may move the caret.
            if (response->preedit.size == 0) hide_preedit(self);
            if (key != NULL) ibus_engine_forward_key_event(&self->parent, key->keyval, key->keycode, key->state);
            break;
        default:
            break;
        }
    }
    if (response->unchanged) return;
    if (self->preedit != NULL || response->preedit.size > 0) show_preedit(self, response);
    if (self->has_candidates || response->candidates != NULL) show_candidates(self, response->candidates);
}

/* Ends the composition with its text in the document. */
static void commit(ChuIBusEngine *self) {
    const chu_response *response;
    if (chu_session_commit(self->session, &response) >= 0) perform(self, response, NULL);
}

/* ---- A word that is put in twice -------------------------------------------------------------------------------- */

/* Qt 5, and Qt 6 until some time after 6.4, commit the preedit themselves at a click or a loss of focus, and then ask for
   a reset; ibus-daemon does not know and commits it too, wherever the caret is by then. The text around the caret
   shows it, and the second word is deleted. */

static void forget_twice(ChuIBusEngine *self) {
    g_clear_pointer(&self->twice.word, g_free);
    g_clear_pointer(&self->twice.text, g_free);
}

/* Remembers what the text is to be looked at for. */
static void await_again(ChuIBusEngine *self, const char *text, guint caret) {
    self->twice.place = MIN(caret, (guint)g_utf8_strlen(text, -1));
    const char *after = g_utf8_offset_to_pointer(text, self->twice.place);
    g_free(self->twice.text);
    self->twice.text = g_strdup_printf("%.*s%s%s", (int)(after - text), text, self->twice.word, after);
}

/* Before a reset: the word may come again if the application has committed it already. */
static void await_twice(ChuIBusEngine *self) {
    enum { LONGEST = G_USEC_PER_SEC };
    forget_twice(self);
    if (self->preedit == NULL || !(self->parent.client_capabilities & IBUS_CAP_SURROUNDING_TEXT)) return;
    IBusText *text;
    guint caret, anchor;
    ibus_engine_get_surrounding_text(&self->parent, &text, &caret, &anchor);
    g_autofree char *before = g_utf8_substring(ibus_text_get_text(text), 0, MIN(caret, ibus_text_get_length(text)));
    if (g_str_has_suffix(before, self->preedit)) {
        self->twice.word = g_strdup(self->preedit);
        self->twice.until = g_get_monotonic_time() + LONGEST;
        await_again(self, ibus_text_get_text(text), caret);
    }
    g_object_unref(text);
}

/* When the text of the field has changed: deletes the word if it has come again. No key was pressed meanwhile. */
static void look_for_twice(ChuIBusEngine *self, const char *text, guint caret) {
    if (self->twice.word == NULL) return;
    if (g_get_monotonic_time() > self->twice.until) {
        forget_twice(self);
    } else if (strcmp(text, self->twice.text) == 0) {
        ibus_engine_delete_surrounding_text(
            &self->parent, (gint)self->twice.place - (gint)caret, (guint)g_utf8_strlen(self->twice.word, -1));
        forget_twice(self);
    } else {
        await_again(self, text, caret);
    }
}

/* ---- The settings of a session ---------------------------------------------------------------------------------- */

static void set_capabilities(ChuIBusEngine *self) {
    // Never COMMIT_BEFORE_KEY: an application that waits for the answer to a key gets the key before the text.
    uint32_t capabilities = 0;
    if (self->parent.client_capabilities & IBUS_CAP_SURROUNDING_TEXT) capabilities |= CHU_CAPABILITY_SURROUNDING_TEXT;
    if (self->purpose == IBUS_INPUT_PURPOSE_PASSWORD || self->purpose == IBUS_INPUT_PURPOSE_PIN) {
        capabilities |= CHU_CAPABILITY_PASSWORD;
        hide_all(self);
    }
    if (self->hints & IBUS_INPUT_HINT_PRIVATE) capabilities |= CHU_CAPABILITY_SENSITIVE;
    chu_session_set_capabilities(self->session, capabilities);
}

/* Makes the session as the settings want it. Nothing may be composed. Does input: not to be called for a key. */
static void apply_settings(ChuIBusEngine *self) {
    settings_refresh();
    if (self->session == NULL) return;
    chu_session_config config = settings_session_config();
    chu_session_configure(self->session, &config);
    const char *keymap = method_get_keymap(self->method);
    const chu_option_info *option;
    for (uint32_t i = 0; chu_engine_option(method_get_engine(self->method), i, &option) >= 0; i++) {
        g_autofree char *value = settings_get_option(keymap, option->name.utf8);
        // A value that the keymap no longer has is ignored.
        if (value == NULL || chu_session_set_option(self->session, option->name.utf8, value) < 0) {
            chu_session_set_option(self->session, option->name.utf8, option->values[0].utf8);
        }
    }
    chu_session_set_macros(self->session, settings_get(SETTING_MACROS) ? methods_get_macros() : NULL);
    chu_session_set_words(self->session, settings_get(SETTING_LEARN) ? method_get_words(self->method) : NULL);
}

static void save_words(ChuIBusEngine *self) {
    if (self->has_written && self->method != NULL) method_save_words(self->method);
    self->has_written = FALSE;
}

/* ---- What IBus asks --------------------------------------------------------------------------------------------- */

static gboolean process_key_event(IBusEngine *engine, guint keyval, guint keycode, guint state) {
    ChuIBusEngine *self = SELF(engine);
    if (!is_composing || self->session == NULL) return FALSE;
    chu_key_event event = {
        .struct_size = sizeof event, .keysym = keyval, .modifiers = state & 0xff,
        .kind = state & IBUS_RELEASE_MASK ? CHU_KEY_RELEASE : CHU_KEY_PRESS};
    if (state & IBUS_SUPER_MASK) event.modifiers |= CHU_MODIFIER_SUPER;
    const chu_response *response;
    if (chu_session_process_key(self->session, &event, &response) < 0) return FALSE;
    gboolean is_modifier = keyval >= IBUS_KEY_Shift_L && keyval <= IBUS_KEY_Hyper_R;
    if (event.kind == CHU_KEY_PRESS && !is_modifier) forget_twice(self);
    Key key = {keyval, keycode, state};
    gboolean is_consumed = response->consumed != 0;
    perform(self, response, &key);
    return is_consumed;
}

static void focus_in(IBusEngine *engine) {
    ChuIBusEngine *self = SELF(engine);
    chu_session_focus_in(self->session);
    apply_settings(self);
    set_capabilities(self);
    ibus_engine_register_properties(engine, properties_new(self->method, is_composing));
    IBUS_ENGINE_CLASS(chu_ibus_engine_parent_class)->focus_in(engine);
}

/* Drops the composition: the application has committed what was shown of it, or ibus-daemon has. */
static void drop(ChuIBusEngine *self) {
    chu_session_focus_out(self->session);
    g_clear_pointer(&self->preedit, g_free);
    forget_twice(self);
    show_candidates(self, NULL);
    save_words(self);
}

static void focus_out(IBusEngine *engine) {
    drop(SELF(engine));
    IBUS_ENGINE_CLASS(chu_ibus_engine_parent_class)->focus_out(engine);
}

/* Asks once, if the user wants it, so that the application keeps reporting the text around the caret. */
static void ask_for_surrounding_text(IBusEngine *engine) {
    if (settings_get(SETTING_SURROUNDING) != CHU_SURROUNDING_OFF) {
        ibus_engine_get_surrounding_text(engine, NULL, NULL, NULL);
    }
}

static void enable(IBusEngine *engine) {
    apply_settings(SELF(engine));
    ask_for_surrounding_text(engine);
    IBUS_ENGINE_CLASS(chu_ibus_engine_parent_class)->enable(engine);
}

static void disable(IBusEngine *engine) {
    drop(SELF(engine));
    IBUS_ENGINE_CLASS(chu_ibus_engine_parent_class)->disable(engine);
}

static void reset(IBusEngine *engine) {
    await_twice(SELF(engine));
    chu_session_reset(SELF(engine)->session);
    hide_all(SELF(engine));
    IBUS_ENGINE_CLASS(chu_ibus_engine_parent_class)->reset(engine);
}

static void set_client_capabilities(IBusEngine *engine, guint capabilities) {
    set_capabilities(SELF(engine));
    IBUS_ENGINE_CLASS(chu_ibus_engine_parent_class)->set_capabilities(engine, capabilities);
}

static void set_content_type(IBusEngine *engine, guint purpose, guint hints) {
    SELF(engine)->purpose = purpose;
    SELF(engine)->hints = hints;
    set_capabilities(SELF(engine));
    IBUS_ENGINE_CLASS(chu_ibus_engine_parent_class)->set_content_type(engine, purpose, hints);
}

static void set_surrounding_text(IBusEngine *engine, IBusText *text, guint caret, guint anchor) {
    const char *utf8 = ibus_text_get_text(text);
    if (chu_session_set_surrounding(SELF(engine)->session, utf8, CHU_TO_NUL, caret, anchor) < 0) {
        chu_session_set_surrounding(SELF(engine)->session, NULL, 0, 0, 0);
    }
    look_for_twice(SELF(engine), utf8, caret);
    IBUS_ENGINE_CLASS(chu_ibus_engine_parent_class)->set_surrounding_text(engine, text, caret, anchor);
}

static void candidate_clicked(IBusEngine *engine, guint index, guint button, guint state) {
    (void)button, (void)state;
    const chu_response *response;
    if (SELF(engine)->has_candidates && chu_session_select(SELF(engine)->session, index, &response) >= 0) {
        perform(SELF(engine), response, NULL);
    }
}

static void turn_page(ChuIBusEngine *self, int32_t pages) {
    const chu_response *response;
    if (chu_session_turn_page(self->session, pages, &response) >= 0) perform(self, response, NULL);
}

static void page_up(IBusEngine *engine) { turn_page(SELF(engine), -1); }

static void page_down(IBusEngine *engine) { turn_page(SELF(engine), 1); }

static void cursor_up(IBusEngine *engine) {
    if (SELF(engine)->has_candidates) process_key_event(engine, IBUS_KEY_Up, 0, 0);
}

static void cursor_down(IBusEngine *engine) {
    if (SELF(engine)->has_candidates) process_key_event(engine, IBUS_KEY_Down, 0, 0);
}

static void property_activate(IBusEngine *engine, const gchar *name, guint state) {
    ChuIBusEngine *self = SELF(engine);
    // What is being composed was meant as it stands.
    commit(self);
    switch (properties_activate(self->method, name, state)) {
    case PROPERTY_NOTHING:
        return;
    case PROPERTY_COMPOSING:
        is_composing = state == PROP_STATE_CHECKED;
        break;
    case PROPERTY_CHOSEN:
        apply_settings(self);
        ask_for_surrounding_text(engine);
        break;
    }
    ibus_engine_register_properties(engine, properties_new(self->method, is_composing));
}

/* ---- Life ------------------------------------------------------------------------------------------------------- */

static void destroy(IBusObject *object) {
    ChuIBusEngine *self = SELF(object);
    save_words(self);
    chu_session_free(self->session);
    self->session = NULL;
    g_clear_pointer(&self->preedit, g_free);
    forget_twice(self);
    IBUS_OBJECT_CLASS(chu_ibus_engine_parent_class)->destroy(object);
}

static void chu_ibus_engine_init(ChuIBusEngine *self) { (void)self; }

static void chu_ibus_engine_class_init(ChuIBusEngineClass *class) {
    IBUS_OBJECT_CLASS(class)->destroy = destroy;
    IBusEngineClass *engine = IBUS_ENGINE_CLASS(class);
    engine->process_key_event = process_key_event;
    engine->focus_in = focus_in;
    engine->focus_out = focus_out;
    engine->enable = enable;
    engine->disable = disable;
    engine->reset = reset;
    engine->set_capabilities = set_client_capabilities;
    engine->set_content_type = set_content_type;
    engine->set_surrounding_text = set_surrounding_text;
    engine->candidate_clicked = candidate_clicked;
    engine->page_up = page_up;
    engine->page_down = page_down;
    engine->cursor_up = cursor_up;
    engine->cursor_down = cursor_down;
    engine->property_activate = property_activate;
}

IBusEngine *chu_ibus_engine_new(const char *name, GDBusConnection *connection) {
    static guint count;
    Method *method = method_find(name);
    if (method == NULL) return NULL;
    g_autofree char *path = g_strdup_printf("/org/freedesktop/IBus/Engine/%u", ++count);
    IBusEngine *engine = ibus_engine_new_with_type(CHU_TYPE_IBUS_ENGINE, name, path, connection);
    ChuIBusEngine *self = SELF(engine);
    self->method = method;
    int32_t status = chu_session_new(method_get_engine(method), &self->session);
    if (status < 0) g_message("%s: no text field can be served: %s", name, chu_strerror(status));
    apply_settings(self);
    set_capabilities(self);
    return engine;
}
