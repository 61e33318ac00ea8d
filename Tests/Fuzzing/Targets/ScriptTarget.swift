extension FuzzTarget {
  /// A whole script in a shell that writes nothing and soon interrupts what takes long.
  static let script = FuzzTarget(name: "script") { bytes in
    BoundedShell().run(Array(bytes.prefix(1_000)))
  }
}
