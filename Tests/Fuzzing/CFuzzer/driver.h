#pragma once
#include <stddef.h>
#include <stdint.h>

// libFuzzer's entry for programs that have a main function of their own (llvm.org/docs/LibFuzzer.html).
int LLVMFuzzerRunDriver(
    int *_Nonnull count, char *_Nullable *_Nonnull *_Nonnull arguments,
    int (*_Nonnull test)(const uint8_t *_Nullable data, size_t size));
