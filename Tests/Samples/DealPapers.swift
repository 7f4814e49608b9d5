/// A deal paper that was made up: what a user would type, and what the paper says.
public struct DealPaper: Sendable {
    public let type: String
    public let number: String
    public let title: String
    public let party: String
    /// A day, as `2024-03-15`.
    public let signed: String
    /// In whole yuan.
    public let amount: Int
    public let handler: String
    public let body: String
}

/// Makes deal papers of ordinary Chinese, the same for the same seed: for tests and for `tools/bench`.
public struct DealPapers {
    private var random: SeededGenerator
    private var made = 0

    public init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    private mutating func one(_ choices: [String]) -> String { choices[Int.random(in: 0..<choices.count, using: &random)] }

    /// A further paper.
    ///
    /// - Parameter length: How many characters its text has, or a few more.
    public mutating func paper(length: Int = 480) -> DealPaper {
        let party = one(Self.places) + one(Self.names) + one(Self.trades) + "有限公司"
        let work = one(Self.goods) + one(Self.works)
        let year = Int.random(in: 2008...2025, using: &random)
        made += 1
        let number = "HT-\(year)-\(made < 10_000 ? String(String(made + 10_000).dropFirst()) : String(made))"
        var body = "甲方：\(party)。乙方：\(one(Self.places))明泰设备工程有限公司。"
        while body.unicodeScalars.count < length { body += sentence(work) }
        let kind = Self.kinds[made % Self.kinds.count]
        let month = year % 12 < 9 ? "0\(year % 12 + 1)" : "\(year % 12 + 1)"
        return DealPaper(
            type: kind.code, number: number, title: "\(one(Self.names))项目\(work)\(kind.name)", party: party, signed: "\(year)-\(month)-15",
            amount: Int.random(in: 5...5000, using: &random) * 1000, handler: one(Self.people), body: body)
    }

    private static let kinds: [(code: String, name: String)] = [
        ("contract", "合同"), ("quote", "报价书"), ("tender", "投标文件"), ("minutes", "会议纪要"), ("report", "验收报告"),
    ]

    private mutating func sentence(_ work: String) -> String {
        let days = Int.random(in: 3...180, using: &random)
        let who = one(Self.people), place = one(Self.places), thing = one(Self.goods), share = days % 50 + 5
        return one([
            "双方就\(work)的范围和质量达成一致，工期为\(days)天，自\(place)现场交付之日起计算。",
            "\(who)负责\(thing)的采购与安装，如有问题应在\(days)天内书面通知对方。",
            "合同总价的百分之\(share)作为质保金，在\(place)项目验收合格后\(days)天内支付。",
            "乙方在\(place)设有服务中心，负责\(thing)的日常维护，由\(who)担任主要联系人。",
            "本公司成立以来，先后在\(place)、\(one(Self.places))等地区完成\(thing)工程\(days)项。",
            "因天气、地震等不可抗力造成的延误，由双方在\(days)天内协商解决，并由\(who)记录原因。",
            "\(thing)的主要技术参数见附件，使用年限为\(days % 20 + 3)年，出现故障时首先联系\(who)。",
            "会议由\(who)主持，讨论了\(place)学校和医院的\(work)计划，决定下月开始施工。",
            "根据国家标准，\(thing)应当通过世界上通用的检测方法，结果由\(place)的机构公布。",
        ])
    }

    private static let places = [
        "北京", "上海", "广州", "深圳", "香港", "杭州", "南京", "武汉", "成都", "重庆", "西安", "长沙", "厦门", "青岛", "大连", "沈阳", "苏州", "福州", "南宁", "昆明", "台北", "天津",
        "河北", "山东",
    ]
    private static let names = [
        "华星", "天德", "永安", "新世纪", "金城", "东方", "太平", "长江", "中兴", "宏图", "瑞丰", "海通", "光明", "万达", "凯旋", "和平", "建业", "青年", "星河", "西湖", "泰山", "公园",
        "大学", "体育",
    ]
    private static let trades = ["电力", "科技", "建设", "贸易", "电子", "铁路", "影视", "农业", "化工", "教育", "医疗", "物流", "出版", "地产"]
    private static let goods = [
        "中央空调", "消防水泵", "配电柜", "电梯", "锅炉", "冷却塔", "安防监控", "音响设备", "照明灯具", "太阳能板", "网络机柜", "供水管道", "通风设备", "自动扶梯", "游泳池设备", "舞台机械", "机车配件",
        "实验室仪器",
    ]
    private static let works = ["供货", "安装", "维修", "改造", "保养", "设计", "租赁", "监理"]
    private static let people = ["陈国清", "李建军", "王晓梅", "张伟", "刘洋", "赵敏", "孙立新", "周海燕", "吴志强", "郑家明", "何志远", "林芳"]
}
