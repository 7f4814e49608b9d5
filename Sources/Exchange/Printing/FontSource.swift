/// Where the one family of fonts is that forms are printed in. What other fonts a machine has changes nothing: the same form has the same
/// bytes on each that has this one.
struct FontSource {
    static let family = "Noto Sans CJK SC"
    static let package = "fonts-noto-cjk"
    /// Where the system's packages put fonts, and where whoever looks after the system does.
    static let system = FontSource(folders: ["/usr/share/fonts", "/usr/local/share/fonts"])

    let folders: [String]

    /// For fontconfig. Its cache is the system's; the user's own is neither read nor written.
    var xml: String {
        """
        <fontconfig>
        \(folders.map { "<dir>\($0)</dir>" }.joined())<cachedir>/var/cache/fontconfig</cachedir>
        <selectfont>
        <rejectfont><pattern/></rejectfont>
        <acceptfont><pattern><patelt name="family"><string>\(FontSource.family)</string></patelt></pattern></acceptfont>
        </selectfont>
        </fontconfig>
        """
    }
}
