"""What a sentence concludes from its numbers: dearer, less for each, thinner margins, faster growth."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit.check import Result, World, check
from desktop.audit.concluding import DOWN, KEY, UP, Clause, held, place, raised, shares, told
from desktop.audit.conclusion_fields import FIELDS
from desktop.audit.conclusion_words import BAD, CONCEPTS, CONCLUDES, GOOD, NOT, TURNS, Way, way_of
from desktop.audit.conclusion_worth import better_high
from desktop.audit.conclusions_in_phrases import both_ways, relies, toward
from desktop.audit.conclusions_of_two import PER, RACE, each, forced, margin, product, race
from desktop.audit.evidence import Evidence, evidence_in, tells_changes
from desktop.audit.scope import Prose
from desktop.audit.wording import cited
from desktop.core.text import Text

_CLAUSE: Final = re.compile(  # of words alone
    r"(?<=[，,。；;：:！!？?—])[^，,。；;：:！!？?—\d]{3,}+(?!\d)"
)
_MAY: Final = re.compile(
    r"[多少厚薄险亏赚满火热冷淡简繁易难严贴弃走愿稳来留离空促迫逼被安黏粘扩壮剧缓忧妙迷软压吃滑惨健劲喜高低贵快慢长短大小久挤紧松重轻强弱差宽准晚糟塌崩砸旺忙闲]"
    r"|[增减升降涨跌扩缩省好坏认肿精沓滞时俏销账利益损累优劣乏向易难费劲口霜艰]|效率|便宜|实惠|划算|恶化|改善|流失|忠诚|抢手|er\b|\bless\b|widen|shrank|grew|rose|fell|effic|improv",
)
_EVER: Final = re.compile(r"一[年天月季]比一[年天月季]")
_NUMBER: Final = re.compile(r"[一二两三四五六七八九十]成|百分之")
SAID = Text(
    "文中的结论是{0}，可它所依据的{1}是{2}，方向对不上。",
    "The text concludes {0}, but what it rests on, {1}, {2}: the directions do not agree.",
)


@check(KEY, "结论与数字", "conclusions from numbers", "prose")
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold the clauses that tell a direction in words alone against the changes told before them."""
    if not tells_changes(piece):
        return
    clauses = list(_conclusions(piece))
    evidence = evidence_in(piece) if clauses else []
    for clause in clauses if evidence else ():
        before = _before(piece, evidence, clause)
        if before:
            result = _held(piece, clause, before)
            if result is not None:
                yield result


def _conclusions(piece: Prose) -> Iterable[Clause]:
    """The clauses without numbers that stand behind the first number."""
    first = piece.figures[0].anchor.end - piece.start
    for match in _CLAUSE.finditer(piece.text, first):
        words = _EVER.sub("越来越", match[0].strip())
        if (
            2 < len(words) <= 60
            and not _NUMBER.search(words)
            and _MAY.search(words)
            and not TURNS.search(words)
        ):
            yield Clause(words, match.start(), match.end())


def _before(piece: Prose, evidence: list[Evidence], clause: Clause) -> list[Evidence]:
    """What a clause can rest on: the changes of its own sentence before it, or of the one before where it concludes."""
    begin = max(piece.text.rfind(mark, 0, clause.start) for mark in "。！？") + 1
    own = [e for e in evidence if begin <= e.start - piece.start and e.end - piece.start <= clause.start]
    opens = not any(begin <= f.anchor.start - piece.start < clause.start for f in piece.figures)
    races = opens and RACE.search(clause.text) is not None
    if own or not (
        races or CONCLUDES.search(piece.text[begin : clause.end]) or CONCLUDES.search(clause.text)
    ):
        return own or (_of_price(piece, evidence, clause) if opens else [])
    earlier = max((piece.text.rfind(mark, 0, max(0, begin - 1)) for mark in "。！？"), default=-1) + 1
    return [e for e in evidence if earlier <= e.start - piece.start and e.end - piece.start <= begin]


def _of_price(piece: Prose, evidence: list[Evidence], clause: Clause) -> list[Evidence]:
    """The price that a clause names again, of which the paragraph tells one change before: 月卡为什么更便宜."""
    if not _PRICED.search(clause.text):
        return []
    before = [e for e in evidence if e.unit == "CNY" and e.end - piece.start <= clause.start]
    named = [e for e in before if len(e.name.strip()) > 1 and e.name.strip() in clause.text]
    return named[-1:] if len({e.rises for e in named}) == 1 else []


def _held(piece: Prose, clause: Clause, evidence: list[Evidence]) -> Result | None:
    for rule in (forced, race, both_ways, relies, toward, each, margin, product, _named):
        decided, result = rule(piece, clause, evidence)
        if decided:
            return result
    return None


def _named(piece: Prose, clause: Clause, evidence: list[Evidence]) -> tuple[bool, Result | None]:
    """The very thing that moved, by its name or by a word that means it: 贵, 久, 流失, 恶化."""
    last = evidence[-1]
    price = _PRICED.search(clause.text)
    own = [
        e for e in evidence if e.unit == "CNY" and len(e.name.strip()) > 1 and e.name.strip() in clause.text
    ]
    if price is not None and len(own) == 1 and not NOT.search(clause.text[: price.start()][-3:]):
        return True, _judged(piece, clause, own[0], price["dear"] is not None, "named")
    than = _THAN_BEFORE.search(clause.text)
    if than is not None and len(evidence) == 1:
        return True, _judged(piece, clause, last, than["up"] is not None, "named")
    for concept in (*CONCEPTS, *FIELDS):
        more, less = concept.more.search(clause.text), concept.less.search(clause.text)
        if bool(more) == bool(less):
            continue
        own = [e for e in evidence if concept.name.search(f"{e.full_name} @{e.unit}")]
        found = more or less
        if not own or found is None or NOT.search(clause.text[max(0, found.start() - 3) : found.start()]):
            continue
        if len({e.rises for e in own}) > 1:
            return True, None
        kind = "way" if _SIZES.search(found[0]) and own[-1].unit in _MEASURED else "concept"
        return True, _judged(piece, clause, own[-1], bool(more), kind)
    worth = _worth(clause.text)
    if (
        worth is not None
        and len({_better(e) for e in evidence}) == 1
        and (better := _better(last)) is not None
    ):
        return True, _judged(piece, clause, last, last.rises if worth == better else not last.rises, "worth")
    way = way_of(clause.text)
    if way is None or PER.search(clause.text):
        return False, None
    return True, _same(piece, clause, evidence, way)


def _worth(words: str) -> bool | None:
    good, bad = GOOD.search(words), BAD.search(words)
    found = good or bad
    if (
        bool(good) == bool(bad)
        or found is None
        or NOT.search(words[max(0, found.start() - 3) : found.start()])
    ):
        return None
    return good is not None


def _better(one: Evidence) -> bool | None:
    wanted = better_high(f"{one.full_name} @{one.unit}")
    return None if wanted is None else wanted == one.rises


def _same(piece: Prose, clause: Clause, evidence: list[Evidence], way: Way) -> Result | None:
    """A clause that names what moved: 收入在增长, after revenue fell."""
    own = [e for e in evidence if shares(way.lead, e.name)]
    next_to = bool(own) and own[-1] is evidence[-1] and len(way.lead) <= _SHORT
    if len(own) != 1 or not (next_to or CONCLUDES.search(clause.text)) or _COMPARES.search(way.lead):
        return None
    return _judged(piece, clause, own[0], way.up, "named")


_PRICED: Final = re.compile(r"(?P<cheap>更便宜|便宜了|降价)|(?P<dear>[更变]贵|贵了|涨价)")
_SIZES: Final = re.compile(
    r"贵|便宜|实惠|划算|省钱|[快慢长短久]"
)  # of a price or a time these tell the size itself
_MEASURED: Final = ("CNY", "second", "minute", "hour", "day", "month")
_THAN_BEFORE: Final = re.compile(  # 挣得不如去年, 比去年多
    r"(?:比|较)(?:去年|上年|前年|以前|过去|从前|上赛季|上学期)(?:[^，。；]{0,4}?)(?:(?P<up>[多高大长贵久]|增加|提高)|(?P<down>[少低小短]|便宜|减少|降低))了?些?$"
    r"|(?P<less>不如|不及|低于|少于)(?:去年|上年|以前|过去|从前|上赛季)$"
)
_SHORT: Final = 6  # characters before the word of change: 骑手拿得更多
_COMPARES: Final = re.compile(
    r"比|较|相对|占|率|每|均|增速|涨幅|跌幅|降幅|幅度|差|压力|风险|难度|需求|可能|空间"
)


def _judged(piece: Prose, clause: Clause, one: Evidence, up: bool, kind: str = "way") -> Result:
    if one.rises == up:
        return held([one])
    said = SAID.format(cited(place(piece, clause)), told(one), UP if one.rises else DOWN)
    return raised(piece, clause, [one], said, kind)
