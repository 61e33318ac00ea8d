import Grammar
import Lessons
import MarketSeries
import Reports

/// What `doctor` says of the files that come with the program and of the user's folders.
struct FilesCheckup {
  private let context: CommandContext

  init(_ context: CommandContext) {
    self.context = context
  }

  var findings: [Finding] { [data, weights, lessons, state, config] }

  private static let reinstall =
    "run make install again, or let GATEHOUSE_HOME name the folder that holds data and lessons"

  private var data: Finding {
    let folder = context.places.dataFolder
    return finding("data", values: ["data": .text(folder)]) {
      let days = try ShippedData.ko(context).series.rowCount
      return "\(days) trading days in \(Paths.printable(folder))"
    }
  }

  private var weights: Finding {
    let names = ShippedData.modelNames
    return finding("weights", values: ["models": .integer(names.count)]) {
      for name in names { _ = try ShippedData.model(named: name, context) }
      return names.joined(separator: ", ")
    }
  }

  private var lessons: Finding {
    let library = LessonLibrary(context)
    let count = library.lessons.count
    let folder = context.places.lessonsFolder
    return finding(
      "lessons", values: ["lessons": .text(folder), "lessons.found": .integer(count)]
    ) {
      if let trouble = library.troubles.first { throw Mistake(trouble, at: nil) }
      guard count > 0 else { throw Mistake("none in \(Paths.printable(folder))", at: nil) }
      return "\(count) in \(Paths.printable(folder))"
    }
  }

  /// Something that the program came with: `look` tells what it found, or throws what is wrong.
  private func finding(
    _ name: String, values: NamedValues, look: () throws -> String
  ) -> Finding {
    do {
      return Finding(name: name, found: try look(), values: values)
    } catch {
      let fault = (error as? Mistake)?.message ?? "\(error)"
      return Finding(name: name, found: fault, values: values, advice: Self.reinstall)
    }
  }

  private var state: Finding {
    guard let folder = context.places.stateFolder else {
      return Finding(
        name: "state", found: "no folder",
        values: ["state": .null, "state.writable": .boolean(false)],
        advice: "history and progress are not kept; set HOME or GATEHOUSE_STATE")
    }
    let isWritable = context.files.isWritable(folder: folder)
    let place = Paths.printable(folder)
    var finding = Finding(
      name: "state",
      found: place + (isWritable && !context.files.exists(folder) ? ", made when needed" : ""),
      values: ["state": .text(folder), "state.writable": .boolean(isWritable)])
    if !isWritable {
      finding.advice =
        "nothing can be written there, so history and progress are not kept; "
        + "chmod u+rwx it, or let GATEHOUSE_STATE name another folder"
    }
    return finding
  }

  private var config: Finding {
    guard let folder = context.places.configFolder else {
      return Finding(
        name: "config", found: "no folder; none is needed",
        values: ["config": .null, "init": .boolean(false)])
    }
    let file = Paths.join(folder, "init.gate")
    let isThere = context.files.exists(file)
    return Finding(
      name: "config",
      found: Paths.printable(file)
        + (isThere ? " runs at the start" : ", not there; none is needed"),
      values: ["config": .text(folder), "init": .boolean(isThere)])
  }
}
