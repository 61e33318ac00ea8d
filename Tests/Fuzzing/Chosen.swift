/// The target of this run; the fuzzer's callback is a C function and can hold nothing itself.
enum Chosen {
  nonisolated(unsafe) static var target = FuzzTarget.line
}
