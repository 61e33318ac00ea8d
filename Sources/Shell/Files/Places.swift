#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
import MachO
#endif

// `unsafe` marks what the system gives back as a pointer: it is copied at once.

/// The folders that Gatehouse reads from and keeps things in.
public struct Places: Sendable, Equatable {
  /// The user's home folder; nil where the system names none.
  public let home: String?
  /// The series and the shipped weights; where it is missing, reading from it says so.
  public let dataFolder: String
  /// The shipped lessons; it may be missing too.
  public let lessonsFolder: String
  /// History and progress; nil where there is neither a home nor a setting, so that nothing is kept.
  ///
  /// It need not exist: ``Files/append(_:to:permissions:makingFolders:)`` and
  /// ``Files/update(_:permissions:limit:makingFolders:_:)`` make it, private, when they first write.
  public let stateFolder: String?
  /// What the user set up, such as `init.gate`; nil as above.
  public let configFolder: String?

  /// Works out the folders.
  ///
  /// `GATEHOUSE_HOME` and `GATEHOUSE_STATE` come first. `XDG_STATE_HOME` and `XDG_CONFIG_HOME` count
  /// only when absolute, as the XDG Base Directory Specification (0.8) asks.
  ///
  /// - Parameters:
  ///   - environment: The variables of the process; an empty one counts as not set.
  ///   - executable: The real path of the program: `share/gatehouse` or the checkout is looked for from
  ///     its folder upward, never from the current folder.
  ///   - files: How to look.
  public init(environment: [String: String], executable: String?, files: Files = Files()) {
    func setting(_ name: String) -> String? {
      environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }
    let home = setting("HOME")
    func xdgFolder(_ name: String, _ fallback: String) -> String? {
      if let base = setting(name), Paths.isAbsolute(base) {
        return Paths.join(base, "gatehouse")
      }
      return home.map { Paths.join($0, fallback + "/gatehouse") }
    }
    let shared =
      setting("GATEHOUSE_HOME")
      ?? Self.sharedFolder(above: executable, files: files)
      ?? "/usr/local/share/gatehouse"

    self.home = home
    dataFolder = Paths.join(shared, "data")
    lessonsFolder = Paths.join(shared, "lessons")
    stateFolder = setting("GATEHOUSE_STATE") ?? xdgFolder("XDG_STATE_HOME", ".local/state")
    configFolder = xdgFolder("XDG_CONFIG_HOME", ".config")
  }

  /// The folders of this process.
  public static func current() -> Places {
    var environment: [String: String] = [:]
    for name in ["HOME", "GATEHOUSE_HOME", "GATEHOUSE_STATE", "XDG_STATE_HOME", "XDG_CONFIG_HOME"] {
      environment[name] = unsafe getenv(name).flatMap { unsafe String(validatingCString: $0) }
    }
    if environment["HOME"]?.isEmpty ?? true {
      environment["HOME"] = homeOfAccount()
    }
    return Places(environment: environment, executable: executable())
  }

  /// The real path of the running program; nil where the system does not tell.
  public static func executable() -> String? {
    #if canImport(Darwin)
    var size: UInt32 = 0
    _NSGetExecutablePath(nil, &size)
    var buffer = [CChar](repeating: 0, count: Int(size))
    guard _NSGetExecutablePath(&buffer, &size) == 0 else { return nil }
    return buffer.withUnsafeBufferPointer { bytes in
      bytes.baseAddress.flatMap { String(validatingCString: $0) }
        .flatMap { try? Files().realPath($0) }
    }
    #else
    return try? Files().realPath("/proc/self/exe")
    #endif
  }

  /// The folder with `data` and `lessons` that belongs to the program.
  private static func sharedFolder(above executable: String?, files: Files) -> String? {
    guard let executable else { return nil }
    var folder = Paths.folder(of: executable)
    while true {
      let installed = Paths.join(folder, "share/gatehouse")
      if holdsBoth(installed, files) { return installed }
      if holdsBoth(folder, files), files.isRegularFile(Paths.join(folder, "Package.swift")) {
        return folder
      }
      let above = Paths.folder(of: folder)
      if above == folder || above == "." { return nil }
      folder = above
    }
  }

  private static func holdsBoth(_ folder: String, _ files: Files) -> Bool {
    files.isFolder(Paths.join(folder, "data")) && files.isFolder(Paths.join(folder, "lessons"))
  }

  /// The home folder in the list of accounts, for a process that was started without `HOME`.
  private static func homeOfAccount() -> String? {
    guard let account = unsafe getpwuid(getuid()), let folder = unsafe account.pointee.pw_dir else {
      return nil
    }
    return unsafe String(validatingCString: folder)
  }
}
