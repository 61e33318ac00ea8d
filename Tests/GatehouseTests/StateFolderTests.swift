import TestSupport
import Testing

/// Settings that say where history and progress are kept, and lead nowhere.
struct StateFolderTests {
  private static let lesson = "lesson welcome\ndata\n503\nleave\nprogress\n"

  @Test(arguments: [
    ["HOME": "/dev/null"], ["HOME": "/proc"], ["XDG_STATE_HOME": "/dev/null"],
    ["XDG_STATE_HOME": "/proc/nothing"], ["GATEHOUSE_STATE": "/dev/null/state"],
  ])
  func whatCannotBeKeptIsToldOnceAndALessonGoesOn(_ variables: [String: String]) throws {
    let result = try TestUser(variables).run(input: Self.lesson)
    #expect(result.status == .exited(0))
    let complaints = result.error.split(separator: "\n")
    #expect(complaints.count == 1 && result.error.hasPrefix("your progress cannot be kept: "))
    #expect(result.output.contains("Bring a line back"))
  }

  @Test(arguments: [
    ["XDG_STATE_HOME": "not/absolute"], ["XDG_STATE_HOME": ""], ["XDG_CONFIG_HOME": "/dev/null"],
  ])
  func whatIsNoFolderForItIsPassedOver(_ variables: [String: String]) throws {
    let user = try TestUser(variables)
    let result = try user.run(input: Self.lesson)
    #expect(result.status == .exited(0) && result.error == "")
    #expect(user.home.names == [".local"])
  }
}
