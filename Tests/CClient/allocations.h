/* Counts what is asked of the allocator, by the library as well; where a sanitizer does not do so itself. */
#ifndef ALLOCATIONS_H
#define ALLOCATIONS_H

static unsigned long allocations;

#ifdef COUNT_ALLOCATIONS
#include <stddef.h>

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *memory, size_t size);

void *malloc(size_t size) {
    allocations++;
    return __libc_malloc(size);
}

void *calloc(size_t count, size_t size) {
    allocations++;
    return __libc_calloc(count, size);
}

void *realloc(void *memory, size_t size) {
    allocations++;
    return __libc_realloc(memory, size);
}
#endif

#endif
