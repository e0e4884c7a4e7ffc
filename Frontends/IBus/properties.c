#include "properties.h"

#include "settings.h"

#include <glib/gi18n.h>
#include <string.h>

/* Names of properties: "chu-composing", "chu-set/learn" (an item to tick), "chu-set/candidates" (a menu) with
 * "chu-set/candidates/off" in it, and for the options of a keymap the same with "chu-option". */
static const char *const COMPOSING = "chu-composing";
static const char *const SET = "chu-set";
static const char *const OPTION = "chu-option";

static IBusProperty *property(const char *name, IBusPropType type, const char *label, gboolean is_on,
                              IBusPropList *items) {
    return ibus_property_new(name, type, ibus_text_new_from_string(label), NULL, NULL, TRUE, TRUE,
                             is_on ? PROP_STATE_CHECKED : PROP_STATE_UNCHECKED, items);
}

/* Whether two values are yes and no, so that one item to tick shows both. */
static gboolean is_switch(const char *const *values, guint count) {
    static const char *const PAIRS[][2] = {{"false", "true"}, {"off", "on"}, {"on", "off"}};
    for (gsize i = 0; count == 2 && i < G_N_ELEMENTS(PAIRS); i++) {
        if (strcmp(values[0], PAIRS[i][0]) == 0 && strcmp(values[1], PAIRS[i][1]) == 0) return TRUE;
    }
    return FALSE;
}

static gboolean is_yes(const char *value) { return strcmp(value, "true") == 0 || strcmp(value, "on") == 0; }

/* One choice: an item to tick, or a menu of items of which one is chosen. */
static IBusProperty *choice(const char *kind, const char *key, const char *title, const char *const *values,
                            const char *const *titles, guint count, guint chosen) {
    g_autofree char *name = g_strjoin("/", kind, key, NULL);
    if (is_switch(values, count)) return property(name, PROP_TYPE_TOGGLE, title, is_yes(values[chosen]), NULL);
    IBusPropList *items = ibus_prop_list_new();
    for (guint i = 0; i < count; i++) {
        g_autofree char *item = g_strjoin("/", name, values[i], NULL);
        ibus_prop_list_append(items, property(item, PROP_TYPE_RADIO, titles[i], i == chosen, NULL));
    }
    return property(name, PROP_TYPE_MENU, title, FALSE, items);
}

static IBusProperty *setting(SettingKind kind) {
    const Setting *setting = &settings_all[kind];
    const char *titles[SETTING_MAX_VALUES];
    guint count = 0;
    for (; count < SETTING_MAX_VALUES && setting->values[count] != NULL; count++) {
        titles[count] = setting->titles[count] != NULL ? _(setting->titles[count]) : setting->values[count];
    }
    return choice(SET, setting->key, _(setting->title), setting->values, titles, count, settings_get(kind));
}

static IBusProperty *option(const char *keymap, const chu_option_info *info) {
    g_autofree char *value = settings_get_option(keymap, info->name.utf8);
    g_autofree const char **values = g_new0(const char *, info->value_count);
    g_autofree const char **titles = g_new0(const char *, info->value_count);
    guint chosen = 0;
    for (uint32_t i = 0; i < info->value_count; i++) {
        values[i] = info->values[i].utf8;
        titles[i] = _(values[i]);
        if (g_strcmp0(values[i], value) == 0) chosen = i;
    }
    return choice(OPTION, info->name.utf8, _(info->title.utf8), values, titles, info->value_count, chosen);
}

IBusPropList *properties_new(Method *method, gboolean is_composing) {
    IBusPropList *list = ibus_prop_list_new();
    IBusProperty *composing = property(COMPOSING, PROP_TYPE_TOGGLE, _("Compose letters"), is_composing, NULL);
    g_auto(GStrv) parts = g_strsplit_set(method_get_keymap(method), "-/", 2);
    ibus_property_set_symbol(composing, ibus_text_new_from_string(is_composing ? parts[0] : "–"));
    ibus_prop_list_append(list, composing);
    const chu_engine *engine = method_get_engine(method);
    const chu_option_info *info;
    for (uint32_t i = 0; chu_engine_option(engine, i, &info) >= 0; i++) {
        ibus_prop_list_append(list, option(method_get_keymap(method), info));
    }
    for (guint i = 0; i < SETTING_COUNT; i++) ibus_prop_list_append(list, setting(i));
    return list;
}

static gboolean has_setting(const char *key, const char *value) {
    for (guint i = 0; i < SETTING_COUNT; i++) {
        if (strcmp(settings_all[i].key, key) != 0) continue;
        for (guint j = 0; j < SETTING_MAX_VALUES; j++) {
            if (g_strcmp0(settings_all[i].values[j], value) == 0) return TRUE;
        }
    }
    return FALSE;
}

static gboolean has_option(const chu_engine *engine, const char *name, const char *value) {
    const chu_option_info *info;
    for (uint32_t i = 0; chu_engine_option(engine, i, &info) >= 0; i++) {
        if (strcmp(info->name.utf8, name) != 0) continue;
        for (uint32_t j = 0; j < info->value_count; j++) {
            if (strcmp(info->values[j].utf8, value) == 0) return TRUE;
        }
    }
    return FALSE;
}

PropertyEffect properties_activate(Method *method, const char *name, guint state) {
    gboolean is_on = state == PROP_STATE_CHECKED;
    if (strcmp(name, COMPOSING) == 0) return PROPERTY_COMPOSING;
    g_auto(GStrv) parts = g_strsplit(name, "/", 3);
    guint count = g_strv_length(parts);
    if (count < 2 || (count == 3 && !is_on)) return PROPERTY_NOTHING;
    gboolean is_setting = strcmp(parts[0], SET) == 0;
    if (!is_setting && strcmp(parts[0], OPTION) != 0) return PROPERTY_NOTHING;
    const char *value = is_setting ? (is_on ? "true" : "false") : (is_on ? "on" : "off");
    if (count == 3) value = parts[2];
    if (!(is_setting ? has_setting(parts[1], value) : has_option(method_get_engine(method), parts[1], value))) {
        return PROPERTY_NOTHING;
    }
    settings_choose(is_setting ? "chu" : method_get_keymap(method), parts[1], value);
    return PROPERTY_CHOSEN;
}
