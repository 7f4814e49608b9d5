import Archive
import HTTPTypes

extension Route {
    /// Papers that go out and come in (收发).
    static let transmittals: [Route] = [
        .list("transmittals", ListTransmittals.self),
        .change("transmittals", SendTransmittal.self, status: .created),
        .change("transmittals/received", ReceiveTransmittal.self, status: .created),
        .question("transmittals/{transmittal}", ShowTransmittal.self),
        .change("transmittals/{transmittal}/settle", SettleTransmittal.self),
        .change("transmittals/{transmittal}/carriage", SetCarriage.self),
        .file("transmittals/{transmittal}/form", PrintTransmittal.self),
    ]
}
