/// The pages that say how an archive is to be read, embedded in the program: they go into each archive's own folder, so that whoever has
/// only that can read it.
public enum FormatPages {
    public static var journal: [UInt8] { PackageResources.journal_md }
    public static var storageLayout: [UInt8] { PackageResources.storage_layout_md }
}
