/* ibus-engine-chu: the typing engine of Chữ for IBus.
 *
 *     ibus-engine-chu --xml     lists the input methods, as ibus-daemon wants it
 *     ibus-engine-chu --ibus    serves them; ibus-daemon starts it so
 *     ibus-engine-chu           registers them with a running ibus-daemon, then serves them: for trying it out */
#include "component.h"
#include "engine.h"
#include "method.h"

#include <chu.h>
#include <glib-unix.h>
#include <glib/gi18n.h>
#include <locale.h>
#include <stdio.h>

static IBusEngine *create_engine(IBusFactory *factory, const gchar *name, gpointer connection) {
    (void)factory;
    return chu_ibus_engine_new(name, connection);
}

static gboolean quit(gpointer nothing) {
    (void)nothing;
    ibus_quit();
    return G_SOURCE_REMOVE;
}

static int list(void) {
    IBusComponent *component = g_object_ref_sink(component_new());
    GString *text = g_string_new(NULL);
    ibus_component_output_engines(component, text, 0);
    fputs(text->str, stdout);
    g_string_free(text, TRUE);
    g_object_unref(component);
    return fflush(stdout) == 0 ? 0 : 1;
}

static int serve(gboolean is_started_by_ibus) {
    IBusBus *bus = g_object_ref_sink(ibus_bus_new());
    if (!ibus_bus_is_connected(bus)) {
        fprintf(stderr, "ibus-engine-chu: no ibus-daemon is running; start it with 'ibus start'\n");
        return 1;
    }
    GDBusConnection *connection = ibus_bus_get_connection(bus);
    g_signal_connect(bus, "disconnected", G_CALLBACK(ibus_quit), NULL);
    IBusFactory *factory = g_object_ref_sink(ibus_factory_new(connection));
    g_signal_connect(factory, "create-engine", G_CALLBACK(create_engine), connection);
    if (is_started_by_ibus) {
        if (ibus_bus_request_name(bus, COMPONENT_BUS_NAME, 0) == 0) {
            fprintf(stderr, "ibus-engine-chu: ibus-daemon does not give the name %s\n", COMPONENT_BUS_NAME);
            return 1;
        }
    } else if (!ibus_bus_register_component(bus, component_new())) {
        fprintf(stderr, "ibus-engine-chu: ibus-daemon does not take the input methods\n");
        return 1;
    }
    g_unix_signal_add(SIGTERM, quit, NULL);
    g_unix_signal_add(SIGINT, quit, NULL);
    ibus_main();
    methods_save_words();
    g_object_unref(factory);
    g_object_unref(bus);
    return 0;
}

int main(int count, char **arguments) {
    setlocale(LC_ALL, "");
    bindtextdomain(GETTEXT_PACKAGE, CHU_LOCALE_FOLDER);
    bind_textdomain_codeset(GETTEXT_PACKAGE, "UTF-8");
    textdomain(GETTEXT_PACKAGE);

    gboolean is_list = FALSE, is_started_by_ibus = FALSE, is_version = FALSE;
    const GOptionEntry entries[] = {
        {"ibus", 'i', 0, G_OPTION_ARG_NONE, &is_started_by_ibus, "serve; ibus-daemon starts the program so", NULL},
        {"xml", 'x', 0, G_OPTION_ARG_NONE, &is_list, "list the input methods as XML", NULL},
        {"version", 'V', 0, G_OPTION_ARG_NONE, &is_version, "print the version", NULL},
        {NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL},
    };
    g_autoptr(GOptionContext) context = g_option_context_new(NULL);
    g_autoptr(GError) error = NULL;
    g_option_context_add_main_entries(context, entries, NULL);
    if (!g_option_context_parse(context, &count, &arguments, &error)) {
        fprintf(stderr, "ibus-engine-chu: %s\n", error->message);
        return 64;
    }
    if (is_version) return printf("ibus-engine-chu %s\n", chu_version()) < 0;
    ibus_init();
    return is_list ? list() : serve(is_started_by_ibus);
}
