// What Swift's runtime asks of a C library, for WebAssembly without a system: memory, and a few functions on bytes.
#include <stddef.h>
#include <stdint.h>

extern unsigned char __heap_base;

// Memory is cut off the end of what there is, in sizes that are powers of two; what is freed is kept for its size.
// Before each piece stand 16 bytes, the first of which say which size it has.
enum { smallest = 4, sizes = 28 };
static void *kept[sizes];
static uintptr_t end;

static void *cut(size_t size) {
    if (!end) end = ((uintptr_t)&__heap_base + 15) & ~(uintptr_t)15;
    uintptr_t start = end, present = (uintptr_t)__builtin_wasm_memory_size(0) << 16;
    if (start + size < start) return NULL;
    if (start + size > present &&
        __builtin_wasm_memory_grow(0, (start + size - present + 0xFFFF) >> 16) == (size_t)-1) return NULL;
    end = start + size;
    return (void *)start;
}

void *malloc(size_t size) {
    unsigned class = size <= 16 ? 0 : 32 - (unsigned)__builtin_clzl(size - 1) - smallest;
    if (class >= sizes - smallest) return NULL;
    void *piece = kept[class];
    if (piece) {
        kept[class] = *(void **)piece;
        return piece;
    }
    unsigned *header = cut(16 + ((size_t)1 << (class + smallest)));
    if (!header) return NULL;
    *header = class;
    return header + 4;
}

void free(void *piece) {
    if (!piece) return;
    unsigned class = ((unsigned *)piece)[-4];
    *(void **)piece = kept[class];
    kept[class] = piece;
}

int posix_memalign(void **piece, size_t alignment, size_t size) {
    if (alignment > 16) return 22;
    *piece = malloc(size);
    return *piece ? 0 : 12;
}

int memcmp(const void *left, const void *right, size_t size) {
    const unsigned char *a = left, *b = right;
    for (size_t i = 0; i < size; i++)
        if (a[i] != b[i]) return a[i] < b[i] ? -1 : 1;
    return 0;
}

size_t strlen(const char *text) {
    size_t length = 0;
    while (text[length]) length++;
    return length;
}

// The seed of Swift's hashes: always the same, so that a run can be repeated.
void arc4random_buf(void *bytes, size_t size) {
    for (size_t i = 0; i < size; i++) ((unsigned char *)bytes)[i] = (unsigned char)(i * 37 + 90);
}

int putchar(int character) { return character; }

uintptr_t __stack_chk_guard = 0x0AFF;
_Noreturn void __stack_chk_fail(void) { __builtin_trap(); }
