import Grammar
import Recurrent

extension Arguments {
  /// How many threads `threads=` asks for; `nil` for one a processor.
  ///
  /// - Throws: `Mistake` for more than there are processors: they would only wait for one another.
  func threads() throws(Mistake) -> Int? {
    guard let threads = integer("threads") else { return nil }
    let processors = Processors.available
    guard threads <= processors else {
      throw Mistake(
        "threads=\(threads): this process may use \(count(processors, "processor")), and more "
          + "threads than that would wait for one another; threads=auto takes all",
        at: place(of: "threads"))
    }
    return threads
  }
}
