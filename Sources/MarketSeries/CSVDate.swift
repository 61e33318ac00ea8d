/// The date of a field: ten bytes, behind which a time of day may stand, which is cut.
struct CSVDate {
  let date: CalendarDate

  init?(_ bytes: [UInt8], _ range: Range<Int>) {
    guard range.count >= 10, let date = CalendarDate(ascii: bytes, at: range.lowerBound) else {
      return nil
    }
    if range.count > 10 {
      let separator = bytes[range.lowerBound + 10]
      guard separator == UInt8(ascii: "T") || separator == UInt8(ascii: " ") else { return nil }
      guard range.count > 11, bytes[range.lowerBound + 11] &- UInt8(ascii: "0") <= 9 else {
        return nil
      }
    }
    self.date = date
  }
}
