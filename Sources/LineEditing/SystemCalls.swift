#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The system's own words for an error code.
func systemMessage(forError code: Int32) -> String {
  guard let text = strerror(code) else { return "error \(code)" }
  return String(cString: text)
}

/// One attempt to read bytes.
enum ReadAttempt: Equatable {
  case bytes(Int)
  case endOfInput
  case tryAgain
  case failed(Int32)
}

/// Reads once into the buffer: `read`(2) with its codes sorted.
///
/// A terminal that is gone, or not ours because we are in the background, answers `EIO`: an end of
/// input.
func readOnce(from descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer) -> ReadAttempt {
  let count = read(descriptor, buffer.baseAddress, buffer.count)
  if count > 0 { return .bytes(count) }
  if count == 0 { return .endOfInput }
  switch errno {
  case EINTR, EAGAIN: return .tryAgain
  case EIO: return .endOfInput
  case let code: return .failed(code)
  }
}

/// Writes all bytes, as far as the descriptor takes them.
func writeAll(_ text: String, to descriptor: Int32) {
  var rest = Array(text.utf8)[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if count > 0 {
      rest = rest.dropFirst(count)
    } else if errno == EAGAIN {
      var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      _ = poll(&request, 1, -1)
    } else if errno != EINTR {
      return
    }
  }
}
