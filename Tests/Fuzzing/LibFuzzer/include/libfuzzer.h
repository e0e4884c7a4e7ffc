/* The entrance to libFuzzer for a program with a main of its own, as LLVM documents it. */
#ifndef LIBFUZZER_H
#define LIBFUZZER_H

#include <stddef.h>
#include <stdint.h>

/* Calls `test` with one input after the other, as the options in `argv` say. */
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*test)(const uint8_t *data, size_t size));

#endif
