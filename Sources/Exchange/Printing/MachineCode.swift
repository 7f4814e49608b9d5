import CZint

/// A text as machines read it: dark rectangles on a light ground, to be drawn at any size.
struct MachineCode {
    /// How it is written.
    enum Kind {
        /// For scanners that read a line (ISO/IEC 15417).
        case bars
        /// For cameras (ISO/IEC 18004); at level M, of which a seventh may be illegible.
        case square

        fileprivate var symbology: Int32 { self == .bars ? BARCODE_CODE128 : BARCODE_QRCODE }
    }

    /// In units of its own, from the upper left corner.
    struct Rectangle {
        let x, y, width, height: Double
    }

    let width: Double
    let height: Double
    let rectangles: [Rectangle]

    /// - Parameter text: ASCII, some 80 characters at most.
    /// - Throws: ``ExchangeError/drawing(_:)``, ``ExchangeError/noMemory``.
    init(_ text: String, as kind: Kind) throws(ExchangeError) {
        // Of an empty text the library looks for an end.
        guard !text.isEmpty else { throw .drawing("zint: nothing to encode") }
        guard let symbol = ZBarcode_Create() else { throw .noMemory }
        defer { ZBarcode_Delete(symbol) }
        symbol.pointee.symbology = kind.symbology
        symbol.pointee.show_hrt = 0
        // Of QR: 2 is level M.
        if kind == .square { symbol.pointee.option_1 = 2 }
        let bytes = Array(text.utf8)
        let code = ZBarcode_Encode_and_Buffer_Vector(symbol, bytes, Int32(bytes.count), 0)
        guard code < ZINT_ERROR, let vector = symbol.pointee.vector else { throw .drawing("zint \(code)") }
        (width, height) = (Double(vector.pointee.width), Double(vector.pointee.height))
        var (next, found): (UnsafeMutablePointer<zint_vector_rect>?, [Rectangle]) = (vector.pointee.rectangles, [])
        while let rectangle = next {
            let rect = rectangle.pointee
            found.append(Rectangle(x: Double(rect.x), y: Double(rect.y), width: Double(rect.width), height: Double(rect.height)))
            next = rect.next
        }
        rectangles = found
    }
}
