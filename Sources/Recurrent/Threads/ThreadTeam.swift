import Dispatch

/// Threads that share pieces of work, many times in a row; the calling thread is one of them.
///
/// Between two pieces the others wait awake for a while: a piece of a training lasts a tenth of a
/// millisecond, and to wake a thread takes about as long. They end when the team is released.
final class ThreadTeam: Sendable {
  /// How many threads there are, with the calling one.
  let threads: Int
  private let desk: TeamDesk

  /// Gathers a team.
  ///
  /// - Parameter threads: How many threads, with the calling one; below 1 counts as 1.
  init(threads: Int) {
    self.threads = max(1, threads)
    desk = TeamDesk(helpers: self.threads - 1)
    for index in 1..<self.threads {
      // On a thread of the pool, which leaves signals to the main thread.
      DispatchQueue.global(qos: .userInitiated).async { [desk] in desk.serve(as: index) }
    }
  }

  deinit { desk.close() }

  /// Runs the parts of a piece of work, each on one of the threads, and waits for all.
  ///
  /// Thread i begins with part i, so that a part finds its numbers in the cache where it left them; what
  /// parts there are beyond go to whoever is free.
  ///
  /// - Parameters:
  ///   - parts: How many parts there are.
  ///   - heed: Called on the calling thread after each of its parts and now and then on the way; what it
  ///     throws ends the work.
  ///   - work: Runs one part. It calls the function that it is given every few milliseconds or oftener,
  ///     and lets through what that throws.
  /// - Throws: What `heed` throws; parts may then be unfinished, but none is running any more.
  func run<Failure: Error>(
    parts: Int, heed: () throws(Failure) -> Void,
    work: @escaping @Sendable (_ part: Int, _ heed: () throws -> Void) throws -> Void
  ) throws(Failure) {
    var failure: Failure?
    withoutActuallyEscaping(heed) { heed in
      func heedOrStop() throws {
        do throws(Failure) {
          try heed()
        } catch {
          failure = error
          throw Stopped()
        }
      }
      guard threads > 1, parts > 1 else {
        for part in 0..<parts where failure == nil {
          guard (try? work(part, heedOrStop)) != nil else { break }
          try? heedOrStop()
        }
        return
      }
      desk.lay(TeamJob(parts: parts, threads: threads, work: work))
      desk.takePart(as: 0, heed: heedOrStop)
      desk.waitForHelpers {
        if failure == nil, (try? heedOrStop()) == nil { desk.stop() }
      }
      desk.clear()
    }
    if let failure { throw failure }
  }
}

/// What is thrown where a part ends early because the work was ended.
struct Stopped: Error {}

/// A piece of work.
struct TeamJob: Sendable {
  let parts: Int
  let threads: Int
  let work: @Sendable (_ part: Int, _ heed: () throws -> Void) throws -> Void
}
