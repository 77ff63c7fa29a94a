"""What a text is about, by its title."""

from __future__ import annotations

import pytest

from desktop.importers.draft import draft
from desktop.importers.reading import read


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("碎屏险“屏安心”下架记：四笔账", "碎屏险“屏安心”"),
        ("“云上贷”为何消失", "云上贷"),
        ("云上贷的消失", "云上贷"),
    ],
)
def test_a_name_keeps_the_quotation_marks_of_its_part(title: str, name: str) -> None:
    body = f"2024年，{name}的保费为4.6亿元。{name}的赔付率为82%。"
    made = draft(read("a.md", f"# {title}\n\n{body}\n".encode()), ())
    assert {f.entity.zh for f in made.figures if not f.is_date} == {name}


@pytest.mark.parametrize(
    ("title", "often", "name"),
    [
        ("打开“日历生活”，为什么再也找不到“云上贷”", "云上贷", "云上贷"),
        ("山湖银行的“随时存”怎么就没了？", "随时存", "随时存"),
        ("复盘：「云上贷」为什么下线", "云上贷", "云上贷"),
        ("说好的“低息”去哪了", "云上贷", ""),
    ],
)
def test_a_quoted_name_that_comes_back_is_what_the_text_is_about(title: str, often: str, name: str) -> None:
    body = f"2024年，余额为4.6亿元。{often}的客户有8万户，{often}的不良率为2%，山湖银行的{often}停办。"
    made = draft(read("a.md", f"# {title}\n\n{body}\n".encode()), ())
    assert made.product.zh == (name or made.title.zh)
    assert (made.figures[1].entity.zh == name) or not name
