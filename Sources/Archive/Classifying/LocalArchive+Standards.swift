import Schemas

extension LocalArchive {
    /// The scheme that the program brings, as YAML.
    public static var standardScheme: String { String(decoding: Schema.scheme, as: UTF8.self) }
    /// The schedule that the program brings, as YAML.
    public static var standardSchedule: String { String(decoding: Schema.schedule, as: UTF8.self) }
}
