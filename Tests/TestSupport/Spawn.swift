import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Held while descriptors are made and a process is started, so that no other test's child inherits
/// them.
let spawning = Mutex<Void>(())

/// What a child gets as its standard streams.
enum ChildStreams {
  /// The terminal at this path, of which the child becomes the session leader.
  case terminal(String)

  /// These descriptors.
  case descriptors(input: Int32, output: Int32, error: Int32)
}

/// Starts a program with every signal at its default and none blocked, whatever the test runner was
/// started with.
func spawn(
  _ program: String, _ arguments: [String], environment: [String: String], folder: String?,
  streams: ChildStreams
) throws -> pid_t {
  #if canImport(Darwin)
  var actions: posix_spawn_file_actions_t?
  var attributes: posix_spawnattr_t?
  var flags = Int32(POSIX_SPAWN_CLOEXEC_DEFAULT)
  let newSession = Int32(POSIX_SPAWN_SETSID)
  #else
  var actions = posix_spawn_file_actions_t()
  var attributes = posix_spawnattr_t()
  var flags: Int32 = 0
  let newSession: Int32 = 0x80  // POSIX_SPAWN_SETSID, which Glibc shows to GNU sources only
  #endif
  posix_spawn_file_actions_init(&actions)
  posix_spawnattr_init(&attributes)
  defer {
    posix_spawn_file_actions_destroy(&actions)
    posix_spawnattr_destroy(&attributes)
  }
  flags |= Int32(POSIX_SPAWN_SETSIGDEF) | Int32(POSIX_SPAWN_SETSIGMASK)
  var signals = sigset_t()
  sigemptyset(&signals)
  posix_spawnattr_setsigmask(&attributes, &signals)
  sigfillset(&signals)
  sigdelset(&signals, SIGKILL)
  sigdelset(&signals, SIGSTOP)
  posix_spawnattr_setsigdefault(&attributes, &signals)
  switch streams {
  case .terminal(let path):
    flags |= newSession
    for stream: Int32 in 0...2 {
      posix_spawn_file_actions_addopen(&actions, stream, path, O_RDWR, 0)
    }
  case .descriptors(let input, let output, let error):
    for (stream, descriptor) in [input, output, error].enumerated() {
      posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(stream))
    }
  }
  posix_spawnattr_setflags(&attributes, Int16(truncatingIfNeeded: flags))
  var words = [program] + arguments
  if let folder {
    // posix_spawn cannot change the folder everywhere; a shell that replaces itself can.
    words = ["/bin/sh", "-c", #"cd "$0" && exec "$@""#, folder] + words
  }
  let path = words[0]
  var process: pid_t = 0
  let code = withCStrings(words) { words in
    withCStrings(environment.map { "\($0.key)=\($0.value)" }) { variables in
      posix_spawn(&process, path, &actions, &attributes, words, variables)
    }
  }
  guard code == 0 else {
    throw TestSupportError("cannot start \(program): error \(code)")
  }
  return process
}

/// Lends strings as C wants them: an array of pointers, ended by a null.
private func withCStrings<Result>(
  _ strings: [String], body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let pointers = strings.map { strdup($0) } + [nil]
  defer { for pointer in pointers { free(pointer) } }
  return body(pointers)
}

/// Keeps a descriptor from children.
func closeOnExec(_ descriptors: Int32...) {
  for descriptor in descriptors { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
}

/// Now, in seconds of a clock that only goes forward.
func secondsNow() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
