import Lessons
import Testing

struct NewLessonTests {
  @Test func theParserFindsNothingWrongWithIt() throws {
    let (lesson, faults) = LessonParser.parse(
      Array(NewLesson.text(id: "mine").utf8), file: "mine.md")
    #expect(faults == [])
    #expect(lesson?.pages.count == 3)
  }
}
