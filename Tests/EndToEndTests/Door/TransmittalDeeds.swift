import Foundation

/// What goes out and comes in.
extension Deed {
    static func sendPapers(_ original: String, _ document: String, to name: String, waybill: String) -> Deed {
        Deed(
            ["transmittal", "send", original, "\(document)@1x2", "--to", name, "--waybill", waybill, "--note", "到付"],
            answers: "transmittal",
            "POST", ["transmittals"],
            [
                "to": name, "waybill": waybill, "note": "到付",
                "items": [["original": original], ["document": document, "version": 1, "copies": 2]] as [[String: any Sendable]],
            ])
    }
    static func receivePapers(_ original: String, from name: String) -> Deed {
        Deed(
            ["transmittal", "receive", original, "--from", name, "--carrier", "by_hand"], answers: "transmittal", "POST",
            ["transmittals", "received"], ["from": name, "carrier": "by_hand", "items": [["original": original]]])
    }
    static func settle(_ transmittal: String, _ outcome: String, _ option: String, _ value: String) -> Deed {
        Deed(
            ["transmittal", "settle", transmittal, outcome, "--\(option)", value], answers: "transmittal", "POST",
            ["transmittals", transmittal, "settle"], ["outcome": outcome, option: value])
    }
    static func setWaybill(_ transmittal: String, _ waybill: String) -> Deed {
        Deed(
            ["transmittal", "set-waybill", transmittal, "--waybill", waybill], answers: "transmittal", "POST",
            ["transmittals", transmittal, "carriage"], ["waybill": waybill])
    }
    static func transmittal(_ transmittal: String) -> Deed {
        Deed(["transmittal", "show", transmittal], answers: "transmittal", "GET", ["transmittals", transmittal])
    }
    static func transmittals(_ words: String? = nil) -> Deed {
        Deed(["transmittal", "list"] + (words.map { [$0] } ?? []), answers: "transmittals", "GET", ["transmittals"], ["words": words])
    }
}

extension Walk {
    /// Papers go out, and what becomes of them; what is wrong is refused alike.
    func transmit(_ original: String, _ document: String) async throws {
        try await note(.sendPapers(original, document, to: "青禾置业", waybill: "EA123456784CN"))
        let sent = try await note(.sendPapers(original, document, to: "青禾置业", waybill: "SF1234567890123")).id
        try await note(.setWaybill(sent, "YT 1234567890123"))
        try await note(.transmittal(sent))
        try await note(.transmittal("T-0000-0000-0000"))
        for words in [nil, "yt1234567890123", "没有的"] { try await note(.transmittals(words)) }
        try await note(.settle(sent, "signed", "signer", "林工"))
        try await note(.settle(sent, "returned", "reason", "地址有误"))
        try await note(.receivePapers(original, from: "青禾置业"))
    }
}
