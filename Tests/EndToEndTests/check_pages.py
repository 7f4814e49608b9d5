"""Walks through the pages as a person does, in chromium, and says what is wrong.

    check_pages.py WAY WIDTHxHEIGHT SCRIPTS ...

WAY is a function below, gone once in each window; SCRIPTS is yes or no. The environment says where the service is and how to get in: ADDRESS, LINK, ACCOUNT, PASSWORD; and FOLDER,
where the samples lie. Each page that is met is held to WCAG 2.2 AA by axe (which needs scripts), may not scroll sideways, and may write no error.
"""
import hashlib
import os
import re
import sys
import zipfile
from datetime import datetime
from urllib.parse import parse_qsl, urlsplit

from zoneinfo import ZoneInfo

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect, sync_playwright

ADDRESS, LINK, ACCOUNT, PASSWORD = (os.environ[name] for name in ("ADDRESS", "LINK", "ACCOUNT", "PASSWORD"))
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}


class Visitor:
    """A browser's window, and everything that each page in it is held to."""

    def __init__(self, context, width, scripts):
        self.page, self.width, self.scripts = context.new_page(), width, scripts
        self.page.set_default_timeout(15_000)
        self.errors, self.titles = [], {}
        self.page.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))

    def open(self, path, status=200):
        answer = self.page.goto(ADDRESS + path)
        assert answer.status == status, f"{path} is answered {answer.status}"
        self.check(status)

    def press(self, role, name, status=200):
        """Presses a link or a button and waits for the page that it leads to."""
        with self.page.expect_navigation() as found:
            self.page.get_by_role(role, name=name, exact=True).first.click()
        assert found.value.status == status, f"{name} leads to {found.value.status}"
        self.check(status)

    def check(self, status=200):
        where = f"{self.page.url} at {self.width}"
        # Chromium writes the status of a page that is a refusal; everything else is a fault.
        errors = [error for error in self.errors if status < 400 or f"status of {status}" not in error]
        assert not errors, f"{where}: {errors}"
        self.errors.clear()
        for what in ("main", "header", "h1"):
            assert self.page.locator(what).count() == 1, f"{where}: {self.page.locator(what).count()} of {what}"
        wide = self.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= self.width, f"{where}: scrolls sideways, {wide} wide"
        title = self.page.title()
        assert self.titles.setdefault(title, page_of(self.page.url)) == page_of(self.page.url), f"{where}: “{title}” is another page's title"
        if self.scripts:
            report = Axe().run(self.page, options=RULES).response
            assert len(report["passes"]) > 5, f"{where}: axe has looked at nothing"
            assert not report["violations"], f"{where}: " + "; ".join(
                f"{rule['id']}: {rule['nodes'][0]['html']}" for rule in report["violations"])

    def act_as(self, name, path=None):
        """Goes on as somebody else."""
        if self.page.get_by_role("button", name="退出").count():
            self.press("button", "退出")
        self.sign_in(name)
        self.titles.clear()
        if path:
            self.open(path)

    def sign_in(self, name=ACCOUNT, password=PASSWORD):
        self.open("/sign-in")
        self.page.get_by_label("账号").fill(name)
        self.page.get_by_label("密码").fill(password)
        self.press("button", "登录")
        expect(self.page.get_by_role("status")).to_have_text("已登录。")


def page_of(url):
    """Which page it is: what is asked, but for what is so without asking. Signing in has one title on all its ways."""
    parts = urlsplit(url)
    asked = [pair for pair in parse_qsl(parts.query) if pair != ("sort", "relevance")]
    return parts.path, [] if parts.path == "/sign-in" else asked


def one_time_link(visitor):
    """A one-time link signs in once."""
    visitor.open(LINK)
    visitor.press("button", "登录")
    expect(visitor.page.get_by_role("status")).to_have_text("已登录。")
    expect(visitor.page.get_by_role("banner")).to_contain_text(ACCOUNT)
    visitor.press("link", "程序接口")
    assert visitor.page.get_by_role("status").count() == 0, "the notice is said twice"
    visitor.press("button", "退出")
    expect(visitor.page.get_by_role("status")).to_have_text("已退出。")
    visitor.open(LINK)
    visitor.press("button", "登录", 401)
    expect(visitor.page.locator("#failed")).to_be_visible()


def password(visitor):
    """A wrong password is refused and the account's name stays; the right one signs in; signing out ends the visit."""
    visitor.open("/sign-in")
    visitor.page.get_by_label("账号").fill(ACCOUNT)
    visitor.page.get_by_label("密码").fill("wrong-password")
    visitor.press("button", "登录", 401)
    expect(visitor.page.get_by_label("账号")).to_have_value(ACCOUNT)
    visitor.page.get_by_label("密码").fill(PASSWORD)
    visitor.press("button", "登录")
    visitor.press("button", "退出")
    visitor.page.goto(ADDRESS + "/")
    assert urlsplit(visitor.page.url).path == "/sign-in", "the visit goes on"


def keyboard(visitor):
    """The first key leads past the navigation, what has the focus is seen, and a form is sent with the return key."""
    visitor.sign_in()
    visitor.open("/")
    visitor.page.keyboard.press("Tab")
    expect(visitor.page.get_by_role("link", name="跳到正文")).to_be_focused()
    assert visitor.page.get_by_role("link", name="跳到正文").bounding_box()["y"] >= 0, "the skip link is not seen"
    visitor.page.keyboard.press("Enter")
    visitor.page.keyboard.press("Tab")
    expect(visitor.page.get_by_label("检索词")).to_be_focused()
    with visitor.page.expect_navigation():
        visitor.page.keyboard.type("青禾广场")
        visitor.page.keyboard.press("Enter")
    visitor.check()
    assert visitor.page.get_by_role("article").count() > 0


def search(visitor):
    """A Chinese phrase is found and marked; a facet narrows; pages go on and back; nothing found says what to do."""
    visitor.sign_in()
    page = visitor.page
    visitor.press("link", "下一页 →")
    second = page.get_by_role("article").first.inner_text()
    visitor.press("link", "← 上一页")
    assert page.get_by_role("article").count() == 20 and page.get_by_role("article").first.inner_text() != second
    page.get_by_label("检索词").fill("多联式空调机组")
    visitor.press("button", "检索")
    hits = page.get_by_role("article").count()
    assert page.locator("mark").count() > 0 and hits > 1, f"{hits} hits"
    visitor.press("link", "报价书")
    assert 0 < page.get_by_role("article").count() < hits
    assert "type:" in page.get_by_label("检索词").input_value()
    page.get_by_label("检索词").fill("<zzzqqq>\"\u0301'&")
    visitor.press("button", "检索")
    expect(page.get_by_role("heading", name="没有找到")).to_be_visible()
    assert page.locator("zzzqqq").count() == 0
    visitor.press("link", "清除条件")
    visitor.open("/?offset=4000")
    visitor.press("link", "回到第一页")


def document(visitor):
    """A document shows what is known of it, and its file comes as it was filed."""
    visitor.sign_in()
    page = visitor.page
    page.get_by_label("检索词").fill("HT-2024-0001")
    visitor.press("button", "检索")
    visitor.press("link", "青禾广场多联式空调机组供货安装合同")
    expect(page.locator("dl.facts")).to_contain_text("￥846,000.00")
    with page.expect_download() as found:
        page.get_by_role("link", name="合同-青禾广场.docx").click()
    with open(found.value.path(), "rb") as file:
        digest = hashlib.sha256(file.read()).hexdigest()
    with open(os.path.join(os.environ["FOLDER"], "合同-青禾广场.docx"), "rb") as file:
        assert digest == hashlib.sha256(file.read()).hexdigest(), "the file is another one"
    assert found.value.suggested_filename == "合同-青禾广场.docx"
    expect(page.locator(".digest")).to_contain_text(digest)
    visitor.press("link", "← 检索")
    page.get_by_label("检索词").fill("没有文字的图")
    visitor.press("button", "检索")
    visitor.press("link", "没有文字的图")
    expect(page.get_by_text("这份文件没有可检索的文字")).to_be_visible()


def language(visitor):
    """The language changes on the page where one is, and stays."""
    visitor.sign_in()
    page = visitor.page
    visitor.open("/?q=%E9%9D%92%E7%A6%BE&sort=newest")
    visitor.titles.clear()
    visitor.press("link", "English")
    assert page.locator("html").get_attribute("lang") == "en"
    expect(page.get_by_label("Words to search for")).to_have_value("青禾")
    expect(page.get_by_label("Order")).to_have_value("newest")
    visitor.press("link", "The service for programs")
    visitor.press("link", "中文")
    assert page.locator("html").get_attribute("lang") == "zh-CN"


def due(visitor):
    """What is due is listed and drawn by year; another choice lists something else; a day that is none is refused."""
    visitor.sign_in()
    page = visitor.page
    visitor.press("link", "保管期限")
    visitor.titles.clear()
    page.get_by_label("显示").select_option(label="全部")
    visitor.press("button", "列出")
    rows = page.get_by_role("row").filter(has=page.locator("th a")).count()
    assert rows > 5, f"{rows} rows"
    assert page.locator(".chart rect").count() > 0, "no year is drawn"
    with page.expect_download() as found:
        page.get_by_role("link", name="CSV 表格").click()
    with open(found.value.path(), encoding="utf-8-sig") as file:
        assert len(file.readlines()) == rows + 1, "the file has other rows than the page"
    page.get_by_label("显示").select_option(label="未归类的")
    page.get_by_label("截至日期").fill("2030-12-31")
    visitor.press("button", "列出")
    assert "show=unclassified" in page.url
    visitor.titles.clear()
    visitor.open("/due?by=x", 422)


def simulation(visitor):
    """A changed schedule shows what would move, and one that cannot be read keeps what was written."""
    visitor.sign_in()
    page = visitor.page
    visitor.open("/due")
    visitor.press("link", "试算保管期限表")
    visitor.titles.clear()
    field = page.get_by_label("保管期限表（YAML）")
    rules = field.input_value()
    visitor.press("button", "试算")
    expect(page.get_by_text("会变动 0 份")).to_be_visible()
    assert field.input_value().strip() == rules.strip(), "the rules changed on the way"
    field.fill(rules.replace("3y", "4y"))
    visitor.press("button", "试算")
    expect(page.get_by_role("cell").first).to_be_visible()
    field.fill("- id: [")
    visitor.press("button", "试算", 422)
    expect(field).to_have_value("- id: [")
    expect(page.get_by_role("alert")).to_be_visible()


def approve_and_execute(visitor, batch, today):
    """The head approves what was signed, two others supervise, and the archivist carries it out."""
    visitor.act_as("王总", batch)
    visitor.press("button", "批准销毁")
    for name in ("赵财", "孙信"):
        visitor.act_as(name, batch)
        visitor.page.get_by_label("今天的日期").fill(today)
        visitor.press("button", "监销：已清点，确认日期")
    visitor.act_as("李档", batch)
    visitor.press("button", "执行销毁")


def disposal(visitor):
    """Five people bring two contracts from the proposal to the certificate, each their own part; what is not somebody's part is refused."""
    page, today = visitor.page, datetime.now(ZoneInfo("Asia/Shanghai")).strftime("%Y-%m-%d")

    visitor.act_as("陈国清")
    visitor.press("link", "销毁")
    page.get_by_label("到期截至（不晚于今天）").fill("2999-01-01")
    page.get_by_label("原因").fill("保管期满")
    visitor.press("button", "提出销毁", 422)
    expect(page.get_by_role("alert")).to_contain_text("将来")
    expect(page.get_by_label("原因")).to_have_value("保管期满")
    page.get_by_label("到期截至（不晚于今天）").fill(today)
    visitor.titles.clear()
    visitor.press("button", "提出销毁")
    batch = urlsplit(page.url).path
    assert page.get_by_role("button", name="鉴定").count() == 0, "the clerk is offered what is not theirs"
    visitor.act_as("李档", batch)
    expect(page.get_by_text("鉴定：档案员")).to_be_visible()
    visitor.press("link", "期限怎么算的")
    expect(page.get_by_text("可处置").first).to_be_visible()
    visitor.open(batch)
    page.get_by_label("鉴定意见 旧合同乙").select_option(label="延长 30 年")
    page.get_by_label("鉴定意见（文字）").fill("乙再留三十年，甲同意销毁")
    visitor.press("button", "鉴定")
    visitor.press("button", "签署清册")
    visitor.titles.clear()
    visitor.press("button", "批准销毁", 403)
    expect(page.get_by_role("alert")).to_contain_text("R-42")
    approve_and_execute(visitor, batch, today)
    expect(page.get_by_role("row").filter(has_text="旧合同甲")).to_contain_text(f"已于 {today} 销毁")
    visitor.act_as("赵财", batch)
    page.get_by_label("今天的日期").fill(today)
    page.get_by_label("销毁的纸质原件份数").fill("1")
    visitor.press("button", "监销人：确认已经销毁")
    expect(page.get_by_text("销毁后确认")).to_be_visible()
    visitor.act_as("李档", batch)
    visitor.press("button", "出具销毁清册、意见书和证明")
    visitor.press("link", "销毁证明")
    expect(page.get_by_role("heading", level=1)).to_contain_text("销毁证明")
    visitor.open("/disposals")
    visitor.press("link", "已销毁的文件")
    page.get_by_label("编号或题名").fill("旧合同")
    visitor.press("button", "查找")
    expect(page.get_by_role("row").filter(has_text="旧合同甲")).to_have_count(1)
    assert page.get_by_text("旧合同乙").count() == 0


def redaction(visitor):
    """A redacted copy takes a file's place at once; its bytes go the way of a disposal, and its page says so."""
    page, today = visitor.page, datetime.now(ZoneInfo("Asia/Shanghai")).strftime("%Y-%m-%d")

    def copy(text):
        page.get_by_label("脱敏副本").set_input_files({"name": "副本.txt", "mimeType": "text/plain", "buffer": text.encode()})

    visitor.act_as("李档")
    visitor.open("/?q=" + "旧合同甲")
    visitor.press("link", "旧合同甲")
    document = urlsplit(page.url).path
    visitor.press("link", "脱敏")
    expect(page.get_by_label("要清除内容的文件")).to_have_value("旧合同甲.txt")
    page.get_by_label("原因", exact=True).fill("个人信息已无保管必要")
    copy("旧合同甲")
    visitor.titles.clear()
    visitor.press("button", "提出脱敏", 422)
    expect(page.get_by_role("alert")).to_contain_text("完全相同")
    expect(page.get_by_label("原因", exact=True)).to_have_value("个人信息已无保管必要")
    copy("旧合同甲（已脱敏）")
    visitor.titles.clear()
    visitor.press("button", "提出脱敏")
    batch = urlsplit(page.url).path
    expect(page.get_by_role("row").filter(has_text="旧合同甲")).to_contain_text("脱敏：第 1 版 旧合同甲.txt；副本在第 2 版")
    assert page.get_by_label("对全部文件").locator("option").count() == 1, "what can only be destroyed is offered more"
    page.get_by_label("鉴定意见（文字）").fill("同意脱敏")
    visitor.press("button", "鉴定")
    visitor.press("button", "签署清册")
    approve_and_execute(visitor, batch, today)
    expect(page.get_by_role("row").filter(has_text="旧合同甲")).to_contain_text(f"已于 {today} 脱敏")
    visitor.open(document)
    expect(page.get_by_text(f"已于 {today} 脱敏")).to_be_visible()
    assert page.get_by_role("link", name="脱敏", exact=True).count() == 1, "what is redacted is offered for it again"
    visitor.press("link", "清除字词")
    page.get_by_label("要清除的字词").fill("身份证号110101")
    page.get_by_label("清除的原因").fill("个人信息")
    visitor.titles.clear()
    visitor.press("button", "提出清除字词", 422)
    expect(page.get_by_role("alert")).to_contain_text("没有这些字词")
    page.get_by_label("要清除的字词").fill("旧合同甲")
    visitor.press("button", "提出清除字词", 422)
    expect(page.get_by_role("alert")).to_contain_text("不能改写")
    visitor.act_as("孙信")
    visitor.open(document + "/redact?version=1&name=x", 403)


def dossiers(visitor):
    """What waits leads to the deal, which says stage by stage what is there and what is missing."""
    visitor.sign_in()
    page = visitor.page
    visitor.press("link", "待办")
    overdue = page.get_by_role("listitem").filter(has_text="销售交底")
    expect(overdue).to_have_class("warn")
    visitor.press("link", "青禾广场空调安装")
    expect(page.get_by_role("heading", level=1)).to_contain_text("青禾广场空调安装")
    expect(page.get_by_text("其中逾期")).to_be_visible()
    expect(page.get_by_role("row").filter(has_text="验收单")).to_contain_text("只供货")
    expect(page.get_by_role("row").filter(has_text="第 1 版")).to_contain_text("风机盘管供货合同")
    visitor.press("link", "榕城物业管理有限公司")
    visitor.press("link", "青禾广场空调安装")
    visitor.press("link", "← 案卷")
    page.get_by_label("案卷或客户的名称").fill("没有这个")
    visitor.titles.clear()
    visitor.press("button", "查找")
    expect(page.get_by_text("0 个案卷")).to_be_visible()
    visitor.open("/dossiers/C-0000-0000-0000", 404)


def originals(visitor):
    """Whoever answers for an original says where it is; the document's page tells everybody."""
    visitor.sign_in()
    page = visitor.page
    place = f"档案室-{visitor.width}柜-{'甲' if visitor.scripts else '乙'}层"
    visitor.press("link", "原件")
    visitor.press("link", "风机盘管供货合同")
    visitor.titles.clear()
    page.get_by_label("位置（室-柜-层-盒）").fill("档案室--3柜")
    visitor.press("button", "上架", 422)
    expect(page.get_by_role("alert")).to_contain_text("不是位置")
    expect(page.get_by_label("位置（室-柜-层-盒）")).to_have_value("档案室--3柜")
    page.get_by_label("位置（室-柜-层-盒）").fill(place)
    visitor.titles.clear()
    visitor.press("button", "上架")
    expect(page.get_by_text(f"在库 · {place}")).to_be_visible()
    page.get_by_label("移交给（账号）").fill("没有此人")
    visitor.titles.clear()
    visitor.press("button", "移交", 404)
    visitor.press("link", "风机盘管供货合同")
    expect(page.get_by_role("listitem").filter(has_text=place)).to_contain_text("第 1 份，共 2 份")
    visitor.open("/originals/O-0000-0000-0000", 404)
    for show in ("unconfirmed", "overdue", "all"):
        visitor.open("/originals?show=" + show)


def transmittals(visitor):
    """What goes out is entered, found again by its waybill, and comes back."""
    visitor.sign_in()
    page = visitor.page
    visitor.press("link", "原件")
    visitor.press("link", "风机盘管供货合同")
    document = page.locator("dl.facts a").first.get_attribute("href").rpartition("/")[2]
    visitor.press("link", "收发")
    page.get_by_label("收件方或寄件方").fill("青禾置业")
    page.get_by_label("内容，每行一项").fill("供货合同")
    visitor.press("button", "登记", 422)
    expect(page.get_by_role("alert")).to_contain_text("看不懂")
    expect(page.get_by_label("收件方或寄件方")).to_have_value("青禾置业")
    page.get_by_label("内容，每行一项").fill(document + "x2")
    waybill = f"{visitor.width:04}{'1' if visitor.scripts else '2'}12345678"
    page.get_by_label("运单号", exact=True).fill("sf " + waybill)
    visitor.titles.clear()
    visitor.press("button", "登记")
    expect(page.locator("dl.facts")).to_contain_text("顺丰")
    expect(page.get_by_role("listitem").filter(has_text="复印件")).to_contain_text("2 份")
    with page.expect_download() as found:
        page.get_by_role("link", name="打印递送单（PDF）").click()
    with open(found.value.path(), "rb") as file:
        assert file.read(5) == b"%PDF-"
    visitor.press("link", "待办")
    visitor.press("link", page.get_by_role("link", name=waybill).inner_text())
    page.get_by_label("结果", exact=True).select_option(label="退回")
    visitor.titles.clear()
    visitor.press("button", "登记", 422)
    page.get_by_label("结果", exact=True).select_option(label="退回")
    page.get_by_label("退回或遗失的原因").fill("地址有误")
    visitor.titles.clear()
    visitor.press("button", "登记")
    expect(page.locator("dl.facts")).to_contain_text("已退回")
    visitor.open("/transmittals?words=SF" + waybill)
    visitor.press("link", "青禾置业")
    expect(page.locator("dl.facts")).to_contain_text("地址有误")
    visitor.open("/transmittals?words=" + "没有这样的")
    expect(page.get_by_text("没有收发记录")).to_be_visible()
    visitor.open("/transmittals?state=sent")
    visitor.open("/transmittals/T-0000-0000-0000", 404)


def packs(visitor):
    """A pack is one click from signing in; what is wrong is sent back, the rest signed for; whoever issued it fills in and issues it anew."""
    page = visitor.page
    visitor.act_as("周客")
    assert urlsplit(page.url).path == "/packs", "customer service begins elsewhere"
    visitor.press("link", "青禾广场空调安装 · 客服")
    expect(page.locator(".checklist")).to_contain_text("供货合同")
    expect(page.locator(".count")).to_have_text("缺 1 项")
    with page.expect_download() as found:
        page.get_by_role("link", name="下载全部（ZIP）").click()
    with zipfile.ZipFile(found.value.path()) as file:
        assert file.testzip() is None and any(name.endswith("/data/index.html") for name in file.namelist())
    page.get_by_text("退回有问题的内容").click()
    page.get_by_label("双方联系人: 退回原因").fill("电话有误")
    visitor.press("button", "签收")
    expect(page.locator("dl.facts")).to_contain_text("有退回")
    visitor.open("/packs?words=" + "没有这样的")
    expect(page.get_by_text("没有交底资料")).to_be_visible()
    visitor.act_as(ACCOUNT, "/next")
    visitor.press("link", "青禾广场空调安装")
    visitor.press("link", "下一版")
    page.get_by_label("内容", exact=True).select_option(label="双方联系人")
    visitor.titles.clear()
    visitor.press("button", "填写", 422)
    page.get_by_label("内容", exact=True).select_option(label="双方联系人")
    page.get_by_label("内容或原因").fill("林工 0591-87654321")
    visitor.titles.clear()
    visitor.press("button", "填写")
    page.get_by_label("参加人").fill("工程部")
    visitor.titles.clear()
    visitor.press("button", "签发")
    expect(page.locator("dl.facts")).to_contain_text("第 2 版")
    visitor.press("link", "第 1 版")
    expect(page.locator(".warn").first).to_contain_text("旧版")
    visitor.press("link", "青禾广场空调安装")
    expect(page.get_by_label("接收方")).to_be_visible()


def parties(visitor):
    """A party is found by the initials of its syllables, shows what there is of it, and is one click away from its documents."""
    visitor.sign_in()
    page = visitor.page
    visitor.press("link", "客户")
    field = page.get_by_label("名称、简称、曾用名、拼音首字母或代码")
    field.fill("没有这个客户")
    visitor.press("button", "查找")
    expect(page.get_by_text("0 个客户")).to_be_visible()
    field.fill("RCWY")
    visitor.press("button", "查找")
    visitor.press("link", "榕城物业管理有限公司")
    for text in ["榕城置业有限公司", "91350100M000100Y43", "CNY 1000000.00", "林工", "北门上楼"]:
        expect(page.get_by_text(text).first).to_be_visible()
    expect(page.get_by_role("link", name="0591-87654321")).to_have_attribute("href", "tel:059187654321")
    with page.expect_navigation():
        page.get_by_role("region", name="合同", exact=True).get_by_role("link", name="风机盘管供货合同").click()
    visitor.check()
    visitor.press("link", "榕城物业管理有限公司")
    visitor.titles.clear()
    visitor.open("/parties/P-0000-0000-0000", 404)


def restricted(visitor):
    """A restricted document is in no search; whoever may opens it for the day, with a reason; others do not learn of it."""
    page = visitor.page
    visitor.sign_in("李档")
    visitor.open("/?q=" + "客户名单")
    assert page.get_by_role("link", name="客户名单").count() == 0, "a restricted document is found"
    visitor.press("link", "销毁")
    visitor.press("link", "限制处理的文件")
    expect(page.get_by_role("row").filter(has_text="客户名单")).to_contain_text("目的已实现")
    page.get_by_label("查阅的理由（将被记录）").fill("监管部门来函")
    visitor.press("button", "当天查阅")
    expect(page.get_by_role("heading", level=1)).to_contain_text("客户名单")
    visitor.press("button", "退出")
    visitor.sign_in("陈国清")
    visitor.open("/restricted", 403)


def statistics(visitor):
    """How the archive stands is told, with the oldest check."""
    visitor.sign_in()
    visitor.press("link", "库存概况")
    expect(visitor.page.locator("dl.facts")).to_contain_text("最早的核对")
    assert re.search(r"20\d\d-\d\d-\d\dT", visitor.page.locator("dl.facts").inner_text()), "no time of a check"


def programs(visitor):
    """The page about the service for programs reads as a table, and as cards where it is narrow."""
    visitor.sign_in()
    visitor.press("link", "程序接口")
    row = visitor.page.get_by_role("row").filter(has_text=re.compile("POST /api/v1/holds(?!/)"))
    expect(row.get_by_role("cell").first).to_have_text("冻结")
    label = row.get_by_text("谁可以")
    expect(label).to_be_visible() if visitor.width < 600 else expect(label).to_be_hidden()
    with visitor.page.expect_download() as download:
        visitor.page.get_by_role("link", name="供程序读取的说明").click()
    with open(download.value.path()) as file:
        assert "openapi: 3.1" in file.read()


def problem(visitor):
    """A page that is not there says so, within the frame, and leads back; a value that is refused too."""
    visitor.sign_in()
    for path in ("/nowhere", "/documents/D-7K3M-9QXT-2VHT"):
        visitor.titles.clear()
        visitor.open(path, 404)
        expect(visitor.page.get_by_role("banner")).to_contain_text(ACCOUNT)
    visitor.press("link", "回到首页")
    visitor.titles.clear()
    visitor.open("/?sort=x", 422)


WAYS = {way.__name__: way for way in (one_time_link, password, keyboard, search, document, language, due, simulation, disposal, redaction, restricted, dossiers, originals, transmittals, packs, parties, statistics, programs, problem)}


def main(way, *windows):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for size, scripts in zip(windows[::2], windows[1::2]):
            width, height = (int(side) for side in size.split("x"))
            context = browser.new_context(
                viewport={"width": width, "height": height}, locale="zh-CN", java_script_enabled=scripts == "yes", accept_downloads=True)
            WAYS[way](Visitor(context, width, scripts == "yes"))
            context.close()
        browser.close()


main(*sys.argv[1:])
