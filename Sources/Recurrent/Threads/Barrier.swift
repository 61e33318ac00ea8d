import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A point that threads pass together, once all have come.
final class Barrier: Sendable {
  private let threads: Int
  private let arrived = Atomic(0)
  private let turn = Atomic(0)

  /// A barrier for so many threads.
  init(threads: Int) {
    self.threads = threads
  }

  /// Waits for the others.
  ///
  /// - Parameter heed: Called now and then while there is nothing else to do; when it throws, the barrier
  ///   is of no use any more.
  /// - Throws: What `heed` throws.
  func pass(heed: () throws -> Void) throws {
    let mine = turn.load(ordering: .acquiring)
    if arrived.add(1, ordering: .acquiringAndReleasing).newValue == threads {
      arrived.store(0, ordering: .relaxed)
      turn.add(1, ordering: .releasing)
    } else {
      try wait(meanwhile: heed) { turn.load(ordering: .acquiring) != mine }
    }
  }
}

/// Waits awake for some hundredths of a millisecond, then lets others run, then sleeps by bits.
///
/// To wake a thread takes about as long as a batch. But two threads on one processor must not wait awake
/// for each other: an epoch took 640 ms for 9.
///
/// - Parameters:
///   - heed: Called between sleeps; what it throws ends the waiting.
///   - isOver: Whether there is nothing to wait for any more.
/// - Throws: What `heed` throws.
func wait(meanwhile heed: () throws -> Void, until isOver: () -> Bool) rethrows {
  var looks = 0
  while !isOver() {
    looks += 1
    if looks > 25_000 {
      try heed()
      usleep(100)
    } else if looks > 20_000 {
      sched_yield()
    }
  }
}
