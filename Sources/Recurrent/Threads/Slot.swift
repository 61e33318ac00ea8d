import Synchronization

/// A value that one thread at a time works on.
final class Slot<Value: Sendable>: Sendable {
  private let value: Mutex<Value>

  init(_ value: Value) {
    self.value = Mutex(value)
  }

  /// What stands in it.
  var current: Value { value.withLock { $0 } }

  /// Works on the value; others wait.
  func work<Result: Sendable, Failure: Error>(
    _ body: (inout Value) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try value.withLock { value throws(Failure) in
      try body(&value)
    }
  }
}
