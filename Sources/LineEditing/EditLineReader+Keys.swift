import CEditLine

extension EditLineReader {
  /// Binds every key: libedit's own table differs between Debian and macOS, and knows few keys of
  /// today's terminals.
  func bindKeys() {
    ceditline_set_editor(editor, "emacs")
    addFunctions()
    for (keys, function) in keyTable { ceditline_bind(editor, keys, function) }
    // Last, a person's own ~/.editrc; but what the program cannot do without stays.
    if OwnSettings.found == .usable { el_source(editor, nil) }
    let kept = [
      (#"^I"#, Self.complete), (#"^C"#, Self.interrupt), ("^J", "ed-newline"), ("^M", "ed-newline"),
    ]
    for (keys, function) in kept {
      ceditline_bind(editor, keys, function)
    }
  }

  private static let complete = "gatehouse-complete"
  private static let interrupt = "gatehouse-interrupt"
  private static let beginPaste = "gatehouse-begin-paste"
  private static let endPaste = "gatehouse-end-paste"

  private func addFunctions() {
    addFunction(Self.complete, "Complete the word") { editor, _ in
      EditLineReader.owner(of: editor)?.completeWord() ?? UInt8(CC_ERROR)
    }
    // Reached only where Ctrl-C is no signal, as after `stty -isig`.
    addFunction(Self.interrupt, "Clear the line") { editor, _ in
      guard let reader = EditLineReader.owner(of: editor) else { return UInt8(CC_EOF) }
      reader.leaveLine("^C")
      reader.outcome = .interrupted
      return UInt8(CC_EOF)
    }
    addFunction(Self.beginPaste, "What follows is pasted") { editor, _ in
      EditLineReader.owner(of: editor)?.isPasting = true
      return UInt8(CC_NORM)
    }
    addFunction(Self.endPaste, "What was pasted ends") { editor, _ in
      EditLineReader.owner(of: editor)?.isPasting = false
      return UInt8(CC_NORM)
    }
  }

  private func addFunction(_ name: String, _ help: String, _ action: @escaping ceditline_action) {
    let (name, help) = (WideText(name), WideText(help))
    functionTexts += [name, help]
    ceditline_add_function(editor, name.pointer, help.pointer, action)
  }

  private var keyTable: [(keys: String, function: String)] {
    [
      ("^A", "ed-move-to-beg"), ("^E", "ed-move-to-end"), ("^B", "ed-prev-char"),
      ("^F", "ed-next-char"), ("^P", "ed-prev-history"), ("^N", "ed-next-history"),
      ("^D", "em-delete-or-list"), ("^H", "ed-delete-prev-char"), ("^?", "ed-delete-prev-char"),
      ("^W", "ed-delete-prev-word"), ("^U", "vi-kill-line-prev"), ("^K", "ed-kill-line"),
      ("^Y", "em-yank"), ("^T", "ed-transpose-chars"), ("^L", "ed-clear-screen"),
      ("^R", "em-inc-search-prev"), ("^J", "ed-newline"), ("^M", "ed-newline"),
      (#"\eb"#, "ed-prev-word"), (#"\ef"#, "em-next-word"), (#"\ed"#, "em-delete-next-word"),
      (#"\eu"#, "em-upper-case"), (#"\el"#, "em-lower-case"), (#"\ec"#, "em-capitol-case"),
      (#"\e^?"#, "ed-delete-prev-word"), (#"\e^H"#, "ed-delete-prev-word"),
      // Arrows, as a terminal sends them in its two modes.
      (#"\e[A"#, "ed-prev-history"), (#"\eOA"#, "ed-prev-history"),
      (#"\e[B"#, "ed-next-history"), (#"\eOB"#, "ed-next-history"),
      (#"\e[C"#, "ed-next-char"), (#"\eOC"#, "ed-next-char"),
      (#"\e[D"#, "ed-prev-char"), (#"\eOD"#, "ed-prev-char"),
      // With Ctrl or Alt: by words; xterm, rxvt, and the Mac's Terminal.
      (#"\e[1;5C"#, "em-next-word"), (#"\e[1;3C"#, "em-next-word"), (#"\e[5C"#, "em-next-word"),
      (#"\eOc"#, "em-next-word"), (#"\e\e[C"#, "em-next-word"),
      (#"\e[1;5D"#, "ed-prev-word"), (#"\e[1;3D"#, "ed-prev-word"), (#"\e[5D"#, "ed-prev-word"),
      (#"\eOd"#, "ed-prev-word"), (#"\e\e[D"#, "ed-prev-word"),
      (#"\e[3;5~"#, "em-delete-next-word"),
      // Home, End, Delete: xterm, its other mode, the Linux console, rxvt.
      (#"\e[H"#, "ed-move-to-beg"), (#"\eOH"#, "ed-move-to-beg"), (#"\e[1~"#, "ed-move-to-beg"),
      (#"\e[7~"#, "ed-move-to-beg"),
      (#"\e[F"#, "ed-move-to-end"), (#"\eOF"#, "ed-move-to-end"), (#"\e[4~"#, "ed-move-to-end"),
      (#"\e[8~"#, "ed-move-to-end"),
      (#"\e[3~"#, "ed-delete-next-char"),
      // What begins with the same letters in the history.
      (#"\e[5~"#, "ed-search-prev-history"), (#"\e[6~"#, "ed-search-next-history"),
      // Keys without a meaning here would leave their last letters in the line.
      (#"\e[2~"#, "ed-unassigned"), (#"\e[Z"#, "ed-unassigned"), (#"\e[1;2A"#, "ed-unassigned"),
      (#"\e[1;2B"#, "ed-unassigned"), (#"\e[1;5A"#, "ed-unassigned"),
      (#"\e[1;5B"#, "ed-unassigned"),
      // The marks around pasted text, which a terminal may still send for the program before us.
      (#"\e[200~"#, Self.beginPaste), (#"\e[201~"#, Self.endPaste),
      (#"^I"#, Self.complete), (#"^C"#, Self.interrupt),
    ]
  }
}
