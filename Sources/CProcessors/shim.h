#ifndef CPROCESSORS_SHIM_H
#define CPROCESSORS_SHIM_H

#include <unistd.h>

#ifdef __linux__
#include <sys/syscall.h>
#endif

/// How many processors this process may run on: fewer than the machine has under taskset, or where a
/// class shares a server; 0 where the system does not say.
///
/// sched_getaffinity, which Swift does not see without _GNU_SOURCE; syscall is variadic.
static inline int cprocessors_available(void) {
#ifdef __linux__
  unsigned long set[128];  // 8,192 processors
  long bytes = syscall(SYS_sched_getaffinity, 0, sizeof set, set);
  int count = 0;
  for (long word = 0; word < bytes / (long)sizeof *set; word++) {
    count += __builtin_popcountl(set[word]);
  }
  return count;
#else
  return (int)sysconf(_SC_NPROCESSORS_ONLN);
#endif
}

/// How many bits the vector instructions have that the caller is compiled for; 0 where there are none.
static inline int cprocessors_vector_bits(void) {
#if defined(__AVX512F__)
  return 512;
#elif defined(__AVX2__)
  return 256;
#elif defined(__SSE2__) || defined(__ARM_NEON)
  return 128;
#else
  return 0;
#endif
}

#define CPROCESSORS_TEXT(name) #name
#define CPROCESSORS_TEXT_OF(macro) CPROCESSORS_TEXT(macro)

/// Ends the process with a sentence and status 2 where the processor lacks the level that the networks
/// are compiled for, if one is named: its first unknown instruction would end it with none (SIGILL).
///
/// Wholly in C: what Swift shares between modules may be the copy made for that level.
static inline void cprocessors_require_level(void) {
#ifdef CPROCESSORS_LEVEL
  static const char sentence[] =
      "gatehouse: this build needs a processor of level " CPROCESSORS_TEXT_OF(CPROCESSORS_LEVEL)
      ", and this one is older,\nor a virtual machine hides what it can. Built from its sources here, "
      "Gatehouse runs.\n";
  if (__builtin_cpu_supports(CPROCESSORS_TEXT_OF(CPROCESSORS_LEVEL))) return;
  (void)!write(2, sentence, sizeof sentence - 1);
  _exit(2);
#endif
}

#endif
