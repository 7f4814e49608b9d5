import GRDB
import Records

extension ObjectsChecked: Projectable {
    func project(_ projection: Projection) throws {
        for document in documents {
            try projection.run(
                "UPDATE documents SET checked_at = ? WHERE id = ?", [projection.event.at.milliseconds, document.compact])
        }
    }
}
