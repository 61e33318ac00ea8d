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

#endif
