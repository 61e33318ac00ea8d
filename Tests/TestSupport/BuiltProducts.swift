#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The path of a program that was built with the tests: `builtProduct("gatehouse")`.
///
/// - Parameter name: The name of the executable product or target.
/// - Returns: Its absolute path.
/// - Throws: `TestSupportError` when it lies in none of the folders above the running test bundle.
public func builtProduct(_ name: String) throws -> String {
  let image = try pathOfTests()
  var folder = image[...]
  while let slash = folder.lastIndex(of: "/") {
    folder = folder[..<slash]
    let candidate = "\(folder)/\(name)"
    var facts = stat()
    let isFile = stat(candidate, &facts) == 0 && facts.st_mode & S_IFMT == S_IFREG
    if isFile, access(candidate, X_OK) == 0 { return candidate }
  }
  throw TestSupportError("no program \(name) above \(image)")
}

/// Where the code of the tests was loaded from.
private func pathOfTests() throws -> String {
  #if os(Linux)
  var path = [CChar](repeating: 0, count: 4_096)
  let count = readlink("/proc/self/exe", &path, path.count)
  guard count > 0 else { throw TestSupportError("/proc/self/exe cannot be read") }
  return String(decoding: path[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  #else
  var information = Dl_info()
  guard dladdr(#dsohandle, &information) != 0, let name = information.dli_fname else {
    throw TestSupportError("the test bundle has no path")
  }
  return String(cString: name)
  #endif
}
