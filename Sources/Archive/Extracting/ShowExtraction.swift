public import Catalogue
public import Records

/// How many files wait for their text, and which could not be read, as far as the actor may know.
public struct ShowExtraction: Question {
    public typealias Answer = ExtractionState
    public static let operation = Operation.readDocument
    public static var sample: ShowExtraction { ShowExtraction() }

    public init() {}

    public func answer(_ reading: Reading) throws -> ExtractionState {
        ExtractionState(waiting: try reading.waitingFiles(), failed: try reading.extractionFailures())
    }
}
