"""Which entry of the register a text means: every mention finds its own, none finds a wrong one."""

from __future__ import annotations

import pytest

from desktop.core.dossier import Dossier
from desktop.importers.draft import draft
from desktop.importers.drafting.bare_numbers import bare_numbers
from desktop.importers.drafting.match_policy import Match, matcher
from desktop.importers.drafting.page import period_of
from desktop.importers.drafting.policy_names import numbers_in
from desktop.importers.reading import Reading
from desktop.store.codec import load
from desktop.store.library import bundled
from desktop.store.paths import bundled_data
from desktop.store.record import load_record

REGISTER = load_record(bundled_data())[0].register
INTERNET_LOANS, DRAFT = "cbirc-2020-9-internet-loans", "internet-loan-draft-2020"


def match(title: str, number: str = "", when: str = "") -> Match:
    return matcher(REGISTER).match(title, number, period_of(when) if when else None)


@pytest.mark.parametrize("name", bundled())
def test_the_mentions_of_the_bundled_dossiers(name: str) -> None:
    dossier = load(bundled_data(name)).dossier
    titled = [p for p in dossier.policies if p.title.zh]
    assert len(titled) >= 7
    for mention in titled:
        expected = next(a for a in dossier.assessments if a.policy == mention.id)
        found = matcher(REGISTER).match(mention.title.zh, mention.number, mention.date)
        if expected.register_id:
            assert found.register_id == expected.register_id, mention.title.zh
        elif found.register_id:  # a claim about its effect names no entry, yet the title is that of one
            assert found.how == "exact"
            assert found.register_id in expected.nearest


def test_every_entry_finds_itself() -> None:
    for entry in REGISTER:
        if entry.kind == "event":
            continue
        assert match(entry.title.zh).register_id == entry.id
        assert match(entry.title.zh, entry.number).register_id == entry.id
        for number in filter(None, entry.number.split("；")):
            assert match("", number).register_id == entry.id, number


@pytest.mark.parametrize(
    "number",
    [
        "银保监办发〔2021〕24号", "银保监办发[2021]24号", "银保监办发（2021）24号", "银保监办发【2021】24号",
        "银保监办发〔２０２１〕２４号", "银保监办发 〔2021〕 24 号", "银保监办发(2021)第24号",
    ],
)  # fmt: skip
def test_numbers_in_any_form(number: str) -> None:
    found = match("", number)
    assert (found.register_id, found.how) == ("cbirc-2021-24-internet-loans", "number")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("银保监会令2020年第9号", "中国银行保险监督管理委员会令〔2020〕9号"),
        ("主席令第九十一号", "主席令第91号"),
        ("GB/T 22239-2019", "ＧＢ／Ｔ22239—2019"),
        ("中国人民银行公告〔2021〕第3号", "人民银行公告2021年第3号"),
    ],
)
def test_numbers_that_are_the_same(one: str, other: str) -> None:
    assert numbers_in(one) == numbers_in(other) != ()


@pytest.mark.parametrize(
    ("title", "number", "when", "expected", "how"),
    [
        ("商业银行互联网贷款管理暂行办法（征求意见稿）", "", "", DRAFT, "exact"),
        ("商业银行互联网贷款管理暂行办法", "", "", INTERNET_LOANS, "exact"),
        ("商业银行互联网贷款管理暂行办法", "", "2020-05", DRAFT, "near"),
        ("商业银行互联网贷款管理暂行办法", "银保监会令2020年第9号", "", INTERNET_LOANS, "number"),
        ("中国银保监会办公厅关于进一步规范商业银行互联网贷款业务的通知", "", "",
         "cbirc-2021-24-internet-loans", "exact"),
        ("个人信息保护法", "", "", "pipl-2021", "exact"),
        ("金融科技发展规划", "", "2019", "pbc-fintech-plan-2019-2021", "exact"),
        ("金融科技发展规划（2022-2025年）", "", "", "pbc-fintech-plan-2022-2025", "exact"),
        ("个人贷款管理暂行办法", "", "", "cbrc-2010-2-personal-loans", "exact"),
        ("个人贷款管理办法", "", "", "nfra-2024-3-personal-loans", "exact"),
        ("最高人民法院关于审理民间借贷案件适用法律若干问题的规定", "", "2015-09",
         "spc-2015-18-private-lending", "exact"),
        ("最高人民法院关于审理民间借贷案件适用法律若干问题的规定", "", "2020-08", "spc-2020-private-lending", "exact"),
        ("移动金融客户端应用软件安全管理规范", "", "", "pbc-2019-237-mobile-app", "exact"),
        ("互联网存款业务整改通知", "", "2021-01", "cbirc-pbc-2021-9-deposits", "near"),
        ("互联网贷款管理暂行办法", "", "2020-07", INTERNET_LOANS, "near"),
        ("网络小额贷款业务管理暂行办法", "", "2020-11", "online-microloan-draft-2020", "near"),
    ],
)  # fmt: skip
def test_matches(title: str, number: str, when: str, expected: str, how: str) -> None:
    found = match(title, number, when)
    assert (found.register_id, found.how) == (expected, how)
    assert 0.5 <= found.score <= 1
    assert found.why.zh
    assert found.why.en


@pytest.mark.parametrize(
    ("title", "number", "when"),
    [
        ("关于规范商业银行通过互联网开展个人理财业务有关事项的通知", "", "2021-01"),  # one word is another
        ("互联网存款业务整改通知", "", "2019-01"),  # another date
        ("互联网存款业务整改通知", "", ""),  # no date, and too short a name
        ("金融科技产品认证管理办法", "", "2022-09"),  # another kind of document
        ("金融科技发展与安全监管意见", "", "2021-06"),
        ("消费金融公司管理办法", "", "2014-01"),  # ten years before the entry: an older one of the same title
        ("消费金融公司试点管理办法", "", ""),
        ("上海市小额贷款公司监督管理办法", "", ""),
        ("贷款管理办法", "", ""),
        ("数据安全管理办法", "", ""),
        ("网络小额贷款业务管理暂行办法", "", "2023"),  # the register has the draft of 2020 only
        ("商业银行互联网贷款管理暂行办法", "银保监办发〔2021〕24号", "2021"),  # number and title contradict
        ("商业银行互联网贷款管理暂行办法", "银保监会令2018年第3号", ""),  # the title, but another number
        ("金融科技发展规划", "", ""),  # two entries, and nothing tells them apart
        ("征信业务管理办法（征求意见稿）", "", ""),  # a draft is not the final text
        ("银保监满意度标准", "", ""),
        ("", "银保监办发〔2021〕25号", ""),
        ("法", "", ""),
        ("", "", ""),
    ],
)
def test_no_wrong_match(title: str, number: str, when: str) -> None:
    found = match(title, number, when)
    assert (found.register_id, found.how, found.score) == ("", "", 0)
    assert found.why.zh


def test_a_date_that_does_not_fit_lowers_the_confidence() -> None:
    sure, unsure, wrong = (match("征信业务管理办法", "", when) for when in ("2021", "", "2023"))
    assert sure.score > unsure.score > wrong.score
    assert "2023" in wrong.why.zh
    assert "2022-01-01" in wrong.why.zh


def _mentions(text: str) -> Dossier:
    return draft(Reading("a.txt", "txt", "utf-8", f"题目\n\n{text}\n"), REGISTER)


def test_a_number_alone_is_a_mention() -> None:
    dossier = _mentions("根据银保监办发〔2021〕24号的规定，比例不得低于30%。")
    assert [(p.anchor.quote, p.title.zh, p.register_id) for p in dossier.policies] == [
        ("银保监办发〔2021〕24号", "", "cbirc-2021-24-internet-loans")
    ]


@pytest.mark.parametrize(
    "text", ["今年第41号台风来袭", "3号线开通", "《办法》（银保监会令2020年第9号）", "无号"]
)
def test_other_numbers_are_no_mentions(text: str) -> None:
    titled = [{"kind": "policy", "start": 0, "end": 4}] if "《" in text else []
    assert list(bare_numbers(text, titled)) == []
