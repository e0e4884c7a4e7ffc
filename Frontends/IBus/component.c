#include "component.h"

#include "method.h"

#include <glib/gi18n.h>

static IBusEngineDesc *describe(const chu_catalogue_keymap *keymap) {
    g_autofree char *name = method_engine_name(keymap->name.utf8);
    g_auto(GStrv) subtags = g_strsplit(keymap->language.utf8, "-", 2);
    gboolean is_draft = g_strcmp0(keymap->status.utf8, "draft") == 0;
    g_autofree char *description = g_strconcat(
        "Chữ: ", keymap->title_english.utf8, is_draft ? " — " : "", is_draft ? _("draft") : "", NULL);
    // `default` leaves the user's own keyboard layout as it is.
    return ibus_engine_desc_new_varargs(
        "name", name, "longname", keymap->title_vietnamese.utf8, "description", description, "language",
        subtags[0] != NULL ? subtags[0] : "", "license", "MIT", "author", "Chữ", "icon", "chu", "layout", "default",
        "symbol", subtags[0] != NULL ? subtags[0] : "", "icon_prop_key", "chu-composing", "rank", 0, NULL);
}

IBusComponent *component_new(void) {
    IBusComponent *component = ibus_component_new(
        COMPONENT_BUS_NAME, "Chữ", CHU_VERSION, "MIT", "Chữ", "", "", "chu");
    const chu_catalogue_keymap *keymap;
    for (uint32_t i = 0; chu_catalogue_get_keymap(methods_get_catalogue(), i, &keymap) >= 0; i++) {
        ibus_component_add_engine(component, describe(keymap));
    }
    return component;
}
