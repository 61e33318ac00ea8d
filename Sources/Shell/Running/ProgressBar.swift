import LineEditing
import Reports

/// The bar of work that takes time, with the time left, and the place where a running command is interrupted.
final class ProgressBar {
  private static let patience = Duration.milliseconds(300)
  private static let interval = Duration.milliseconds(100)

  private let console: Console
  private let capabilities: TerminalCapabilities
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var lastDrawing: ContinuousClock.Instant?

  /// A bar for one command.
  init(on console: Console, _ capabilities: TerminalCapabilities) {
    self.console = console
    self.capabilities = capabilities
    start = clock.now
  }

  /// Shows how far the work is, now and then.
  ///
  /// - Throws: `Interrupted` after Ctrl-C, or when a signal asks the process to end.
  func show(_ progress: WorkProgress) throws {
    if Signals.isInterrupted || Signals.ending != nil { throw Interrupted() }
    let now = clock.now
    let isDue = lastDrawing.map { now - $0 >= Self.interval } ?? (now - start >= Self.patience)
    guard isDue else { return }
    lastDrawing = now
    console.showBar(text(progress, after: now - start))
  }

  private func text(_ progress: WorkProgress, after passed: Duration) -> String {
    let cells = 20
    let fraction = min(1, max(0, progress.fraction))
    let full = Int(fraction * Double(cells))
    let (on, off) = capabilities.unicode ? ("█", "░") : ("#", "-")
    let bar = String(repeating: on, count: full) + String(repeating: off, count: cells - full)
    let percent = Int(fraction * 100)
    return
      "\(progress.label) \(bar) \(percent) % \(progress.detail)\(left(fraction, after: passed))"
  }

  private func left(_ fraction: Double, after passed: Duration) -> String {
    guard fraction > 0.01 else { return "" }
    let seconds = Double(passed.components.seconds) + Double(passed.components.attoseconds) / 1e18
    let rest = Int((seconds / fraction * (1 - fraction)).rounded(.up))
    return rest < 60 ? ", \(rest) s left" : ", \(rest / 60) min \(rest % 60) s left"
  }
}
