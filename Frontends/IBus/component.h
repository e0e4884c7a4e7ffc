/* What IBus knows of this program: its name on the bus, and an input method for each installed keymap. */
#ifndef CHU_IBUS_COMPONENT_H
#define CHU_IBUS_COMPONENT_H

#include <ibus.h>

#define COMPONENT_BUS_NAME "org.freedesktop.IBus.Chu"

/* The component with all input methods; a floating reference. */
IBusComponent *component_new(void);

#endif
