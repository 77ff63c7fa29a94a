"""What a register entry says in words: whom it binds, what it is limited to, what it expressly does not say."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from desktop.core.policy import RegisterEntry
from desktop.core.value import value

_SENTENCE: Final = re.compile(r"[。；;]")
_CLAUSE: Final = re.compile(r"[，,：:]")
_BRACKETS: Final = re.compile(r"（[^）]*）|\([^)]*\)")
_BINDS: Final = re.compile(
    r"(?:面向|规制对象是|规制的是|义务主体是|管的是|适用对象是|约束的是|适用于)(?P<who>[^，。；：:、（(]{2,14})"
)
_NOT: Final = re.compile(r"不是(?P<who>[^，。；：:、（(某]{2,8}?)(?=[，。；]|$)")
_ONLY: Final = re.compile(
    r"(?P<topic>[^，。；：:]{2,16}?)(?:只|仅)(?:及于|针对|适用于|限于|约束|涵盖)(?P<who>[^，。；]{2,40})"
)
_OUT: Final = re.compile(
    r"(?P<who>[^，。；：:]{2,20}?)(?:不在(?:该|此|上述|这一)?(?:禁令|限制|范围|规定)(?:之)?内|不受此限)"
)
_DENIES: Final = re.compile(r"没有要求|并不要求|不要求|不存在|不含|没有“[^”]+”|并无|未规定|没有规定")
_COMMON: Final = frozenset((
    "规定", "要求", "管理", "办法", "通知", "业务", "机构", "监管", "金融", "商业", "银行",
    "贷款", "产品", "平台", "数据", "信息", "用户", "服务", "公司", "客户", "网络", "互联",
    "联网", "个人", "进行", "完成", "相关", "有关", "不得", "应当",
))  # fmt: skip


@value
class Bound:
    """Whom an entry binds, as it says itself, and whom it says that it does not; "" where it does not."""

    who: str
    other: str


@value
class Limit:
    """A clause that limits or excludes: what it is about ("" for the whole entry), for whom, and the clause."""

    topic: str
    who: str
    words: str


@lru_cache(maxsize=500)
def bound_by(entry: RegisterEntry) -> Bound | None:
    """Whom the register says that a document binds; None where it does not say."""
    words = entry.provisions.zh
    found = _BINDS.search(words)
    if found is None:
        return None
    other = _NOT.search(words, found.end())
    return Bound(found["who"], other["who"] if other else "")


@lru_cache(maxsize=500)
def limits_of(entry: RegisterEntry) -> tuple[Limit, ...]:
    """The clauses that hold for some only, or not for some."""
    found = []
    for sentence in _SENTENCE.split(f"{entry.key_numbers.zh}；{entry.provisions.zh}"):
        for pattern in (_ONLY, _OUT):
            match = pattern.search(_BRACKETS.sub("", sentence))
            if match is not None:
                found.append(
                    Limit(match["topic"] if pattern is _ONLY else "", match["who"], match[0].strip())
                )
    return tuple(found)


def denials(entry: RegisterEntry) -> tuple[str, ...]:
    """The clauses in which an entry says what the document does not contain."""
    return _denials(entry.provisions.zh)


@lru_cache(maxsize=500)
def _denials(words: str) -> tuple[str, ...]:
    clauses = (c for s in _SENTENCE.split(words) for c in _CLAUSE.split(s))
    return tuple(c.strip("—– ") for c in clauses if _DENIES.search(c))


@lru_cache(maxsize=5000)
def pairs_of(words: str) -> frozenset[str]:
    """The pairs of neighbouring characters of a phrase, without those of any regulation."""
    return frozenset(
        p for i in range(len(words) - 1)
        if re.fullmatch(r"[\u4e00-\u9fffA-Za-z0-9]{2}", p := words[i : i + 2]) and p not in _COMMON
    )  # fmt: skip
