import Schemas

/// The page for whoever finds a backup.
enum BackupReadme {
    static let bytes: [UInt8] =
        Array(
            """
            这是 Muniment 档案库的备份。请勿在此归档，也不要修改任何文件。
              muniment backup verify 本文件夹     核对备份
              muniment restore 本文件夹 新文件夹    恢复成档案库

            This is a backup of a Muniment archive. File nothing here, and change nothing.
              muniment backup verify THIS-FOLDER      check it
              muniment restore THIS-FOLDER NEW-FOLDER  make an archive of it

            backup.json says how far it goes: the first so many events of journal/, and the objects that these name. What is newer here is
            the beginning of a later run. All else is as in the archive itself:


            """.utf8) + Schema.storageReadme
}
