"""The form of a register entry: what it shows it reads again, and what is wrong is said beside the field."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from invented import entry

from desktop.core.forms.entry import EntryForm, blank_entry
from desktop.core.policy import RegisterEntry
from desktop.core.text import Language, Text, same
from desktop.store.paths import bundled_data
from desktop.store.record import load_record

KNOWN = replace(entry(), citation=same("公报"), supersedes=(), superseded_by=(), unverified=("number",))
OTHER = replace(KNOWN, id="r2", title=Text("后来的办法", "Later Measures"), number="令〔2024〕2 号")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_shipped_entry_comes_back_as_it_was(language: Language) -> None:
    register = load_record(bundled_data())[0].register
    form = EntryForm(register, language)
    assert register
    for one in register:
        assert form.read(one, form.words(one)).made == one


def read(**given: str) -> tuple[RegisterEntry | None, dict[str, Text]]:
    form = EntryForm((KNOWN, OTHER), "zh")
    made, problems = form.read(KNOWN, {**form.words(KNOWN), **given})
    return made, problems


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("title_zh", "  "),
        ("published", "2021年"),
        ("published", "2021-02-30"),
        ("ended", "1999-01-01"),
        ("supersedes", "没有这个文件"),
        ("superseded_by", "测试管理办法"),
        ("urls", "example.org"),
        ("citation", ""),
        ("unverified", "天气"),
    ],
)
def test_what_cannot_be_kept_is_told_at_its_field(field: str, words: str) -> None:
    more = {"title_en": ""} if field == "title_zh" else {"effective": "2020-01-01"}
    made, problems = read(**{**more, field: words})
    assert made is None
    assert set(problems) == {field}


def test_days_links_and_addresses_are_read_as_people_write_them() -> None:
    made, problems = read(
        published="2021年3月5日", effective="2021-05-01", supersedes="《后来的办法》；令〔2024〕2 号",
        urls="https://example.org/a;b https://example.org", unverified="文号；发布日期",
    )  # fmt: skip
    assert not problems
    assert made is not None
    assert made.published == date(2021, 3, 5)
    assert made.supersedes == ("r2",)
    assert made.urls == ("https://example.org/a%3Bb", "https://example.org")
    assert made.unverified == ("number", "published")


def test_a_text_that_was_not_touched_keeps_its_other_language() -> None:
    before = replace(KNOWN, provisions=Text("旧", "old"), applies=Text("甲", "one"))
    form = EntryForm((before,), "zh")
    made = form.read(before, {**form.words(before), "provisions": "新"}).made
    assert made is not None
    assert (made.provisions, made.applies) == (same("新"), Text("甲", "one"))


def test_a_new_entry_needs_title_day_and_source() -> None:
    form, blank = EntryForm((KNOWN,), "zh"), blank_entry("own-1")
    assert set(form.read(blank, form.words(blank)).problems) == {"title_zh", "citation", "published"}
