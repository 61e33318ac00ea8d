/// A script that lets a shell of the system complete the commands of Gatehouse.
///
/// Each finds the place of the word at the cursor: the verb, the word behind it where that selects a form, and the key
/// before a `=`. One `case` then tells what could stand there.
enum CompletionScript: String, CaseIterable {
  case bash
  case zsh
  case fish

  /// The script.
  func text(for places: [CompletionPlaces.Place]) -> String {
    switch self {
    case .bash: Self.bash(places)
    case .zsh: Self.zsh(places)
    case .fish: Self.fish(places)
    }
  }

  /// The pattern that matches the places where a form is selected.
  private static func forms(_ places: [CompletionPlaces.Place]) -> [String] {
    places.map(\.name).filter { $0.contains(" ") && !$0.hasSuffix("=") }
  }

  // MARK: bash

  private static func bash(_ places: [CompletionPlaces.Place]) -> String {
    let cases = places.map { place in
      "    \(quoted(place.name)))\n      words=\(quoted(place.words.map(\.text).joined(separator: " ")))"
        + (place.takesFile ? "\n      files=yes" : "") + " ;;\n"
    }
    return #"""
      # Completion of gatehouse for bash, made by: gatehouse completions bash
      _gatehouse() {
        local line=${COMP_LINE:0:COMP_POINT} place= typed words= files= word
        local -a before=()
        typed=${line##*[[:space:]]}
        line=${line%"$typed"}
        for word in ${line#*[[:space:]]}; do
          [[ $word == -* ]] || before+=("$word")
        done
        place=${before[0]-}
        case "${before[0]-} ${before[1]-}" in
          \#(forms(places).map(quoted).joined(separator: "|")))
            place+=" ${before[1]}" ;;
        esac
        case $typed in
          -*) COMPREPLY=($(compgen -W '\#(optionNames)' -- "$typed")); return ;;
          *=*) place+=" ${typed%%=*}="; typed=${typed#*=} ;;
        esac
        case $place in
      \#(cases.joined())      esac
        COMPREPLY=($(compgen -W "$words" -- "$typed"))
        if [[ $files && $place$typed ]]; then
          while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -f -- "$typed")
          compopt -o filenames 2>/dev/null
        fi
        [[ ${COMPREPLY[0]-} != *= ]] || compopt -o nospace 2>/dev/null
      }
      complete -F _gatehouse gatehouse

      """#
  }

  // MARK: zsh

  private static func zsh(_ places: [CompletionPlaces.Place]) -> String {
    let cases = places.map { place in
      var text = "    (\(quoted(place.name)))\n"
      let keys = place.words.filter { $0.text.hasSuffix("=") }
      for (name, words) in [
        ("list", place.words.filter { !$0.text.hasSuffix("=") }), ("keys", keys),
      ] where !words.isEmpty {
        let items = words.map { word in
          let item = [word.text, word.meaning].map { $0.replacing(":", with: "\\:") }
          return "      " + quoted(word.meaning.isEmpty ? item[0] : item.joined(separator: ":"))
            + "\n"
        }
        text += "      \(name)=(\n\(items.joined())      )\n"
      }
      return text + (place.takesFile ? "      files=yes\n" : "") + "      ;;\n"
    }
    return #"""
      #compdef gatehouse
      # Completion of gatehouse for zsh, made by: gatehouse completions zsh
      _gatehouse() {
        local place files word
        local -a before list keys
        for word in ${words[2,CURRENT-1]}; do
          [[ $word == -* ]] || before+=("$word")
        done
        place=$before[1]
        case "$before[1] $before[2]" in
          (\#(forms(places).map(quoted).joined(separator: "|")))
            place+=" $before[2]" ;;
        esac
        if [[ $PREFIX == -* ]]; then
          compadd -- \#(optionNames)
          return
        elif [[ $PREFIX == *=* ]]; then
          place+=" ${PREFIX%%\=*}="
          compset -P 1 '*='
        fi
        case $place in
      \#(cases.joined())      esac
        (( ! $#list )) || _describe 'word' list
        (( ! $#keys )) || _describe 'key' keys -S ''
        [[ -z $files || -z $place$PREFIX ]] || _files
      }
      _gatehouse "$@"

      """#
  }

  // MARK: fish

  private static func fish(_ places: [CompletionPlaces.Place]) -> String {
    let cases = places.map { place in
      let words = place.words.map { word in
        "        printf '%s\\t%s\\n' $key\(fishQuoted(word.text)) \(fishQuoted(word.meaning))\n"
      }
      return "    case \(fishQuoted(place.name))\n\(words.joined())"
        + (place.takesFile ? "        __gatehouse_files $key\n" : "")
    }
    return #"""
      # Completion of gatehouse for fish, made by: gatehouse completions fish
      function __gatehouse_files
        for file in (__fish_complete_path (string replace -r '^[^=]*=' '' -- (commandline -ct)))
          printf '%s\n' "$argv$file"
        end
      end

      function __gatehouse
        set -l before (string match -v -- '-*' (commandline -opc)[2..-1])
        set -l place "$before[1]"
        set -l key ''
        switch "$before[1] $before[2]"
          case \#(forms(places).map(fishQuoted).joined(separator: " "))
            set place "$place $before[2]"
        end
        if string match -q -- '*=*' (commandline -ct)
          set key (string replace -r '=.*$' '=' -- (commandline -ct))
          set place "$place $key"
        end
        switch "$place"
      \#(cases.joined())      end
      end

      complete -c gatehouse -f -a '(__gatehouse)'
      \#(ProcessOption.all.map(\.fishLine).joined(separator: "\n"))

      """#
  }

  private static var optionNames: String {
    ProcessOption.all.map(\.name).joined(separator: " ")
  }
}

extension ProcessOption {
  fileprivate var fishLine: String {
    let flag = name.hasPrefix("--") ? "-l \(name.dropFirst(2))" : "-s \(name.dropFirst())"
    return "complete -c gatehouse \(flag)\(value.isEmpty ? "" : " -r") -d \(fishQuoted(purpose))"
  }
}

/// The text as one word of bash and zsh.
private func quoted(_ text: String) -> String {
  "'" + text.replacing("'", with: #"'\''"#) + "'"
}

/// The text as one word of fish.
private func fishQuoted(_ text: String) -> String {
  "'" + text.replacing(#"\"#, with: #"\\"#).replacing("'", with: #"\'"#) + "'"
}
