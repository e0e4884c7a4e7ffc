/* The menu that the panel shows for an input method: whether it composes, the keymap's options, the settings. */
#ifndef CHU_IBUS_PROPERTIES_H
#define CHU_IBUS_PROPERTIES_H

#include "method.h"

#include <ibus.h>

/* The menu as it is now; a floating reference. `method` may be one whose keymap cannot be opened. */
IBusPropList *properties_new(Method *method, gboolean is_composing);

typedef enum {
    PROPERTY_NOTHING,   /* not ours, or the half of a choice that was left */
    PROPERTY_COMPOSING, /* whether to compose: `state` says it */
    PROPERTY_CHOSEN     /* a setting or an option was chosen, and is written */
} PropertyEffect;

/* Does what a click in the menu asks for. */
PropertyEffect properties_activate(Method *method, const char *name, guint state);

#endif
