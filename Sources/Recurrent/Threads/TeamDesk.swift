import Synchronization

/// Where the calling thread of a team lays its work and the helpers find it.
final class TeamDesk: Sendable {
  private let helpers: Int
  private let job = Mutex<TeamJob?>(nil)
  /// Counts the jobs; helpers wait for it to change.
  private let turn = Atomic(0)
  /// The next part that nobody begins with.
  private let nextPart = Atomic(0)
  /// How many helpers are done with this turn.
  private let finished = Atomic(0)
  private let isStopped = Atomic(false)
  private let isClosed = Atomic(false)

  init(helpers: Int) {
    self.helpers = helpers
  }

  // MARK: The calling thread

  /// Lays out a job for all.
  func lay(_ new: TeamJob) {
    job.withLock { $0 = new }
    nextPart.store(new.threads, ordering: .relaxed)
    finished.store(0, ordering: .relaxed)
    isStopped.store(false, ordering: .relaxed)
    turn.add(1, ordering: .releasing)
  }

  /// Waits until no helper works on the job any more.
  ///
  /// - Parameter heed: Called while there is nothing else to do.
  func waitForHelpers(heed: () -> Void) {
    wait(meanwhile: heed) { finished.load(ordering: .acquiring) == helpers }
  }

  /// Takes the job away.
  func clear() { job.withLock { $0 = nil } }

  /// Asks all to end their parts early.
  func stop() { isStopped.store(true, ordering: .relaxed) }

  /// Sends the helpers away.
  func close() {
    isClosed.store(true, ordering: .relaxed)
    turn.add(1, ordering: .releasing)
  }

  // MARK: All threads

  /// Runs the part that a thread begins with, then what is left.
  func takePart(as index: Int, heed: () throws -> Void) {
    guard let job = job.withLock({ $0 }) else { return }
    var part = index
    while part < job.parts, !isStopped.load(ordering: .relaxed) {
      do {
        try job.work(part, heed)
        try heed()
      } catch {
        stop()
      }
      part = nextPart.add(1, ordering: .relaxed).oldValue
    }
  }

  /// Takes part in every job until the desk is closed.
  func serve(as index: Int) {
    var last = 0
    while true {
      wait(meanwhile: {}, until: { turn.load(ordering: .acquiring) != last })
      last += 1
      if isClosed.load(ordering: .relaxed) { return }
      takePart(as: index) {
        if isStopped.load(ordering: .relaxed) { throw Stopped() }
      }
      finished.add(1, ordering: .releasing)
    }
  }
}
