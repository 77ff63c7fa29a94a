"""Which number of a register entry a number of the text is meant to be, by the words before it."""

from __future__ import annotations

import re
from typing import Final

from desktop.audit.keys import english
from desktop.audit.provisions import Provision, dimension_of, shared_words
from desktop.audit.scope import Rule
from desktop.core.figure import Figure

_DEMAND: Final = re.compile(
    r"规定|要求|明确|限定|限制|限额|定[在为成]|设[为在定]|划[定出]|确定|门槛|上限|下限|最[高低长短多少]|至[多少]|不得|只能|不能|须"
    r"|应当?|保[存留]|期限|(?:降|放宽|收紧|压)[至到]|[提调升][高至到]|改为|红线"
    r"|caps?\b|limits?|requires?|at (?:most|least)|must|may not|ceiling|floor|up to",
    re.I,
)
_COUNTS: Final = re.compile(
    r"(?:共计?|全文|全篇|一共|总共|包[括含]|提出|分为|列[出明]|部署|明确|设)(?:了|有)?[^，。；\d]{0,8}$"
)
_ACTUAL: Final = re.compile(
    r"实际|该公司|本公司|该行|本行|我们|公司(?:的|目前|已|则|为)|目前|如今|当时(?!的)|平均|余额为|只有|仅有|达到了?|产品|客户|借款人(?:平均|实际)"
)
_OF_COUNT: Final = ("条", "章", "项", "类", "级", "个")
_OF_DEMAND: Final = re.compile(r"规定|要求|明确|的|[，：:“”]")
_WHOLE: Final = 4  # characters that are enough to tell a demand by
_ENOUGH: Final = 0.6  # of the pairs of characters of a subject that the text repeats
_PAIRS: Final = 2
_SURE, _NEAR = 4, 30  # pairs that a fine shares with the words before it; so many characters of them
_MOVED: Final = re.compile(r"^(?:[一-龥]{0,3}[至到为]|上?[调提]至?)$")
_FINED: Final = re.compile(r"以[下上](?:的|[^，。；]{0,20})(?:罚款|罚金|赔偿)")
_VALUES: Final = re.compile(r"\d[\d.,]*[万亿千]*(?:元|%|‰|倍|年|个月|天|次|级|[条章项])?→?|（[^）]*）?")


def told_before(rule: Rule, figure: Figure) -> str:
    """The words of the sentence from the title to a figure, without other numbers; in a table none."""
    first = rule.start if rule.again else rule.mention.anchor.end
    at = max((f.anchor.end for f in rule.near if f.anchor.end <= figure.anchor.start and not f.is_date
              and f.anchor.start >= first), default=first)  # fmt: skip
    words = rule.words(at, figure.anchor.start)
    if not words.strip("、和共") and at > first:  # 全文八章五十七条: what is counted stands before both
        words = re.split(r"[；。]", rule.words(first, figure.anchor.start))[-1].rpartition("，")[2]
    elif _MOVED.match(words):  # 注册资本由3亿元抬至10亿元: the name stands before the first
        words = rule.words(first, figure.anchor.start)
        words = re.sub(r"\d[\d.,]*[万亿]*元?|%", "", re.split(r"[；。]", words)[-1].rpartition("，")[2])
    if "；" in words:
        words = words.rpartition("；")[2]
    return words


def demanded(figure: Figure, words: str) -> bool:
    """Whether a number that is no limit by itself is told as what a document demands, or as what it consists of."""
    if figure.unit.startswith("count:") and figure.unit[6:] in _OF_COUNT:
        return _COUNTS.search(words) is not None
    if _FINED.match(figure.anchor.suffix):
        return True
    return _DEMAND.search(words) is not None and _ACTUAL.search(words) is None


def fined(like: list[Provision], figure: Figure) -> list[Provision]:
    """The one fine of an entry that a fine is about, by most of the words that the two share."""
    if not _FINED.match(figure.anchor.suffix):
        return []
    scored = [(shared_words(_subject(p), figure.anchor.prefix[-_NEAR:]), p) for p in like]
    most = max((n for n, _ in scored), default=0)
    best = [p for n, p in scored if n == most]
    return best if most >= _SURE and len({p.words.zh for p in best}) == 1 else []


def like_figure(known: tuple[Provision, ...], figure: Figure, words: str) -> list[Provision]:
    """The numbers of an entry that are of the kind of a figure."""
    counted = figure.unit[6:] if figure.unit.startswith("count:") else ""
    like = [p for p in known if p.dimension == dimension_of(figure)]
    same = [p for p in like if counted and p.counted == counted]
    return same if same or counted in _OF_COUNT else like


def closest(like: list[Provision], words: str) -> list[Provision]:
    """The numbers of the one subject of an entry that the words repeat; none where two subjects are as close."""
    if words.isascii():
        return _closest_english(like, words)
    alone = len({_subject(p) for p in like}) == 1
    scored = [(_share(p, words, alone), len(_subject(p)), p) for p in like]
    told = _OF_DEMAND.split(words)[-1]
    if len(told) >= _WHOLE and max((s for s, _, _ in scored), default=0.0) < _ENOUGH:
        # 要求合作方单笔出资: all of it is in the longer words of the entry
        scored = [(max(s, _held_in(_subject(p), told)), n, p) for s, n, p in scored]
    share, longest = max(((s, n) for s, n, _ in scored), default=(0.0, 0))
    if share < _ENOUGH:
        return _by_difference(like, words)
    near = _by_difference([p for s, _, p in scored if s >= _ENOUGH], words)
    if near:
        return near
    best = [p for s, n, p in scored if (s, n) == (share, longest)]
    return best if len({_subject(p) for p in best}) == 1 else []


def _by_difference(like: list[Provision], words: str) -> list[Provision]:
    """The one whose own words, which no other has, stand among those of the text: 网络经营贷款 beside 网络消费贷款."""
    pairs = {s: {s[i : i + 2] for i in range(len(s) - 1)} for p in like if len(s := _subject(p)) > _PAIRS}
    told = {words[i : i + 2] for i in range(len(words) - 1)}
    found = []
    for subject, own in pairs.items():
        others = set().union(*(o for s, o in pairs.items() if s != subject))
        if (own & told) - others and len(own & told) >= _PAIRS:
            found.append(subject)
    return [p for p in like if _subject(p) == found[0]] if len(found) == 1 and len(pairs) > 1 else []


def _closest_english(like: list[Provision], words: str) -> list[Provision]:
    told = english(words)
    best = [p for p in like if len(told & english(p.words.en)) >= _PAIRS]
    return best if len({p.words.en for p in best}) == 1 else []


def _subject(provision: Provision) -> str:
    return _VALUES.sub("", provision.subject)


def _held_in(subject: str, told: str) -> float:
    """1.0 where a subject has all characters of what the text says of a demand, else 0.0."""
    return float(all(letter in subject for letter in told))


def _share(provision: Provision, words: str, alone: bool) -> float:
    """How much of a subject the words repeat; of the only one of its kind, two pairs of characters are enough."""
    subject = _subject(provision)
    if len(subject) <= _PAIRS:
        return 1.0 if provision.counted else 0.0
    pairs = {subject[i : i + 2] for i in range(len(subject) - 1)}
    found = len(pairs & {words[i : i + 2] for i in range(len(words) - 1)})
    return (1.0 if alone else found / len(pairs)) if found >= _PAIRS else 0.0
