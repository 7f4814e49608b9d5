/// The names by which a query asks for a field, in both languages.
enum SearchField: String, CaseIterable {
    case type, party, number, title, signed, effective, expiry, filed, amount, handler, status, `class`, confidentiality, id

    var names: [String] {
        switch self {
        case .type: ["type", "类型", "文件类型", "种类", "类别"]
        case .party: ["party", "客户", "相对方", "对方", "单位", "乙方", "甲方", "供应商"]
        case .number: ["number", "no", "编号", "合同编号", "合同号", "文件编号", "号"]
        case .title: ["title", "标题", "名称", "题名", "合同名称"]
        case .signed: ["signed", "签订", "签署", "签订日期", "签署日期", "日期", "date"]
        case .effective: ["effective", "生效", "生效日", "生效日期"]
        case .expiry: ["expiry", "expires", "到期", "到期日", "截止", "有效期", "有效期至"]
        case .filed: ["filed", "归档", "归档日期", "入库"]
        case .amount: ["amount", "金额", "合同金额", "总价"]
        case .handler: ["handler", "经办", "经办人"]
        case .status: ["status", "state", "状态"]
        case .class: ["class", "类目", "分类"]
        case .confidentiality: ["confidentiality", "密级"]
        case .id: ["id", "标识"]
        }
    }

    /// The field of this name, folded; nil where none has it.
    init?(named name: String) {
        guard let field = SearchField.byName[name] else { return nil }
        self = field
    }

    private static let byName: [String: SearchField] = Dictionary(
        allCases.flatMap { field in field.names.map { (Fold.string($0), field) } }, uniquingKeysWith: { first, _ in first })
}
