import Synchronization
import Testing

@testable import Recurrent

struct ThreadTeamTests {
  private struct Interruption: Error, Equatable {
    let reason: Int
  }

  @Test(arguments: [0, 1, 2, 3], [0, 1, 2, 7])
  func everyPartRunsOnceHoweverManyThreads(threads: Int, parts: Int) {
    let team = ThreadTeam(threads: threads)
    for _ in 0..<3 {
      let runs = (0..<parts).map { _ in Slot(0) }
      team.run(
        parts: parts, heed: { () throws(Never) in },
        work: { part, _ in runs[part].work { $0 += 1 } })
      #expect(runs.map(\.current) == .init(repeating: 1, count: parts))
    }
  }

  @Test func partsRunAtTheSameTime() {
    // Each part waits for the other: on one thread this would never end.
    let flags = Flags()
    ThreadTeam(threads: 2).run(
      parts: 2, heed: { () throws(Never) in },
      work: { part, _ in
        flags.raise(part)
        while !flags.isRaised(1 - part) {}
      })
    #expect(flags.isRaised(0) && flags.isRaised(1))
  }

  @Test(arguments: [1, 2])
  func whatHeedThrowsEndsTheWork(threads: Int) {
    let done = Slot(0)
    var asked = 0
    #expect(throws: Interruption(reason: 3)) {
      try ThreadTeam(threads: threads).run(
        parts: 4,
        heed: {
          asked += 1
          if asked == 3 { throw Interruption(reason: 3) }
        },
        work: { _, heed in
          // A part that ends only when it is told to.
          for _ in 0..<Int.max { try heed() }
          done.work { $0 += 1 }
        })
    }
    #expect(done.current == 0)
  }

  @Test func theCallingThreadIsAskedWhileItWaits() {
    let flags = Flags()
    ThreadTeam(threads: 2).run(
      parts: 2, heed: { () throws(Never) in flags.raise(0) },
      work: { part, _ in
        // The caller has nothing to do; the other part waits for it to have been asked.
        if part == 1 { while !flags.isRaised(0) {} }
      })
    #expect(flags.isRaised(0))
  }

  @Test func neverMoreThreadsThanProcessors() {
    #expect(Processors.available >= 1)
    #expect(Processors.threads(nil) == Processors.available)
    #expect(Processors.threads(1_000_000) == Processors.available)
    #expect(Processors.threads(0) == 1 && Processors.threads(-5) == 1)
  }
}

/// Two flags that threads share.
private final class Flags: Sendable {
  private let first = Atomic(false)
  private let second = Atomic(false)

  func raise(_ flag: Int) {
    if flag == 0 {
      first.store(true, ordering: .releasing)
    } else {
      second.store(true, ordering: .releasing)
    }
  }

  func isRaised(_ flag: Int) -> Bool {
    flag == 0 ? first.load(ordering: .acquiring) : second.load(ordering: .acquiring)
  }
}
