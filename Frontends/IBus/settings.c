#include "settings.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <ibus.h>
#include <string.h>

const Setting settings_all[SETTING_COUNT] = {
    [SETTING_UNDERLINE] = {"underline", N_("Underline the word being typed"), {"false", "true"}, {NULL}, TRUE},
    [SETTING_CANDIDATES] = {"candidates", N_("Show words to choose from"),
                            {"off", "on-key", "while-typing"},
                            {N_("Never"), N_("When the key is pressed"), N_("While typing")}, CHU_CANDIDATES_ON_KEY},
    [SETTING_SURROUNDING] = {"surrounding", N_("Text that is in the document already"),
                             {"off", "reedit", "compose"},
                             {N_("Leave it alone"), N_("BackSpace takes the last word up again"),
                              N_("Compose in the document, without a preedit")}, CHU_SURROUNDING_REEDIT},
    [SETTING_LEARN] = {"learn", N_("Learn the words I write"), {"false", "true"}, {NULL}, TRUE},
    [SETTING_MACROS] = {"macros", N_("Put in my abbreviations"), {"false", "true"}, {NULL}, TRUE},
};
G_STATIC_ASSERT(CHU_CANDIDATES_OFF == 0 && CHU_CANDIDATES_ON_KEY == 1 && CHU_CANDIDATES_WHILE_TYPING == 2);
G_STATIC_ASSERT(CHU_SURROUNDING_OFF == 0 && CHU_SURROUNDING_REEDIT == 1 && CHU_SURROUNDING_COMPOSE == 2);

static const char *const COMMON = "chu";

static GKeyFile *file;
static gint64 file_time = -1; /* when it was written, in µs; 0 when there is none */
static gboolean is_readable = TRUE;
static guint chosen[SETTING_COUNT];
static chu_session_config session_config;

static char *path(void) { return g_build_filename(g_get_user_config_dir(), "chu", "ibus.conf", NULL); }

/* When a file was written, in µs; 0 when there is none. */
static gint64 written(const char *name) {
    GStatBuf status;
    if (g_stat(name, &status) != 0) return 0;
    return (gint64)status.st_mtim.tv_sec * G_USEC_PER_SEC + status.st_mtim.tv_nsec / 1000 + 1;
}

/* Reads a key such as "Tab" or "shift+Tab". FALSE when it is none, or not there. */
static gboolean read_key(const char *key, uint32_t *keysym, uint32_t *modifiers) {
    static const struct { const char *name; uint32_t bit; } NAMES[] = {
        {"shift", CHU_MODIFIER_SHIFT}, {"ctrl", CHU_MODIFIER_CONTROL},
        {"alt", CHU_MODIFIER_ALT}, {"super", CHU_MODIFIER_SUPER},
    };
    g_autofree char *value = g_key_file_get_string(file, COMMON, key, NULL);
    if (value == NULL) return FALSE;
    g_auto(GStrv) parts = g_strsplit(value, "+", -1);
    guint keyval = 0, held = 0;
    gboolean is_key = TRUE;
    for (guint i = 0; parts[i] != NULL; i++) {
        guint bit = 0;
        for (gsize j = 0; j < G_N_ELEMENTS(NAMES); j++) {
            if (g_ascii_strcasecmp(parts[i], NAMES[j].name) == 0) bit = NAMES[j].bit;
        }
        if (parts[i + 1] == NULL) keyval = ibus_keyval_from_name(parts[i]);
        else if (bit == 0) is_key = FALSE;
        held |= bit;
    }
    if (!is_key || keyval == 0 || keyval == IBUS_KEY_VoidSymbol) {
        g_message("%s: \"%s\" is no key; write one such as Tab or shift+Tab", key, value);
        return FALSE;
    }
    *keysym = keyval;
    *modifiers = held;
    return TRUE;
}

static void interpret(void) {
    for (guint i = 0; i < SETTING_COUNT; i++) {
        const Setting *setting = &settings_all[i];
        g_autofree char *value = g_key_file_get_string(file, COMMON, setting->key, NULL);
        chosen[i] = setting->initial;
        for (guint j = 0; j < SETTING_MAX_VALUES && value != NULL; j++) {
            if (g_strcmp0(value, setting->values[j]) == 0) chosen[i] = j;
        }
    }
    int size = g_key_file_get_integer(file, COMMON, "page-size", NULL);
    session_config = (chu_session_config){
        .struct_size = sizeof session_config,
        .candidates = chosen[SETTING_CANDIDATES],
        .page_size = size >= 1 && size <= 10 ? (uint32_t)size : 0,
        .surrounding = chosen[SETTING_SURROUNDING],
    };
    read_key("candidate-key", &session_config.candidate_keysym, &session_config.candidate_modifiers);
    read_key("meaning-key", &session_config.meaning_keysym, &session_config.meaning_modifiers);
}

void settings_refresh(void) {
    g_autofree char *name = path();
    gint64 now = written(name);
    if (now == file_time) return;
    file_time = now;
    if (file != NULL) g_key_file_unref(file);
    file = g_key_file_new();
    g_autoptr(GError) error = NULL;
    is_readable = now == 0
        || g_key_file_load_from_file(file, name, G_KEY_FILE_KEEP_COMMENTS | G_KEY_FILE_KEEP_TRANSLATIONS, &error);
    if (!is_readable) g_message("%s: %s; fix the file or remove it", name, error->message);
    interpret();
}

guint settings_get(SettingKind kind) {
    if (file == NULL) settings_refresh();
    return chosen[kind];
}

chu_session_config settings_session_config(void) {
    if (file == NULL) settings_refresh();
    return session_config;
}

char *settings_get_option(const char *keymap, const char *option) {
    if (file == NULL) settings_refresh();
    return g_key_file_get_string(file, keymap, option, NULL);
}

void settings_choose(const char *group, const char *key, const char *value) {
    settings_refresh();
    g_key_file_set_string(file, group, key, value);
    interpret();
    g_autofree char *name = path();
    if (!is_readable) {
        g_message("%s: not written, because it could not be read; fix the file or remove it", name);
        return;
    }
    g_autofree char *folder = g_path_get_dirname(name);
    g_autoptr(GError) error = NULL;
    g_mkdir_with_parents(folder, 0700);
    if (!g_key_file_save_to_file(file, name, &error)) g_message("%s: %s", name, error->message);
    file_time = written(name);
}
