import Testing

@testable import Shell

struct PlacesTests {
  @Test func theSettingsOfGatehouseComeFirst() {
    let places = Places(
      environment: [
        "HOME": "/home/ada", "GATEHOUSE_HOME": "/class", "GATEHOUSE_STATE": "/kept",
        "XDG_STATE_HOME": "/xdg", "XDG_CONFIG_HOME": "/settings",
      ], executable: nil)
    #expect(places.dataFolder == "/class/data")
    #expect(places.lessonsFolder == "/class/lessons")
    #expect(places.stateFolder == "/kept")
    #expect(places.configFolder == "/settings/gatehouse")
  }

  @Test func theXDGFoldersAreTheNextBest() {
    let places = Places(
      environment: ["HOME": "/home/ada", "XDG_STATE_HOME": "/xdg"], executable: nil)
    #expect(places.stateFolder == "/xdg/gatehouse")
    #expect(places.configFolder == "/home/ada/.config/gatehouse")
  }

  @Test(arguments: ["", "state", "./state"])
  func aRelativeXDGFolderIsIgnored(value: String) {
    let places = Places(
      environment: ["HOME": "/home/ada", "XDG_STATE_HOME": value, "GATEHOUSE_STATE": ""],
      executable: nil)
    #expect(places.stateFolder == "/home/ada/.local/state/gatehouse")
  }

  @Test func withoutAHomeNothingIsKept() {
    let places = Places(environment: [:], executable: nil)
    #expect(places.home == nil && places.stateFolder == nil && places.configFolder == nil)
  }

  @Test func anInstalledProgramFindsItsShare() throws {
    let folder = try TemporaryFolder()
    _ = try folder.makeFolder("share/gatehouse/data")
    _ = try folder.makeFolder("share/gatehouse/lessons")
    let places = Places(environment: [:], executable: folder("bin/gatehouse"))
    #expect(places.dataFolder == folder("share/gatehouse/data"))
    #expect(places.lessonsFolder == folder("share/gatehouse/lessons"))
  }

  @Test func aBuiltProgramFindsItsCheckout() throws {
    let folder = try TemporaryFolder()
    _ = try folder.makeFolder("data")
    _ = try folder.makeFolder("lessons")
    let executable = folder(".build/x86_64/release/gatehouse")
    // Any folder may hold a `data` and a `lessons`.
    #expect(Places(environment: [:], executable: executable).dataFolder != folder("data"))

    _ = try folder.make("Package.swift")
    #expect(Places(environment: [:], executable: executable).dataFolder == folder("data"))
  }

  @Test func theRunningProgramIsKnownByItsRealPath() throws {
    let executable = try #require(Places.executable())
    #expect(executable.hasPrefix("/"))
    #expect(try Files().realPath(executable) == executable)
    #expect(Places.current().home != nil)
  }
}
