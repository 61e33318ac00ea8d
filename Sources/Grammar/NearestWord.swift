/// The word of `candidates` that a typist most probably meant by `word`.
///
/// The distance counts insertions, deletions, replacements and swaps of neighbours (Damerau 1964,
/// restricted form). A word is near within 2, one of up to four letters within 1, and only when fewer
/// letters changed than the longer of the two has: `x` suggests nothing. A longer word that `word`
/// begins (of three letters at least) is near as well.
///
/// - Returns: The nearest candidate, the first of equals; `nil` when none is near.
public func nearestWord(to word: String, among candidates: some Sequence<String>) -> String? {
  let typed = Array(word.lowercased())
  guard !typed.isEmpty, typed.count <= 40 else { return nil }
  var best: (word: String, distance: Int)?
  for candidate in candidates {
    let letters = Array(candidate.lowercased())
    guard abs(letters.count - typed.count) <= 2 || letters.starts(with: typed) else { continue }
    let distance = editDistance(typed, letters)
    let longer = max(typed.count, letters.count)
    let isNear = distance <= (longer <= 4 ? 1 : 2) && distance < longer
    let isBegun = typed.count >= 3 && letters.starts(with: typed)
    guard isNear || isBegun else { continue }
    let rank = isNear ? distance : 3
    if rank < best?.distance ?? Int.max { best = (candidate, rank) }
  }
  return best?.word
}

/// The number of single-letter edits between two words, a swap of neighbours counting one.
func editDistance(_ a: [Character], _ b: [Character]) -> Int {
  var beforeLast = [Int](repeating: 0, count: b.count + 1)
  var last = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1] + [Int](repeating: 0, count: b.count)
    for j in b.indices {
      let replaced = last[j] + (a[i] == b[j] ? 0 : 1)
      row[j + 1] = min(replaced, last[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        row[j + 1] = min(row[j + 1], beforeLast[j - 1] + 1)
      }
    }
    beforeLast = last
    last = row
  }
  return last[b.count]
}
