/* An engine of IBus: one input method, in one text field at a time. It performs the responses of its session, and decides
 * nothing. */
#ifndef CHU_IBUS_ENGINE_H
#define CHU_IBUS_ENGINE_H

#include <ibus.h>

#define CHU_TYPE_IBUS_ENGINE (chu_ibus_engine_get_type())

GType chu_ibus_engine_get_type(void);

/* Makes the engine that IBus calls `name`; NULL when no such keymap is installed. */
IBusEngine *chu_ibus_engine_new(const char *name, GDBusConnection *connection);

#endif
