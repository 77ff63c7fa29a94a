"""What a match with the register says of itself."""

from __future__ import annotations

from desktop.core.text import Text

NOWHERE = Text(
    "登记簿里没有相同的文号或相近的标题。", "The register has no such number and no title close to it."
)
NO_TITLE = Text(
    "登记簿里没有相近的标题，文中也没有写文号。",
    "The register has no title close to it, and the text gives no number.",
)
NEAREST = Text(
    "文中没有写文号；登记簿里名称相近的是《{0}》{1}，未必是同一文件。",
    "The text gives no number; the nearest title in the register is “{0}”{1}, which need not be the same document.",
)
NEAREST_OTHER = Text(
    "登记簿里没有相同的文号；名称相近的是《{0}》{1}，未必是同一文件。",
    "The register has no such number; the nearest title is “{0}”{1}, which need not be the same document.",
)
NUMBER_WHY = Text("文号与登记簿的 {0} 相同。", "The number is the register's {0}.")
NUMBER_ONLY = Text(
    "文号与登记簿的 {0} 相同，但标题不像《{1}》。",
    "The number is the register's {0}, but the title is not like “{1}”.",
)
EXACT_WHY = Text("标题与登记簿相同{0}", "The title is that of the register{0}")
NAMED_WHY = Text(
    "文中没有用书名号，写的是登记簿中的名称。", "The text names it as the register does, without title marks."
)
NEAR_WHY = Text("文中的名称每个词都在《{0}》里{1}", "Every word of the name stands in “{0}”{1}")
DRAFT_WHY = Text(
    "登记簿里能对上的只有同名的征求意见稿{0}",
    "Only the consultation draft of this title in the register fits{0}",
)
VERSION_WHY = Text("与《{0}》只差版本字样{1}", "Only a word of version sets it apart from “{0}”{1}")
ONLY_DRAFT = Text(
    "登记簿只有这个标题的征求意见稿，日期或文号与文中不符。",
    "The register has this title as a consultation draft only, of another date or number.",
)
OTHER_VERSION = Text(
    "登记簿里同名的是另一稿（征求意见稿与正式稿、或另一年份）。",
    "The register has another version of this title (draft or final, or of other years).",
)
SHARED = Text(
    "登记簿里有 {0} 个条目都可能是它，文中的日期分不出是哪一个。",
    "{0} entries of the register may be meant, and the text's date does not tell which.",
)
CLOSE = Text(
    "与《{0}》的标题相近，但日期、文号不符，或相近得不够。",
    "Close to “{0}”, but its date or number is another, or not close enough.",
)
CLOSE_UNNUMBERED = Text(
    "与《{0}》的标题相近，但日期不符，或相近得不够；文中没有写文号。",
    "Close to “{0}”, but its date is another, or it is not close enough; the text gives no number.",
)
CONFLICT = Text(
    "文号属于《{0}》，标题却是另一个条目的，两者矛盾。",
    "The number is that of “{0}”, the title that of another entry.",
)
OTHER_NUMBER = Text(
    "标题相同，但登记簿的文号是 {0}，与文中不同。",
    "The title is the same, but the register's number is “{0}”.",
)
OLDER = Text(
    "标题相同，但文中写 {0}，登记簿最早是 {1}，可能是同名的旧文件。",
    "The title is the same, but the text says {0} and the register begins {1}: perhaps an older document.",
)
