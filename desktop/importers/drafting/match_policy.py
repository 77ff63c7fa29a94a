"""Which entry of the register a text means: by number, by exact title, then by a title that is close."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from difflib import SequenceMatcher
from functools import lru_cache

from desktop.core.period import Period
from desktop.core.policy import RegisterEntry
from desktop.core.text import Text, same
from desktop.core.value import value
from desktop.importers.drafting import match_words as say
from desktop.importers.drafting.nearest_title import nearest_told
from desktop.importers.drafting.policy_names import Name, NumberKey, name_of, numbers_in, titles_in

NEAR = 0.5  # the score of a title that is just close enough
_LEAST = {
    "month": (0.3, 4),
    "year": (0.4, 5),
    "": (0.6, 6),
}  # share of the title, characters, by date agreement
_EARLIER = 730  # days before an entry that must be an older document of the same title


@value
class Match:
    """An entry (its id, or "" for none), how it was found, how sure that is (0..1), and why."""

    register_id: str
    how: str
    score: float
    why: Text


@lru_cache(maxsize=4)
def matcher(register: tuple[RegisterEntry, ...]) -> Matcher:
    """Return the matcher of a register, made once."""
    return Matcher(register)


class Matcher:
    """The register, arranged for looking up; events are no documents and never match."""

    def __init__(self, register: tuple[RegisterEntry, ...]) -> None:
        """Index numbers and names of all entries."""
        self.numbers: defaultdict[NumberKey, list[RegisterEntry]] = defaultdict(list)
        self.titles: defaultdict[tuple[str, str], list[tuple[Name, RegisterEntry]]] = defaultdict(list)
        self.names: list[tuple[Name, RegisterEntry]] = []
        for entry in register:
            if entry.kind == "event":
                continue
            for key in numbers_in(entry.number):
                self.numbers[key].append(entry)
            for name in map(name_of, titles_in(entry.title.zh)):
                self.names.append((name, entry))
                self.titles[name.full, ""].append((name, entry))

    def match(self, title: str, number: str = "", when: Period | None = None) -> Match:
        """Return the entry that a mention means, or a match without an entry that says why there is none."""
        stated = numbers_in(number) or numbers_in(title)
        by_number = list(dict.fromkeys(e for key in stated for e in self.numbers.get(key, ())))
        name = name_of(title)
        named = self.titles.get((name.full, ""), []) if name.full else []
        if len(by_number) == 1:
            return _numbered(by_number[0], name, named)
        if named:
            return self._exact(name, named, stated, when)
        return self._near(name, stated, when)

    def _exact(
        self,
        name: Name,
        named: list[tuple[Name, RegisterEntry]],
        stated: tuple[NumberKey, ...],
        when: Period | None,
    ) -> Match:
        fitting = [(n, e) for n, e in named if _same_marks(name, n)]
        if len(fitting) > 1:
            fitting = [(n, e) for n, e in fitting if n.trial == name.trial] or fitting
        if len(fitting) > 1:
            fitting = [
                (n, e) for n, e in fitting if n.whole == name.whole and n.years == name.years
            ] or fitting
        if len(fitting) > 1:
            dated = [(n, e) for n, e in fitting if _agreement(e, when)]
            if len(dated) != 1:
                return _none(say.SHARED.format(len(fitting)))
            fitting = dated
        if not fitting:
            return self._draft_or_final(name, named, stated, when)
        other = [e for n, e in named if e is not fitting[0][1] and _agreement(e, when)]
        entry = fitting[0][1]
        if other and len(other) == 1 and when is not None and not _agreement(entry, when) and not name.draft:
            return self._draft_or_final(name, [(n, e) for n, e in named if e is other[0]], stated, when)
        return _titled(entry, name.trial != fitting[0][0].trial, stated, when)

    def _draft_or_final(
        self,
        name: Name,
        named: list[tuple[Name, RegisterEntry]],
        stated: tuple[NumberKey, ...],
        when: Period | None,
    ) -> Match:
        """A title of which one version fits the date may mean that one; a draft never means the final text."""
        if name.draft or len(named) != 1:
            return _none(say.OTHER_VERSION)
        entry = named[0][1]
        if not named[0][0].draft:
            return Match(entry.id, "near", 0.7, say.VERSION_WHY.format(entry.title, _dated(entry, when)))
        if (when is not None and when.start and not _agreement(entry, when)) or stated:
            return _none(say.ONLY_DRAFT)
        agrees = _agreement(entry, when)
        return Match(entry.id, "near", 0.85 if agrees else 0.6, say.DRAFT_WHY.format(_dated(entry, when)))

    def _near(self, name: Name, stated: tuple[NumberKey, ...], when: Period | None) -> Match:
        found: list[tuple[float, str, RegisterEntry]] = []
        close: RegisterEntry | None = None
        for other, entry in self.names:
            if not name.kind or other.kind != name.kind or not _same_marks(name, other):
                continue
            share = _within(name.about, other.about)
            if not share:
                continue
            close = entry
            agrees = _agreement(entry, when)
            if stated and numbers_in(entry.number):
                continue  # another number is another document
            if (when is not None and when.start and not agrees) or (
                name.trial and not other.trial and not agrees
            ):
                continue
            least, size = _LEAST[agrees]
            if share >= least and len(name.about) >= size:
                score = NEAR + 0.3 * share + {"month": 0.15, "year": 0.1, "": 0.0}[agrees]
                found.append((round(score, 2), agrees, entry))
        found.sort(key=lambda f: -f[0])
        if not found:
            if close is not None:
                return _none((say.CLOSE if stated else say.CLOSE_UNNUMBERED).format(close.title))
            return _none(nearest_told(name, self.names, when, numbered=bool(stated)))
        if len(found) > 1 and found[0][0] - found[1][0] < 0.05 and found[0][2] is not found[1][2]:
            return _none(say.SHARED.format(len({f[2].id for f in found})))
        score, agrees, entry = found[0]
        return Match(entry.id, "near", min(score, 0.9), say.NEAR_WHY.format(entry.title, _dated(entry, when)))


def _numbered(entry: RegisterEntry, name: Name, named: list[tuple[Name, RegisterEntry]]) -> Match:
    if named and all(e is not entry for _, e in named):
        return _none(say.CONFLICT.format(entry.title))
    known = [name_of(t) for t in titles_in(entry.title.zh)]
    bare = not name.about or bool(numbers_in(name.full))
    alike = bare or any(n.full == name.full or _within(name.about, n.about) or _alike(name, n) for n in known)
    why = say.NUMBER_WHY if alike else say.NUMBER_ONLY
    return Match(entry.id, "number", 1.0 if alike else 0.7, why.format(same(entry.number), entry.title))


def _titled(entry: RegisterEntry, trial: bool, stated: tuple[NumberKey, ...], when: Period | None) -> Match:
    own = numbers_in(entry.number)
    if stated and own and not set(stated) & set(own):
        return _none(say.OTHER_NUMBER.format(same(entry.number)))
    if when is None or when.start is None:
        return Match(entry.id, "exact", 0.9 if trial else 0.95, say.EXACT_WHY.format(Text("。", ".")))
    if _agreement(entry, when):
        return Match(entry.id, "exact", 0.95 if trial else 1.0, say.EXACT_WHY.format(_dated(entry, when)))
    first = min(_days(entry), default=None)
    if first is not None and when.end is not None and (first - when.end).days > _EARLIER:
        return _none(say.OLDER.format(when.shown(), same(str(first))))
    return Match(entry.id, "exact", 0.75, say.EXACT_WHY.format(_dated(entry, when)))


def _same_marks(name: Name, other: Name) -> bool:
    """Whether nothing tells two versions apart: draft or not, and the years in the title."""
    return name.draft == other.draft and not (name.years and other.years and not name.years & other.years)


def _within(short: str, long: str) -> float:
    """Return how much of ``long`` the words of ``short`` make up, if all of them stand in it in order; else 0."""
    if not short or not long:
        return 0.0
    if short == long:
        return 1.0
    pieces = SequenceMatcher(None, short, long, autojunk=False).get_matching_blocks()
    taken = sum(p.size for p in pieces if p.size >= 2)
    return taken / len(long) if taken == len(short) else 0.0


def _alike(one: Name, other: Name) -> bool:
    return SequenceMatcher(None, one.full, other.full, autojunk=False).ratio() >= 0.6


def _days(entry: RegisterEntry) -> list[date]:
    return [d for d in (entry.document_date, entry.published, entry.effective) if d is not None]


def _agreement(entry: RegisterEntry, when: Period | None) -> str:
    """Return how exactly a stated date fits one of the entry's: "month", "year" or not at all."""
    if when is None or when.start is None or when.end is None:
        return ""
    if not any(when.start <= d <= when.end for d in _days(entry)):
        return ""
    return "month" if (when.end - when.start).days <= 31 else "year"


def _dated(entry: RegisterEntry, when: Period | None) -> Text:
    if when is None or when.start is None:
        return Text("，文中没有日期。", "; the text gives no date.")
    if _agreement(entry, when):
        return Text("，日期相符（{0}）。", ", and the date agrees ({0}).").format(when.shown())
    days = _days(entry)
    known = same(str(days[-1])) if days else Text("无日期", "no date")
    return Text("，但文中写的是 {0}，登记簿是 {1}。", ", but the text says {0} and the register {1}.").format(
        when.shown(), known
    )


def _none(why: Text) -> Match:
    return Match("", "", 0.0, why)
