// System calls that the modules of the C libraries do not give Swift.
//
// Extended attributes: flistxattr, fgetxattr, fsetxattr, fremovexattr, listxattr, getxattr.

#ifndef CHU_CFILES_H
#define CHU_CFILES_H

#include <sys/types.h>
#include <sys/xattr.h>

#endif
