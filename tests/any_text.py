"""Texts of any kind, for tests of what must hold for all of them."""

from __future__ import annotations

from hypothesis import strategies as st

PIECES = (
    "2021年", "近半年", "约", "不低于", "30%", "1,286.4", "亿元", "万", "-", "~", "至", "从", "降至",
    "三四十", "几", "半", "第", "前",
    "《", "》", "管理办法", "|", "---", "\n", "\n\n", "# ", "- ", "一、", "（1）", "，", "。", "其中",
    "同比", "$", "B", "+", "**", "*", "`",
    "　", "\r\n", "/日", "Q3", "TOP", "https://a.b/1", "分之", "百", "成", "元", "个百分点", "𠮷",
    "\0", "\u2028", "１２", "％", "的", "企业", "二是",
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=120), st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
