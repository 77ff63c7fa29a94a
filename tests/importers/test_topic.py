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
