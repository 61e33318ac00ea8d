/// The name that differs from `word` in the fewest letters, at most two; `nil` when none is so
/// near.
///
/// Letters left out, added or changed count one each (Levenshtein's distance); upper and lower case
/// are the same.
func nearestName(to word: String, among names: [String]) -> String? {
  let letters = Array(word.lowercased().prefix(60))
  var nearest: (name: String, distance: Int)?
  for name in names where !name.isEmpty {
    let distance = editDistance(letters, Array(name.lowercased().prefix(60)))
    // A name of two letters is two changes away from any other.
    guard distance <= 2, distance < max(letters.count, name.count) else { continue }
    if distance < nearest?.distance ?? 3 { nearest = (name, distance) }
  }
  return nearest?.name
}

private func editDistance(_ left: [Character], _ right: [Character]) -> Int {
  var row = Array(0...right.count)
  for (i, letter) in left.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, other) in right.enumerated() {
      let changed = diagonal + (letter == other ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(changed, row[j] + 1, diagonal + 1)
    }
  }
  return row[right.count]
}
