import Catalogue

extension LocalArchive {
    /// Projects the outcomes of extraction that lie in `derived/` into a catalogue made anew.
    func projectDerived(into generation: CatalogueGeneration) throws {}
}
