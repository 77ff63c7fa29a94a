"""A change whose clause names its own subject is not held against the values of another."""

from __future__ import annotations

import pytest

from desktop.core.finding import Finding
from tests.audit.check_cases import checked


def reds(text: str) -> list[Finding]:
    """The findings that accuse."""
    return [f for f in checked(text).findings if f.verdict.tone == "red"]


@pytest.mark.parametrize(
    "text",
    [
        "某店2018年营业额310万元、毛利率18%，2019年营业额124万元、毛利率23%，营业额少了六成。",
        "车间良率由96.4%提高到97.9%，提高1.5个百分点；反过来看，不良率降了四成多。",
        "他每月还款从利率4.00%时的4774元降到约4380元，每月少还近400元。利率降了0.70个百分点。",
    ],
)
def test_the_values_of_something_else_accuse_no_change(text: str) -> None:
    assert not reds(text)


@pytest.mark.parametrize(
    "text",
    [
        "某店毛利率由18%升到23%，毛利率上升了27.8个百分点。",
        "某店营业额由310万元降到124万元，营业额少了四成。",
        "某店门店数量由100家降到80家，门店减少了三成。",
    ],
)
def test_a_change_of_the_subject_itself_is_held(text: str) -> None:
    assert reds(text)
