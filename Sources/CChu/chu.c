#include "chu.h"

/* The version stands in the header alone. */
const char *chu_version(void) { return CHU_VERSION; }
