import CFuzzer
import Foundation

// gatehouse-fuzz TARGET [libFuzzer's options] [CORPUS…]
var arguments = CommandLine.arguments
guard arguments.count > 1, let target = FuzzTarget.all.first(where: { $0.name == arguments[1] })
else {
  print("usage: gatehouse-fuzz TARGET [libFuzzer's options] [CORPUS ...]")
  print("targets: " + FuzzTarget.all.map(\.name).joined(separator: " "))
  exit(2)
}
Chosen.target = target
arguments.remove(at: 1)

var count = CInt(arguments.count)
var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
let status = pointers.withUnsafeMutableBufferPointer { buffer in
  guard var start = buffer.baseAddress else { return CInt(2) }
  return LLVMFuzzerRunDriver(&count, &start) { data, size in
    Chosen.target.read(Array(UnsafeBufferPointer(start: data, count: size)))
    return 0
  }
}
exit(status)
