#include "method.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

struct Method {
    char *keymap;
    chu_engine *engine;
    chu_words *words;
    gboolean is_opened;
};

static const char *const PREFIX = "chu:";

static GHashTable *methods; /* by the name of the keymap */
static chu_catalogue *catalogue;

static void log_sentence(void *context, uint32_t level, chu_text sentence) {
    (void)context;
    g_log(G_LOG_DOMAIN, level == CHU_LOG_WARNING ? G_LOG_LEVEL_MESSAGE : G_LOG_LEVEL_INFO, "%s", sentence.utf8);
}

static void read_catalogue(void) {
    chu_catalogue_config config = {.struct_size = sizeof config, .log = log_sentence};
    chu_catalogue *new = NULL;
    int32_t status = chu_catalogue_new(&config, &new);
    if (status < 0) {
        g_message("the installed keymaps cannot be listed: %s", chu_strerror(status));
        return;
    }
    chu_catalogue_free(catalogue);
    catalogue = new;
}

const chu_catalogue *methods_get_catalogue(void) {
    if (catalogue == NULL) read_catalogue();
    return catalogue;
}

char *method_engine_name(const char *keymap) {
    char *name = g_strconcat(PREFIX, keymap, NULL);
    return g_strdelimit(name, "/", ':');
}

static gboolean is_installed(const char *keymap) {
    const chu_catalogue_keymap *found;
    for (uint32_t i = 0; chu_catalogue_get_keymap(catalogue, i, &found) >= 0; i++) {
        if (g_strcmp0(found->name.utf8, keymap) == 0) return TRUE;
    }
    return FALSE;
}

Method *method_find(const char *engine_name) {
    if (!g_str_has_prefix(engine_name, PREFIX)) return NULL;
    g_autofree char *keymap = g_strdelimit(g_strdup(engine_name + strlen(PREFIX)), ":", '/');
    if (methods == NULL) methods = g_hash_table_new(g_str_hash, g_str_equal);
    Method *method = g_hash_table_lookup(methods, keymap);
    if (method != NULL) return method;
    if (!is_installed(keymap)) {
        read_catalogue();
        if (!is_installed(keymap)) {
            g_message("no keymap %s is installed", keymap);
            return NULL;
        }
    }
    method = g_new0(Method, 1);
    method->keymap = g_steal_pointer(&keymap);
    g_hash_table_insert(methods, method->keymap, method);
    return method;
}

const char *method_get_keymap(const Method *method) { return method->keymap; }

static void open_words(Method *method) {
    chu_text path;
    int32_t found = chu_catalogue_words_path(methods_get_catalogue(), method->keymap, &path);
    if (found < 0 || path.size == 0) return;
    char message[512] = "";
    chu_words_config config = {
        .struct_size = sizeof config, .path = path.utf8, .message = message, .message_size = sizeof message};
    int32_t status = chu_words_new(&config, &method->words);
    if (message[0] != '\0' || status < 0) {
        g_message("%s: %s", path.utf8, message[0] != '\0' ? message : chu_strerror(status));
    }
}

static void open_method(Method *method) {
    if (method->is_opened) return;
    method->is_opened = TRUE;
    int32_t status = chu_catalogue_open(methods_get_catalogue(), method->keymap, &method->engine);
    if (status < 0) g_message("the keymap %s cannot be opened: %s", method->keymap, chu_strerror(status));
    open_words(method);
}

chu_engine *method_get_engine(Method *method) {
    open_method(method);
    return method->engine;
}

chu_words *method_get_words(Method *method) {
    open_method(method);
    return method->words;
}

static void save(Method *method) {
    if (method->words == NULL) return;
    int32_t status = chu_words_save(method->words);
    if (status < 0) g_message("the words of %s cannot be saved: %s", method->keymap, chu_strerror(status));
}

static void save_in_thread(GTask *task, gpointer source, gpointer method, GCancellable *cancellable) {
    (void)source, (void)cancellable;
    save(method);
    g_task_return_boolean(task, TRUE);
}

void method_save_words(Method *method) {
    g_autoptr(GTask) task = g_task_new(NULL, NULL, NULL, NULL);
    g_task_set_task_data(task, method, NULL);
    g_task_run_in_thread(task, save_in_thread);
}

void methods_save_words(void) {
    if (methods == NULL) return;
    GHashTableIter all;
    gpointer method;
    g_hash_table_iter_init(&all, methods);
    while (g_hash_table_iter_next(&all, NULL, &method)) save(method);
}

chu_macros *methods_get_macros(void) {
    static chu_macros *macros;
    static struct timespec time;
    chu_text path;
    GStatBuf status;
    if (chu_catalogue_macros_path(methods_get_catalogue(), &path) < 0 || g_stat(path.utf8, &status) != 0) {
        chu_macros_free(macros);
        time = (struct timespec){0};
        return macros = NULL;
    }
    if (status.st_mtim.tv_sec == time.tv_sec && status.st_mtim.tv_nsec == time.tv_nsec) return macros;
    time = status.st_mtim;
    chu_macros_free(macros);
    macros = NULL;
    char message[512] = "";
    chu_file file = {.struct_size = sizeof file, .path = path.utf8};
    chu_macros_config config = {
        .struct_size = sizeof config, .file = &file, .message = message, .message_size = sizeof message};
    int32_t result = chu_macros_new(&config, &macros);
    if (message[0] != '\0' || result < 0) {
        g_message("%s: %s", path.utf8, message[0] != '\0' ? message : chu_strerror(result));
    }
    return macros;
}
