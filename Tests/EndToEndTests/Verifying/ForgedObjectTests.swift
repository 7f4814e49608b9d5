import Foundation
import Testing

@Suite("R-3: An object that was changed together with its inventory and its digests is refused")
struct ForgedObjectTests {
    /// Changes a document's bytes and every digest in its object that would tell.
    private func forge(_ program: Program, _ from: String, _ to: String) async throws {
        let script = """
            set -e; cd "$1"; content=$(grep -rl --include='*.txt' "$2" objects); object=${content%/v1/*}
            old=$(sha512sum < "$content" | cut -d' ' -f1); old256=$(sha256sum < "$content" | cut -d' ' -f1)
            chmod u+w "$content"; printf %s "$3" > "$content"
            new=$(sha512sum < "$content" | cut -d' ' -f1); new256=$(sha256sum < "$content" | cut -d' ' -f1)
            for folder in "$object" "$object/v1"; do
              chmod u+w "$folder/inventory.json" "$folder/inventory.json.sha512"
              sed -i "s/$old/$new/g; s/$old256/$new256/g" "$folder/inventory.json"
              echo "$(sha512sum < "$folder/inventory.json" | cut -d' ' -f1) inventory.json" > "$folder/inventory.json.sha512"
            done
            """
        let answer = try await program.run(["-c", script, "sh", program.root.path, from, to], by: "/bin/sh")
        #expect(answer.exitCode == 0, "\(answer.errors)")
    }

    @Test("by get, over HTTP, by verify; a new version of it is damage, not a stale version")
    func forged() async throws {
        let program = try await Program()
        let id = try await program.file(try program.write("a.txt", "壹拾万元"))
        try await program.run("account", "set", "甲", "--role", "archivist")
        let token = try await program.run("token", "create", "甲").output.trimmingCharacters(in: .whitespacesAndNewlines)
        let service = try await Service(program)
        let path = "documents/\(id)/versions/1/files/a.txt"
        #expect(try await service.get(path, token).status == 200)
        try await forge(program, "壹拾万元", "玖拾万元")
        let served = try await service.get(path, token)
        #expect(served.status == 500 && served.body.contains("M501"), "\(served)")
        try await service.stop()
        let got = try await program.run("get", id, "--output", program.folder.appendingPathComponent("out").path, "--json")
        #expect(got.exitCode == 74)
        #expect(got.error["code"] as? String == "M501")
        #expect(try await program.run("verify", "--json").exitCode == 1)
        let version = try await program.run("version", id, try program.write("b.txt", "乙"), "--reason", "补", "--json")
        #expect(version.exitCode == 74)
        #expect(version.error["code"] as? String == "M503", "\(version.errors)")
        #expect(try await program.run("log", "--type", "digest.differed", "--json").output.split(separator: "\n").count == 2)
    }

    @Test("of bytes that are not those filed nothing is read: no search finds them, and a hold on words keeps the document")
    func notRead() async throws {
        let program = try await Program()
        let path = try program.write("a.txt", "壹拾万元")
        let filed = try await program.run("file", path, "--type", "contract", "--no-extract", "--json")
        let id = try #require((filed.json["document"] as? [String: Any])?["id"] as? String)
        try await forge(program, "壹拾万元", "玖拾万元")
        #expect(try await program.run("extraction").exitCode == 0)
        #expect(try await program.run("search", "玖拾万元", "--json").json["total"] as? Int == 0)
        #expect(try await program.run("log", "--type", "digest.differed", "--json").output.contains("a.txt"))
        #expect(try await program.run("extraction", "--list", "--lang", "en").output.contains("not what was filed"))
        #expect(try await program.run("hold", "place", "--standing", "壹拾万元", "--reason", "诉讼", "--authority", "法院").exitCode == 0)
        #expect(try await program.run("withdraw", id, "--reason", "误", "--json").error["code"] as? String == "M303")
    }

    @Test("bytes changed in place are found though size and time of writing are as before, after they were served once")
    func sameTimes() async throws {
        let program = try await Program()
        let id = try await program.file(try program.write("a.txt", "壹拾万元"))
        try await program.run("account", "set", "甲", "--role", "archivist")
        let token = try await program.run("token", "create", "甲").output.trimmingCharacters(in: .whitespacesAndNewlines)
        let service = try await Service(program)
        let path = "documents/\(id)/versions/1/files/a.txt"
        #expect(try await service.get(path, token).status == 200)
        let script = """
            set -e; content=$(grep -rl --include='*.txt' 壹拾万元 "$1/objects"); touch -r "$content" "$1/../time"
            chmod u+w "$content"; printf %s 玖拾万元 > "$content"; touch -r "$1/../time" "$content"
            """
        #expect(try await program.run(["-c", script, "sh", program.root.path], by: "/bin/sh").exitCode == 0)
        let served = try await service.get(path, token)
        #expect(served.status != 200 || served.body != "玖拾万元", "\(served)")
        try await service.stop()
    }
}
