/// What stands for a value in Chinese help: `--reason <原因>`. In English the parser takes the name of the property.
enum ValueNames {
    private static let chinese = [
        "account": "账号", "appraiser": "角色", "address": "地址", "all": "意见", "batch": "批次", "actor": "操作者", "amount": "金额", "carrier": "承运人",
        "direction": "方向", "items": "内容", "outcome": "结果", "signer": "签收人", "transmittal": "递送", "at": "地址",
        "authority": "决定者", "backup": "备份",
        "base": "描述", "by": "日期",
        "check": "证明", "checkpoint": "检查点", "chinese": "名称", "class": "类目", "clear": "项", "code": "代码", "confidentiality": "密级",
        "connections": "个数", "contact": "姓名", "contact-note": "备注", "credit-limit": "金额",
        "connections-per-address": "个数", "contract": "合同", "date": "日期", "days": "天数", "delegation": "序号", "department": "部门",
        "digest": "摘要", "dir": "文件夹", "document": "文件", "document=decision": "文件=意见",
        "documents": "文件", "dossier": "案卷", "dossiers": "案卷",
        "effective": "日期", "email": "邮箱", "english": "名称", "event": "序号", "evidence": "文件", "expect": "版本", "expiry": "日期", "file": "文件",
        "folder": "文件夹",
        "former": "名称", "from": "时间", "full": "名称", "grade": "等级", "frozen": "查询", "grant": "序号", "handler": "经办人", "hold": "冻结",
        "host": "地址", "interval": "秒数", "into": "类目",
        "key": "键",
        "kind": "种类", "item": "应有材料", "copies": "份数", "form": "形式", "original": "原件", "place": "位置", "proof": "文件", "waybill": "运单号",
        "responsible": "账号", "template": "模板", "kind=code": "种类=代码", "ledger": "台账", "limit": "个数",
        "name": "名称", "name=value": "名称=值", "note": "备注", "number": "编号",
        "offset": "个数", "on": "日期", "options": "选项", "opinion": "意见", "other": "文件", "output": "路径", "paper": "份数", "party": "客户",
        "path": "路径",
        "paths": "路径",
        "pattern": "规则", "pack": "交底资料", "participants": "参加人", "receiver": "接收方", "recipient": "接收人", "text": "内容", "edition": "版次",
        "item=reason": "内容=原因",
        "phone": "电话", "port": "端口", "post": "职务", "query": "查询", "reason": "原因", "record": "档案", "records": "档案", "remove-code": "种类",
        "remove-contact": "姓名", "remove-name": "名称", "record-class": "类目", "relation": "关系", "role": "角色",
        "rule": "保管期限", "short": "名称", "signed": "日期", "since": "检查点", "site": "现场", "sort": "次序", "standing": "查询", "state": "状态",
        "subcommand": "命令", "supervisor": "角色", "title": "标题",
        "to": "时间", "token": "令牌", "type": "类型", "until": "日期", "value": "值", "version": "版本", "waiting": "事实", "with": "文件",
        "within": "秒数",
        "words": "查询",
        "zone": "时区",
    ]

    /// A synopsis with the names of its values in Chinese.
    static func chinese(in synopsis: String) -> String {
        synopsis.replacing(/<([^<> ]+)>/) { "<\(chinese[String($0.1)] ?? String($0.1))>" }
    }
}
