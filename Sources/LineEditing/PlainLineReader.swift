/// Reads lines from a script, a pipe, or a terminal that cannot edit.
///
/// Lines end with LF or CRLF; the last one may end with the input. What is not text is reported and
/// passed over.
public final class PlainLineReader: LineReader {
  /// The most bytes that a line may have: 1 MB.
  public static let limitInBytes = 1_048_576

  /// The number of the last line read, counted from 1; 0 before the first.
  public private(set) var lineNumber = 0

  private let descriptor: Int32
  private let promptDescriptor: Int32?
  private var buffer: [UInt8]
  private var position = 0

  /// Whether nothing is to be read any more beyond the buffer.
  private var isExhausted: Bool

  /// A reader of a file, a pipe or a terminal.
  ///
  /// - Parameters:
  ///   - fileDescriptor: What is read; it is not closed.
  ///   - promptDescriptor: Where prompts are shown; nil, as in a script, shows none.
  public init(fileDescriptor: Int32 = 0, promptDescriptor: Int32? = nil) {
    descriptor = fileDescriptor
    self.promptDescriptor = promptDescriptor
    buffer = []
    isExhausted = false
  }

  /// A reader of text that is there as a whole, as a script file is.
  public init(bytes: [UInt8]) {
    descriptor = -1
    promptDescriptor = nil
    buffer = bytes
    isExhausted = true
  }

  /// Reads the next line.
  ///
  /// A terminal may be asked again after Ctrl-D; what cannot be read at all is told once, and
  /// is then at its end.
  ///
  /// - Parameter prompt: Shown only where the reader was given a descriptor for it.
  /// - Returns: The line; `.interrupted` drops what was read of it so far.
  public func readLine(prompt: String) -> ReadResult {
    if let promptDescriptor { writeAll(prompt, to: promptDescriptor) }
    var line: [UInt8] = []
    var isTooLong = false
    while true {
      if let signal = Signals.ending { return .terminated(signal: signal) }
      if !Signals.take(.interrupt).isEmpty { return interrupted() }
      let rest = buffer[position...]
      let end = rest.firstIndex(of: UInt8(ascii: "\n"))
      let piece = rest[..<(end ?? rest.endIndex)]
      // A CR that belongs to the end of the line does not count.
      isTooLong = isTooLong || line.count + piece.count > Self.limitInBytes + 1
      if !isTooLong { line += piece }
      if let end {
        position = end + 1
        return result(of: line, isTooLong: isTooLong)
      }
      buffer.removeAll(keepingCapacity: true)
      position = 0
      switch isExhausted ? .endOfInput : fill() {
      case .bytes, .tryAgain:
        continue
      case .endOfInput:
        return line.isEmpty && !isTooLong ? .endOfInput : result(of: line, isTooLong: isTooLong)
      case .failed(let code):
        isExhausted = true
        return .failed(
          ReadFailure(.cannotRead(errorCode: code), line: lineNumber + 1, column: 1))
      }
    }
  }

  /// Ctrl-C: what a person typed after it is a new line.
  private func interrupted() -> ReadResult {
    if let promptDescriptor { writeAll("\n", to: promptDescriptor) }
    return .interrupted
  }

  /// Reads once more into the empty buffer; a signal also ends the waiting.
  private func fill() -> ReadAttempt {
    guard Signals.wait(for: descriptor) == .ready else { return .tryAgain }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let attempt = bytes.withUnsafeMutableBytes { readOnce(from: descriptor, into: $0) }
    if case .bytes(let count) = attempt { buffer += bytes[..<count] }
    return attempt
  }

  private func result(of line: [UInt8], isTooLong: Bool) -> ReadResult {
    lineNumber += 1
    var bytes = line[...]
    if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
    if lineNumber == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    guard !isTooLong, bytes.count <= Self.limitInBytes else {
      return .failed(
        ReadFailure(.tooLong(limitInBytes: Self.limitInBytes), line: lineNumber, column: 1))
    }
    switch ValidatedLine(bytes) {
    case .text(let text): return .line(text)
    case .fault(let reason, let column):
      return .failed(ReadFailure(reason, line: lineNumber, column: column))
    }
  }
}

/// The bytes of a line as text, or the first place where they are none.
private enum ValidatedLine {
  case text(String)
  case fault(ReadFailure.Reason, column: Int)

  init(_ bytes: ArraySlice<UInt8>) {
    if let nul = bytes.firstIndex(of: 0) {
      self = .fault(.containsNUL, column: Self.column(after: bytes[..<nul]))
    } else if let text = String(validating: bytes, as: UTF8.self) {
      self = .text(text)
    } else {
      self = .fault(.notUTF8, column: Self.column(after: Self.validPrefix(of: bytes)))
    }
  }

  private static func column(after bytes: ArraySlice<UInt8>) -> Int {
    String(decoding: bytes, as: UTF8.self).count + 1
  }

  private static func validPrefix(of bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var decoder = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var end = bytes.startIndex
    while case .valid(let scalar) = decoder.parseScalar(from: &iterator) { end += scalar.count }
    return bytes[..<end]
  }
}
