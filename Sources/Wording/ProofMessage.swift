public import Records

/// What a proof for a third party shows.
public enum ProofMessage: String, Message, Hashable {
    case whole, existence
    case notSigned = "not_signed"
    case notIncluded = "not_included"
    case payloadDiffers = "payload_differs"

    public var phrase: Phrase {
        switch self {
        case .whole:
            Phrase(
                "检查点签署时此事件已在日志中，其后未变：",
                "This event was in the journal when the checkpoint was signed, and has not changed since:")
        case .existence:
            Phrase(
                "检查点签署时此事件已在日志中；其内容已清除，只能证明其存在与日期：",
                "This event was in the journal when the checkpoint was signed; its payload was erased, so that only existence and date are shown:"
            )
        case .notSigned: Phrase("证明无效：检查点不是用所给公钥签署的", "No proof: the checkpoint is not signed by a key that was given")
        case .notIncluded: Phrase("证明无效：此事件不在检查点所签的日志中", "No proof: the event is not in the journal that the checkpoint signs")
        case .payloadDiffers: Phrase("证明无效：事件内容与其摘要不符", "No proof: the event's payload is not the one that its header names")
        }
    }
}
