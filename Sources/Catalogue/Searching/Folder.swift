import Foundation

/// Folds one text from its bytes. Most characters of our texts need a table look-up at most; the few others go through the
/// normalization of the standard library, in pieces that nothing outside them can combine with.
struct Folder {
    private(set) var scalars: [UInt32] = []
    private(set) var origins: [Int32] = []
    /// Code points read.
    private(set) var index = 0
    private let keepsOrigins: Bool
    private let variants = Variants.table

    /// The gap being read: how many line breaks it has, nil when none is open.
    private var gapBreaks: Int?
    private var gapStart: Int32 = 0
    private var gapEndsInReturn = false
    /// Code points that must be normalized together, and where they begin.
    private var piece: [Unicode.Scalar] = []
    private var pieceStart: Int32 = 0

    init(keepingOrigins: Bool, capacity: Int) {
        keepsOrigins = keepingOrigins
        scalars.reserveCapacity(capacity)
        if keepingOrigins { origins.reserveCapacity(capacity) }
    }

    /// Folds a whole text in valid UTF-8; a byte that is not is passed over.
    mutating func fold(_ bytes: UnsafeBufferPointer<UInt8>) {
        var place = 0
        while place < bytes.count {
            if takeCommon(bytes, at: &place) { continue }
            let (scalar, size) = Folder.decode(bytes, at: place)
            place += size
            take(scalar)
            index += 1
        }
        endPiece()
        closeGap(before: 0)
    }

    /// Takes one character of the usual kinds the short way: Han of the basic block; and ASCII, also in its full-width form, before ASCII
    /// or Han, so that nothing combines with it.
    private mutating func takeCommon(_ bytes: UnsafeBufferPointer<UInt8>, at place: inout Int) -> Bool {
        let first = bytes[place]
        let origin = Int32(truncatingIfNeeded: index)
        if (0xE4...0xE9).contains(first), place + 2 < bytes.count {
            if !piece.isEmpty { endPiece() }
            let scalar = UInt32(first & 0x0F) << 12 | UInt32(bytes[place + 1] & 0x3F) << 6 | UInt32(bytes[place + 2] & 0x3F)
            add(variants.simplified(scalar), from: origin)
            place += 3
        } else if first < 0x80, Folder.combinesWithNothing(bytes, at: place + 1) {
            if !piece.isEmpty { endPiece() }
            append(Folder.lowercased(UInt32(first)), from: origin)
            place += 1
        } else if first == 0xEF, place + 2 < bytes.count, let ascii = Folder.fullWidth(bytes[place + 1], bytes[place + 2]),
            Folder.combinesWithNothing(bytes, at: place + 3)
        {
            if !piece.isEmpty { endPiece() }
            append(Folder.lowercased(ascii), from: origin)
            place += 3
        } else {
            return false
        }
        index += 1
        return true
    }

    /// Whether ASCII or Han of the basic block follows.
    private static func combinesWithNothing(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
        place < bytes.count && (bytes[place] < 0x80 || (0xE4...0xE9).contains(bytes[place]))
    }

    private static func lowercased(_ ascii: UInt32) -> UInt32 { (65...90).contains(ascii) ? ascii + 32 : ascii }

    /// What U+FF01 to U+FF5E stand for, by their last two bytes.
    private static func fullWidth(_ second: UInt8, _ third: UInt8) -> UInt32? {
        let scalar = 0xF000 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F)
        return (0xFF01...0xFF5E).contains(scalar) ? scalar - 0xFEE0 : nil
    }

    private mutating func take(_ scalar: UInt32) {
        let simple = Folder.standsAlone(scalar)
        if simple || !Folder.joinsBefore(scalar) { endPiece() }
        if piece.isEmpty { pieceStart = Int32(truncatingIfNeeded: index) }
        if simple, scalar >= 0x300 {
            // Han and punctuation: never changed by what follows, but for marks, which begin a piece of their own then.
            append(scalar, from: Int32(truncatingIfNeeded: index))
        } else if let scalar = Unicode.Scalar(scalar) {
            piece.append(scalar)
        }
    }

    /// Whether a character is normal already and combines with nothing before it.
    private static func standsAlone(_ scalar: UInt32) -> Bool {
        (0x4E00...0x9FFF).contains(scalar) || (0x3400...0x4DBF).contains(scalar) || (scalar < 0x300 && scalar != 0xAD)
            || (0x3001...0x3029).contains(scalar) || (0x2012...0x2016).contains(scalar) || (0x2018...0x201F).contains(scalar)
    }

    /// Whether a character may combine with the one before it, or vanishes and so brings its neighbours together.
    private static func joinsBefore(_ scalar: UInt32) -> Bool {
        if (0x1100...0x11FF).contains(scalar) || (0xD7B0...0xD7FF).contains(scalar) || (0xFF9E...0xFFDC).contains(scalar) { return true }
        guard let scalar = Unicode.Scalar(scalar) else { return true }
        let properties = scalar.properties
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: return true
        default: return properties.isDefaultIgnorableCodePoint || properties.canonicalCombiningClass != .notReordered
        }
    }

    private mutating func endPiece() {
        guard !piece.isEmpty else { return }
        if piece.count == 1, piece[0].value < 0x80 {
            let value = piece[0].value
            append(Folder.lowercased(value), from: pieceStart)
        } else {
            for scalar in Folder.normalized(piece) { append(scalar.value, from: pieceStart) }
        }
        piece.removeAll(keepingCapacity: true)
    }

    /// NFKC and case folding until nothing changes; without characters that are ignored by default.
    private static func normalized(_ piece: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var scalars = piece.filter { !$0.properties.isDefaultIgnorableCodePoint }
        for _ in 0..<4 {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars)
            let composed = Array(String(view).precomposedStringWithCompatibilityMapping.unicodeScalars)
            let lower = composed.flatMap { scalar in
                scalar.properties.uppercaseMapping.unicodeScalars.flatMap { $0.properties.lowercaseMapping.unicodeScalars }
            }.filter { !$0.properties.isDefaultIgnorableCodePoint }
            if lower == scalars { break }
            scalars = lower
        }
        return scalars
    }

    /// Adds a normal character: opens, widens or closes a gap, and makes variants one.
    private mutating func append(_ scalar: UInt32, from origin: Int32) {
        switch scalar {
        case 0x20, 0x09, 0xA0, 0x3000, 0x1680, 0x2000...0x200A, 0x202F, 0x205F: widenGap(breaks: 0, at: origin)
        case 0x0A: widenGap(breaks: gapEndsInReturn ? 0 : 1, at: origin)
        case 0x0D, 0x0B, 0x85, 0x2028:
            widenGap(breaks: 1, at: origin)
            gapEndsInReturn = scalar == 0x0D
        case 0x2029: widenGap(breaks: 2, at: origin)
        case 0x2010...0x2015, 0x2212: add(0x2D, from: origin)
        default: add(variants.simplified(scalar), from: origin)
        }
    }

    private mutating func widenGap(breaks: Int, at origin: Int32) {
        if gapBreaks == nil { gapStart = origin }
        gapBreaks = (gapBreaks ?? 0) + breaks
        gapEndsInReturn = false
    }

    private mutating func add(_ scalar: UInt32, from origin: Int32) {
        closeGap(before: scalar)
        scalars.append(scalar)
        if keepsOrigins { origins.append(origin) }
    }

    private mutating func closeGap(before scalar: UInt32) {
        guard let breaks = gapBreaks else { return }
        gapBreaks = nil
        gapEndsInReturn = false
        if breaks < 2, let last = scalars.last, CharacterClass.isSign(last), CharacterClass.isSign(scalar) { return }
        for _ in 0..<(breaks < 2 ? 1 : 2) {
            scalars.append(breaks < 2 ? 0x20 : 0x0A)
            if keepsOrigins { origins.append(gapStart) }
        }
    }

    /// The code point at a place and its size in bytes.
    private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> (UInt32, Int) {
        let first = UInt32(bytes[place])
        guard first >= 0x80 else { return (first, 1) }
        let size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard first >= 0xC2, place + size <= bytes.count else { return (0xFFFD, 1) }
        var scalar = first & (0xFF >> UInt32(size + 1))
        for offset in 1..<size { scalar = scalar << 6 | UInt32(bytes[place + offset] & 0x3F) }
        return (scalar, size)
    }
}
