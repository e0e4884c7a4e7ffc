/* The header is the library; SwiftPM asks that a C target compile something, and this sees to it that it is C. */
#include "chu.h"
