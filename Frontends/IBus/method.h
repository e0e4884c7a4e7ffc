/* An input method: an installed keymap, with what all text fields share of it.
 *
 * Methods are made when they are first asked for and live as long as the process. */
#ifndef CHU_IBUS_METHOD_H
#define CHU_IBUS_METHOD_H

#include <chu.h>
#include <glib.h>

typedef struct Method Method;

/* What IBus calls the method of a keymap: "chu:rad:telex" for "rad/telex". To be freed. */
char *method_engine_name(const char *keymap);

/* The method that IBus calls `engine_name`; NULL when no such keymap is installed. One that was installed a moment ago
 * is found too. */
Method *method_find(const char *engine_name);

/* The name of its keymap: "rad/telex". */
const char *method_get_keymap(const Method *method);

/* Its engine, opened by the first call; NULL when it cannot be, and the log has said why. */
chu_engine *method_get_engine(Method *method);

/* The user's words of this keymap; NULL when their file cannot be used. */
chu_words *method_get_words(Method *method);

/* Writes the words that were learned to their file, in another thread. */
void method_save_words(Method *method);

/* Writes all words before the end of the process, and waits for it. */
void methods_save_words(void);

/* The user's abbreviations, read again when their file has changed; NULL when there are none. Does input: not to be
 * called for a key. */
chu_macros *methods_get_macros(void);

/* The installed keymaps; NULL when they cannot be listed. */
const chu_catalogue *methods_get_catalogue(void);

#endif
