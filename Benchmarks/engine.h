/* What the harness asks of an engine. Each engine is a shared object of its own that exports `engine`. */
#ifndef ENGINE_H
#define ENGINE_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What a key made. Lent until the next call. */
struct output {
    const char *preedit;
    size_t preedit_size;
    const char *commit;
    size_t commit_size;
    int consumed; /* 0 when the application is to have the key itself */
};

struct engine {
    /* Starts the library. Gives 0 when that worked. */
    int (*start)(void);
    /* Opens a keymap and a text field. Gives 0 when that worked. */
    int (*open)(const char *keymap);
    /* Feeds an ASCII key. */
    void (*press)(unsigned char key, struct output *output);
    /* Drops what is being composed. */
    void (*reset)(void);
    /* Gives up what `open` made, so that it can be opened again. */
    void (*close)(void);
};

extern const struct engine engine;

#ifdef __cplusplus
}
#endif

#endif
