// Lets a system call on a file fail, or ends the program there: a library for LD_PRELOAD.
//
// The calls that change files are counted: making, writing, syncing, cutting and renaming one, and changing its
// attributes. Standard input, output and error and what is no file are left out. The environment:
//
//     FAULT_CALL   which call, from 1
//     FAULT_KIND   fail   it fails with EIO
//                  full   it and all that need room after it fail with ENOSPC
//                  half   a write does half of its work, and the next call fails with ENOSPC
//                  kill   the process is killed before it
//                  torn   the process is killed after half of a write
//     FAULT_HIT    a file that is made when it is reached

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

static long count;
static int next_fails;

static int is_file(int fd) {
    struct stat status;
    return fd > 2 && fstat(fd, &status) == 0 && S_ISREG(status.st_mode);
}

// 0: go on; 1: fail, with errno set; 2: do half of it.
static int at_call(int needs_room, int is_write, int fd, const void *bytes, size_t length, off_t place) {
    const char *number = getenv("FAULT_CALL"), *kind = getenv("FAULT_KIND"), *hit = getenv("FAULT_HIT");
    if (!number || !kind || !hit) return 0;
    count++;
    if (next_fails) {
        next_fails = 0;
        errno = ENOSPC;
        return 1;
    }
    long wanted = atol(number);
    if (count > wanted && needs_room && !strcmp(kind, "full")) {
        errno = ENOSPC;
        return 1;
    }
    if (count != wanted) return 0;
    long mark = syscall(SYS_openat, AT_FDCWD, hit, O_CREAT | O_WRONLY, 0600);
    if (mark >= 0) syscall(SYS_close, mark);
    if (!strcmp(kind, "fail")) {
        errno = EIO;
        return 1;
    }
    if (!strcmp(kind, "full")) {
        errno = ENOSPC;
        return needs_room;
    }
    if (!strcmp(kind, "half")) {
        if (!is_write || length < 2) {
            errno = ENOSPC;
            return needs_room;
        }
        next_fails = 1;
        return 2;
    }
    if (!strcmp(kind, "torn") && is_write && length > 1) {
        if (place < 0) syscall(SYS_write, fd, bytes, length / 2);
        else syscall(SYS_pwrite64, fd, bytes, length / 2, place);
    }
    syscall(SYS_kill, getpid(), SIGKILL);
    return 1;
}

ssize_t write(int fd, const void *bytes, size_t length) {
    int what = is_file(fd) ? at_call(1, 1, fd, bytes, length, -1) : 0;
    return what == 1 ? -1 : syscall(SYS_write, fd, bytes, what == 2 ? length / 2 : length);
}

ssize_t pwrite(int fd, const void *bytes, size_t length, off_t place) {
    int what = is_file(fd) ? at_call(1, 1, fd, bytes, length, place) : 0;
    return what == 1 ? -1 : syscall(SYS_pwrite64, fd, bytes, what == 2 ? length / 2 : length, place);
}
ssize_t pwrite64(int fd, const void *bytes, size_t length, off_t place) __attribute__((alias("pwrite")));

int fsync(int fd) { return is_file(fd) && at_call(1, 0, fd, 0, 0, -1) ? -1 : syscall(SYS_fsync, fd); }

int ftruncate(int fd, off_t length) {
    return is_file(fd) && at_call(0, 0, fd, 0, 0, -1) ? -1 : syscall(SYS_ftruncate, fd, length);
}
int ftruncate64(int fd, off_t length) __attribute__((alias("ftruncate")));

int fchmod(int fd, mode_t mode) { return is_file(fd) && at_call(0, 0, fd, 0, 0, -1) ? -1 : syscall(SYS_fchmod, fd, mode); }

int rename(const char *from, const char *to) {
    return at_call(1, 0, -1, 0, 0, -1) ? -1 : syscall(SYS_renameat, AT_FDCWD, from, AT_FDCWD, to);
}

int unlink(const char *path) { return at_call(0, 0, -1, 0, 0, -1) ? -1 : syscall(SYS_unlinkat, AT_FDCWD, path, 0); }

static int opened(const char *path, int flags, mode_t mode) {
    if (flags & O_CREAT && at_call(1, 0, -1, 0, 0, -1)) return -1;
    return syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}

int open(const char *path, int flags, ...) {
    mode_t mode = 0;
    if (flags & O_CREAT) {
        va_list list;
        va_start(list, flags);
        mode = va_arg(list, mode_t);
        va_end(list);
    }
    return opened(path, flags, mode);
}
int open64(const char *path, int flags, ...) __attribute__((alias("open")));
