import Hummingbird
import Records
import Wording

/// The frame of every page.
struct Page {
    let title: String
    let body: String
    let tongue: Tongue
    var signedIn = false
    /// The address to come back to after changing the language.
    var address = "/"

    func response(_ status: HTTPResponse.Status = .ok) -> Response {
        Response(status: status, headers: [.contentType: "text/html; charset=utf-8"], body: .init(byteBuffer: ByteBuffer(string: text)))
    }

    private var text: String {
        let other: Tongue = tongue == .chinese ? .english : .chinese
        let signOut =
            signedIn ? "<form method=\"post\" action=\"/sign-out\"><button class=\"plain\">\(word("退出", "Sign out"))</button></form>" : ""
        return """
            <!doctype html>
            <html lang="\(tongue == .chinese ? "zh-CN" : "en")">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(HTML.escaped(title)) – Muniment</title><link rel="stylesheet" href="/style.css"></head>
            <body>
            <header><a class="brand" href="/">Muniment <span>\(word("档案库", "archive"))</span></a>
            <nav><a href="/language/\(other.rawValue)?to=\(HTML.queryValue(address))" lang="\(other == .chinese ? "zh-CN" : "en")">\(other == .chinese ? "中文" : "English")</a>\(signOut)</nav></header>
            <main>
            \(body)
            </main>
            </body></html>
            """
    }

    private func word(_ chinese: String, _ english: String) -> String { Phrase(chinese, english).text(tongue) }

    /// A page that says what went wrong.
    static func problem(_ problem: Problem, _ tongue: Tongue) -> Response {
        let detail = problem.detail.map { "<p>\(HTML.escaped($0))</p>" } ?? ""
        let body =
            "<h1>\(HTML.escaped(problem.title))</h1>\(detail)<p><a href=\"/\">\(Phrase("回到检索", "Back to the search").text(tongue))</a></p>"
        var response = Page(title: problem.title, body: body, tongue: tongue).response(.init(code: problem.status))
        response.headers.append(contentsOf: problem.headers)
        return response
    }

    static let style = """
        :root { --ink: #1d2730; --soft: #5b6770; --line: #dfe4e8; --accent: #0b6a5d; --paper: #fff; --ground: #f5f6f4; }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.6 "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif; }
        header { display: flex; justify-content: space-between; align-items: center; gap: 1rem; padding: .8rem 1.2rem; background: var(--paper); border-bottom: 1px solid var(--line); }
        .brand { font-weight: 700; color: var(--ink); text-decoration: none; } .brand span { color: var(--soft); font-weight: 400; }
        nav { display: flex; gap: 1rem; align-items: center; } nav form { margin: 0; }
        a { color: var(--accent); } a:focus, button:focus, input:focus, select:focus { outline: 3px solid #7cc4b8; outline-offset: 1px; }
        main { max-width: 70rem; margin: 0 auto; padding: 1.2rem; }
        h1 { font-size: 1.4rem; margin: .4rem 0 1rem; } h2 { font-size: 1.05rem; margin: 1.4rem 0 .4rem; }
        .search { display: flex; gap: .6rem; flex-wrap: wrap; } .search input { flex: 1 1 16rem; min-width: 0; }
        input, select, button { font: inherit; padding: .55rem .8rem; border: 1px solid #b9c2c8; border-radius: .4rem; background: var(--paper); color: inherit; }
        button { background: var(--accent); border-color: var(--accent); color: #fff; cursor: pointer; } button.plain { background: none; border: 0; color: var(--accent); padding: .2rem; }
        .columns { display: grid; grid-template-columns: 15rem 1fr; gap: 1.6rem; margin-top: 1.2rem; }
        .facets ul { list-style: none; margin: 0; padding: 0; } .facets li { display: flex; justify-content: space-between; gap: .6rem; padding: .1rem 0; } .facets a { overflow-wrap: anywhere; }
        .count { color: var(--soft); } .hit { background: var(--paper); border: 1px solid var(--line); border-radius: .5rem; padding: .9rem 1.1rem; margin-bottom: .8rem; }
        .hit h2 { margin: 0; font-size: 1.05rem; overflow-wrap: anywhere; } .facts { color: var(--soft); font-size: .9rem; } .snippet { margin: .3rem 0 0; overflow-wrap: anywhere; }
        mark { background: #fbe7a1; color: inherit; padding: 0 .1em; } .note { background: #fff7dd; border: 1px solid #ecd98d; border-radius: .4rem; padding: .5rem .8rem; margin: .8rem 0; }
        table { border-collapse: collapse; width: 100%; background: var(--paper); } th, td { text-align: left; vertical-align: top; padding: .45rem .7rem; border: 1px solid var(--line); overflow-wrap: anywhere; } th { width: 9rem; color: var(--soft); font-weight: 500; }
        .wide { overflow-x: auto; } .list { min-width: 60rem; } .list th { width: auto; } .list td:first-child code { white-space: nowrap; } code { font: .85em ui-monospace, monospace; }
        .pages { display: flex; gap: 1rem; justify-content: center; margin: 1rem 0; } .warning { color: #8a5a00; } .digest { font: .8rem ui-monospace, monospace; color: var(--soft); overflow-wrap: anywhere; }
        .sign-in { max-width: 26rem; margin: 3rem auto; background: var(--paper); border: 1px solid var(--line); border-radius: .6rem; padding: 1.4rem; } .sign-in label, .sign-in input, .sign-in button { display: block; width: 100%; } .sign-in input { margin: .3rem 0 1rem; }
        @media (max-width: 44rem) { .columns { grid-template-columns: 1fr; } .facets { order: 2; } th { width: 6rem; } }
        """
}
