import Foundation
import Lessons
import TestSupport

/// How much `make torture` asks for; `nil` in a usual test run.
let torture = Int(ProcessInfo.processInfo.environment["GATEHOUSE_TORTURE"] ?? "")

/// A lesson `mine` of as many pages as a test wants: page n asks for n + 100.
enum NumberedLesson {
  /// The file of the lesson; its pages are called p1, p2 and so on.
  static func text(pages: Int) -> String {
    "---\ntitle: T\nformat: 1\nsummary: S.\nminutes: 5\norder: 100\nneeds:\n---\n"
      + (1...pages).map { page in
        """
        ## Page \(page) {#p\(page)}

        What is \(page) + 100?

        ```ask number
        answer: \(page + 100)
        hint: Add.
        solution: \(page) + 100
        ```

        """
      }.joined()
  }

  /// The numbers of the pages that the progress on disk has as done.
  static func pagesDone(in home: TemporaryFolder) throws -> Set<Int> {
    guard let bytes = home.bytes(of: ".local/state/gatehouse/progress") else { return [] }
    let pages = try Progress(parsing: bytes).lessons["mine"]?.pages ?? [:]
    return Set(pages.filter(\.value.isDone).keys.compactMap { Int($0.dropFirst()) })
  }
}
