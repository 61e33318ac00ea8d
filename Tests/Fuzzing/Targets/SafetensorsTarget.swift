import Recurrent

extension FuzzTarget {
  /// A file of weights: what is written reads back.
  static let safetensors = FuzzTarget(name: "safetensors") { bytes in
    do {
      let file = try SafetensorsFile(parsing: bytes)
      require((try? SafetensorsFile(parsing: file.serialized())) == file, "it reads back")
      _ = try Network.loading(file)
    } catch {
      requirePrintable("\(error)")
    }
  }
}
