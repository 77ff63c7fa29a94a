"""Writing an entry of the register: a new one of one's own, or a correction."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

from desktop.core.forms.base import FormField, Outcome, Words, choices
from desktop.core.forms.periods import read_period
from desktop.core.policy import GRADES, KINDS, STATUSES, RegisterEntry
from desktop.core.register.told import NAMES, UNVERIFIED
from desktop.core.text import LIST_COMMA, NOTHING, SEMICOLON, Language, Text, same
from desktop.core.verdict import CONFIDENCE

DAYS = ("document_date", "published", "effective", "ended")
TEXTS = ("issuer", "instrument", "status_note", "provisions", "key_numbers", "applies", "citation")
LINKS = ("supersedes", "superseded_by")
NO_TITLE = Text("请写出标题。", "Write the title.")
NO_DAY = Text("“{}”不是一个日子。可以写 2020-07-17 或 2020年7月17日。", "“{}” is no day; write 2020-07-17.")
NO_DATE = Text(
    "成文、发布、施行日期至少写一个，时间线才有它的位置。",
    "Give at least one of dated, published and in effect, or it has no place in time.",
)
ENDS_FIRST = Text("失效日期早于施行日期（{}）。", "It ends before it takes effect ({}).")
STILL = Text(
    "状态是“{}”，却写了失效日期。请改状态，或清空日期。",
    "The status is “{}”, and yet it has ended; change the status or clear the day.",
)
NO_ENTRY = Text(
    "登记簿里没有“{}”。请写条目的标题或文号，几个之间用分号。",
    "The register has no “{}”; write titles or numbers of entries, with semicolons between.",
)
ITSELF = Text("一个条目不能取代自己。", "An entry cannot supersede itself.")
NO_ADDRESS = Text(
    "“{}”不是网址。网址以 http:// 或 https:// 开头，几个之间用空格。",
    "“{}” is no address; one begins with http:// or https://, with spaces between several.",
)
NO_CITATION = Text(
    "请写出依据：在哪里看到的，例如公报、网页、书页。",
    "Say what it rests on: where you read it, such as a gazette, a page or a book.",
)
NO_FIELD = Text(
    "“{}”不是可以标为未核实的内容。可以写：{}。", "“{}” cannot be marked as not verified; write some of: {}."
)
SEVERAL = Text("几个之间用分号", "semicolons between several")
TITLE_EN = Text("英文标题（可不填）", "English title")
TITLE_ZH = Text("标题", "Chinese title")
_NO_GRADE = ("", Text("未评", "not graded"))
_ADDRESS = re.compile(r"https?://[^\s/]+\S*")
_APART = re.compile(r"[;；\n]")


def blank_entry(entry_id: str) -> RegisterEntry:
    """Return an entry with nothing in it, to be filled in."""
    return RegisterEntry(
        entry_id, "rule", NOTHING, "", NOTHING, NOTHING, None, None, None, None, "in_force", NOTHING, NOTHING, NOTHING,
        (), (), NOTHING, NOTHING, (), "", "medium", (),
    )  # fmt: skip


class EntryForm:
    """The fields of an entry in one language, with the entries of a register to refer to."""

    def __init__(self, register: tuple[RegisterEntry, ...], language: Language) -> None:
        """Fill what may be chosen from the entries that there are."""
        self._language = language
        self._names = {e.id: e.title_and_number for e in register}
        self._ids: dict[str, str] = {}
        for e in register:  # an entry is meant by its title or its number in any form
            for name in (e.id, e.number, *e.title, *e.title_and_number):
                self._ids.setdefault(_plain(name), e.id)
        self._known = {words: t for e in register for t in (e.issuer, e.instrument) for words in t}
        issuers, instruments = (
            _used(getattr(e, name) for e in register) for name in ("issuer", "instrument")
        )
        entries = tuple(self._names.items())
        links = {name: FormField(name, NAMES[name], entries, hint=SEVERAL, several=True) for name in LINKS}
        grades = sorted({e.grade for e in register} | set(GRADES) - {""})
        self.fields: tuple[FormField, ...] = (
            FormField("title_zh", TITLE_ZH),
            FormField("title_en", TITLE_EN),
            FormField("number", NAMES["number"], half=True, hint=same("银发〔2020〕1号")),
            FormField("kind", NAMES["kind"], choices(KINDS), half=True),
            FormField("issuer", NAMES["issuer"], issuers, free=True, half=True),
            FormField("instrument", NAMES["instrument"], instruments, free=True, half=True),
            *(FormField(name, NAMES[name], half=True, hint=same("2020-07-17")) for name in DAYS),
            FormField("status", NAMES["status"], choices(STATUSES), half=True),
            FormField("status_note", NAMES["status_note"], half=True),
            FormField("provisions", NAMES["provisions"], long=True),
            FormField("key_numbers", NAMES["key_numbers"]),
            links["supersedes"],
            links["superseded_by"],
            FormField("applies", NAMES["applies"]),
            FormField("citation", NAMES["citation"]),
            FormField("urls", NAMES["urls"], hint=same("https://")),
            FormField(
                "grade", NAMES["grade"], (_NO_GRADE, *((g, _grade(g)) for g in grades if g)), half=True
            ),
            FormField("confidence", NAMES["confidence"], choices(CONFIDENCE), half=True),
            FormField(
                "unverified", NAMES["unverified"], tuple(UNVERIFIED.items()), hint=SEVERAL, several=True
            ),
        )

    def words(self, entry: RegisterEntry) -> Words:
        """Return an entry as the words of its fields."""
        said = {name: getattr(entry, name)(self._language) for name in TEXTS}
        days = {name: d.isoformat() if (d := getattr(entry, name)) else "" for name in DAYS}
        between = SEMICOLON(self._language)
        links = {
            name: between.join(self._names.get(i, same(i))(self._language) for i in getattr(entry, name))
            for name in LINKS
        }
        unverified = between.join(UNVERIFIED.get(i, same(i))(self._language) for i in entry.unverified)
        return {
            **said, **days, **links,
            "title_zh": entry.title.zh, "title_en": "" if entry.title.en == entry.title.zh else entry.title.en,
            "number": entry.number, "kind": entry.kind, "status": entry.status,
            "urls": " ".join(entry.urls), "grade": entry.grade, "confidence": entry.confidence,
            "unverified": unverified,
        }  # fmt: skip

    def read(self, before: RegisterEntry, given: Words) -> Outcome[RegisterEntry]:
        """Return the entry that the words make; what was not touched stays as it is in both languages."""
        given = {key: words.strip() for key, words in given.items()}
        shown, problems = self.words(before), dict[str, Text]()
        made: dict[str, Any] = {
            name: given[name] for name in ("number", "kind", "status", "grade", "confidence")
        }
        for name in TEXTS:
            if given[name] != shown[name].strip():
                made[name] = self._known.get(given[name], same(given[name]))
        for name in DAYS:
            made[name] = self._day(name, given[name], problems)
        made |= self._linked(before, given, shown, problems)
        title = Text(given["title_zh"].strip("《》"), given["title_en"])
        made["title"] = Text(title.zh or title.en, title.en or title.zh)
        if not made["title"].zh:
            problems["title_zh"] = NO_TITLE
        if not given["citation"]:
            problems["citation"] = NO_CITATION
        self._compare(made, problems)
        return Outcome(None if problems else replace(before, **made), problems)

    def _day(self, name: str, words: str, problems: dict[str, Text]) -> date | None:
        if not words:
            return None
        period = read_period(words)
        if period is None or period.start is None or period.start != period.end:
            problems[name] = NO_DAY.format(words)
            return None
        return period.start

    def _linked(
        self, before: RegisterEntry, given: Words, shown: Words, problems: dict[str, Text]
    ) -> dict[str, tuple[str, ...]]:
        """Read the fields that hold several things; one that was not touched is as it was."""
        made: dict[str, tuple[str, ...]] = {}
        for name in LINKS:
            if given[name] != shown[name].strip():
                made[name] = self._entries(before.id, name, given[name], problems)
        if given["urls"] != shown["urls"]:
            urls = tuple(given["urls"].replace("；", " ").split())
            wrong = next((url for url in urls if not _ADDRESS.fullmatch(url)), None)
            if wrong is not None:
                problems["urls"] = NO_ADDRESS.format(wrong)
            made["urls"] = tuple(url.replace(";", "%3B") for url in urls)
        if given["unverified"] != shown["unverified"].strip():
            known = {_plain(name): key for key, text in UNVERIFIED.items() for name in (key, *text)}
            parts = _parts(given["unverified"])
            wrong = next((part for part in parts if _plain(part) not in known), None)
            if wrong is not None:
                names = LIST_COMMA.join(tuple(UNVERIFIED.values()))
                problems["unverified"] = NO_FIELD.format(wrong, names)
            made["unverified"] = tuple(dict.fromkeys(known[k] for p in parts if (k := _plain(p)) in known))
        return made

    def _entries(self, itself: str, name: str, words: str, problems: dict[str, Text]) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for part in _parts(words):
            entry_id = self._ids.get(_plain(part))
            if entry_id is None:
                problems[name] = NO_ENTRY.format(part)
            elif entry_id == itself:
                problems[name] = ITSELF
            else:
                found[entry_id] = None
        return tuple(found)

    def _compare(self, made: dict[str, Any], problems: dict[str, Text]) -> None:
        """Hold fields against each other, as far as each can be read."""
        if problems.keys() & set(DAYS):
            return
        begin, ended = made["effective"], made["ended"]
        if not any(made[name] for name in DAYS[:3]):
            problems["published"] = NO_DATE
        if ended is not None and begin is not None and ended < begin:
            problems["ended"] = ENDS_FIRST.format(begin.isoformat())
        elif ended is not None and made["status"] in ("amended", "draft", "event"):
            problems["ended"] = STILL.format(STATUSES[made["status"]])


def _used(texts: Any) -> tuple[tuple[str, Text], ...]:
    return tuple((text.zh, text) for text in dict.fromkeys(texts) if text.zh)


def _grade(grade: str) -> Text:
    meant = [GRADES[letter] for letter in grade.split("/") if letter in GRADES]
    return Text("{}：{}", "{}: {}").format(grade, Text("或", " or ").join(meant))


def _plain(name: str) -> str:
    return name.strip().strip("《》").casefold()


def _parts(words: str) -> list[str]:
    return [part.strip() for part in _APART.split(words) if part.strip()]
