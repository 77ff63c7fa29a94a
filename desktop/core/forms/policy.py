"""Correcting what a text says of a regulation, and which entry of the register it is."""

from __future__ import annotations

from dataclasses import replace

from desktop.core.forms.base import Form, FormField, Outcome, Words, retold
from desktop.core.forms.figure import NO_PERIOD
from desktop.core.forms.periods import read_period
from desktop.core.policy import PolicyMention, RegisterEntry
from desktop.core.text import Text, same

NO_TITLE = Text(
    "请写出政策的名称，或至少写出它的要求。", "Name the policy, or at least say what it asks for."
)
NONE = ("", Text("不对应任何条目", "no entry"))
NO_ENTRY = Text(
    "登记簿里没有“{}”。请从列表里选，或留空。",
    "The register has no entry “{}”; choose one of the list, or leave this empty.",
)
BY_HAND = Text("人工指定", "chosen by hand")
BY_HAND_NONE = Text("人工指定：登记簿没有对应条目", "chosen by hand: the register has no entry for it")
TITLE, NUMBER = Text("名称", "Title"), Text("文号", "Number")


def policy_form(register: tuple[RegisterEntry, ...]) -> Form:
    """Return the form of a regulation; its entry is one of ``register``."""
    entries = tuple((e.id, e.title_and_number) for e in register)
    fields = (
        FormField("title", TITLE),
        FormField("number", NUMBER, half=True),
        FormField("date", Text("时间", "Date"), half=True, hint=same("2021-03")),
        FormField("requirement", Text("所称要求", "Claimed rule")),
        FormField("impact", Text("所称影响", "Claimed effect")),
        FormField("register", Text("登记簿条目", "Register entry"), (NONE, *entries), free=True),
    )
    names = dict(entries)

    def words(item: PolicyMention) -> Words:
        return {
            "title": item.title.zh,
            "number": item.number,
            "date": item.date.text if item.date else "",
            "requirement": item.requirement.zh,
            "impact": item.impact.zh,
            "register": names[item.register_id].zh if item.register_id in names else "",
        }

    def read(before: PolicyMention, given: Words) -> Outcome[PolicyMention]:
        problems: dict[str, Text] = {}
        title = given["title"].strip().strip("《》")
        if not title and not given["requirement"].strip():
            problems["title"] = NO_TITLE
        date = before.date
        when = given["date"].strip()
        if when != (before.date.text if before.date else ""):
            date = read_period(when) if when else None
            if when and date is None:
                problems["date"] = NO_PERIOD.format(when)
        entry = _entry_of(given["register"].strip(), entries)
        if entry is None:
            problems["register"] = NO_ENTRY.format(given["register"].strip())
        if problems or entry is None:
            return Outcome(None, problems)
        made = replace(
            before,
            kind="specific" if title else "general",
            title=retold(before.title, title),
            number=given["number"].strip(),
            date=date,
            requirement=retold(before.requirement, given["requirement"]),
            impact=retold(before.impact, given["impact"]),
        )
        if entry != before.register_id:
            why = BY_HAND if entry else BY_HAND_NONE
            made = replace(made, register_id=entry, match="", match_score=0, match_why=why)
        return Outcome(made, {})

    return Form(fields, words, read)


def _entry_of(typed: str, entries: tuple[tuple[str, Text], ...]) -> str | None:
    """Return the id of an entry by its name in either language or its id; "" for none, None when there is no such."""
    if typed in ("", NONE[1].zh, NONE[1].en):
        return ""
    return next((key for key, name in entries if typed in (key, name.zh, name.en)), None)
