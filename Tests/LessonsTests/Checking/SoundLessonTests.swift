import Lessons
import Testing

struct SoundLessonTests {
  @Test func hasNoFaultAndNoWarning() throws {
    #expect(try SoundLesson.faults(in: SoundLesson.text) == [])
  }

  @Test func passesWhereTheOtherLessonsAreNotKnown() throws {
    #expect(try SoundLesson.faults(in: SoundLesson.text, among: nil) == [])
  }
}
