/* What the user has chosen, kept in $XDG_CONFIG_HOME/chu/ibus.conf.
 *
 *     [chu]
 *     candidates = while-typing
 *     page-size = 7
 *
 *     [vi/telex]
 *     tone-style = new
 *
 * The group [chu] has the settings below; every other group is named after a keymap and has its options. A setting that
 * the file lacks, or an unknown value, is the default. */
#ifndef CHU_IBUS_SETTINGS_H
#define CHU_IBUS_SETTINGS_H

#include <chu.h>
#include <glib.h>

typedef enum {
    SETTING_UNDERLINE,
    SETTING_CANDIDATES,
    SETTING_SURROUNDING,
    SETTING_LEARN,
    SETTING_MACROS,
    SETTING_COUNT
} SettingKind;

enum { SETTING_MAX_VALUES = 3 };

/* A setting that the menu shows: one of two or three values. One of "false" and "true" is an item to tick. */
typedef struct {
    const char *key;   /* in the file */
    const char *title; /* to be translated */
    const char *values[SETTING_MAX_VALUES];
    const char *titles[SETTING_MAX_VALUES]; /* to be translated; NULL for "false" and "true" */
    guint initial;
} Setting;

extern const Setting settings_all[SETTING_COUNT];

/* Reads the file again when it has changed since. Does input: not to be called for a key. */
void settings_refresh(void);

/* Which value of a setting is in force, counted from 0. For CANDIDATES and SURROUNDING it is the number that
 * chu_session_config has for it. */
guint settings_get(SettingKind kind);

/* How a session is to behave. */
chu_session_config settings_session_config(void);

/* The value of an option of a keymap; NULL when the user has chosen none. To be freed. */
char *settings_get_option(const char *keymap, const char *option);

/* Chooses, and writes the file, aside and renamed. `group` is "chu" or the name of a keymap. */
void settings_choose(const char *group, const char *key, const char *value);

#endif
