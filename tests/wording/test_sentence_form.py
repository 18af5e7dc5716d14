"""The form of what is told: what happened, what was kept, what to do; in the words of an office."""

from __future__ import annotations

import re
import string
import unicodedata

from thidua_desktop.wording import messages

_SAYS_KEPT = re.compile(
    r"giữ nguyên|còn nguyên|được giữ|\bvẫn (xét|khóa|lập)|không bị ảnh hưởng|"
    r"\bchưa (có gì|lưu|ghi|dán|in|tính|lập|đọc|nhập|trình|rút|trả|mở|xóa|đính kèm|được)\b",
    re.IGNORECASE,
)
_SAYS_WHAT_TO_DO = re.compile(r"\bhãy ", re.IGNORECASE)
_LONGEST = 420

NOTHING_TO_DO = frozenset({"work.cancelled"})
"""The clerk has just stopped the work."""

OF_COMMANDS = frozenset(
    {
        "period.unreadable",
        "question.unreadable",
        "tally_file.unreadable",
        "tally_file.wrong",
        "certificate.blank_unknown",
    }
)
"""Met on the command line alone, where days, files and answers are written as machines do."""

OF_OWN_FILES = ("rulebook.", "form.", "report_text.")
"""About text files that an office writes itself: their editor and their signs are called as the editor calls them."""

_JARGON = re.compile(
    r"(?<![\w.-])(sqlite|sqlcipher|json|toml|utf-8|token|none|null|index|cache|schema|server|database|code|key|log|"
    r"session|error|file|failed|invalid|exception|traceback|byte|regex|webdav|ssh|api|url|id|parse|field|"
    r"lỗi không xác định|lỗi hệ thống|ngoại lệ|chuỗi ký tự|(?<!văn )bản ghi|tham số|cú pháp)(?![\w-])",
    re.IGNORECASE,
)
_BLAME = re.compile(r"anh/chị (đã )?(quên|nhập sai|làm sai|gõ sai)|do (lỗi của )?người dùng|bạn\b", re.IGNORECASE)
_SAME_THING: dict[str, tuple[str, ...]] = {
    "tệp": ("tập tin",),
    "lưu": ("chưa ghi gì", "ghi lại thành công"),
    "nhật ký thay đổi": ("nhật ký thao tác", "lịch sử thay đổi"),
    "nhiệm vụ": ("đầu việc", "tác vụ"),
    "phiên họp": ("cuộc họp", "buổi họp"),
    "đợt xét": ("đợt bình xét", "kỳ xét"),
    "dự thảo": ("bản thảo", "bản nháp"),
    "tránh biểu quyết": ("không biểu quyết",),
    "sớm hơn": ("đứng trước ngày đầu",),
    "thùng rác": ("sọt rác",),
    "văn bản kết quả": ("minh chứng",),
    "mật khẩu": ("mật mã",),
    "bấm": ("nhấn", "nhấp", "kích chuột", "click"),
}
"""What the program calls a thing, with the words that would say the same in another way."""
_OTHER_WORDS = re.compile(
    r"(?<!\w)(" + "|".join(word for words in _SAME_THING.values() for word in words) + r")(?!\w)", re.IGNORECASE
)
_TABLES = {"ERRORS": messages.ERRORS, "FINDINGS": messages.FINDINGS, "OPERATIONS": messages.OPERATIONS}
_EVERY = [(code, sentence) for table in _TABLES.values() for code, sentence in table.items()]


def shown(sentence: str) -> str:
    """A sentence without the names of its parameters."""
    return re.sub(r"\{\w+\}", "…", sentence)


def test_an_error_says_what_happened_what_was_kept_and_what_to_do() -> None:
    for code, sentence in messages.ERRORS.items():
        if code not in NOTHING_TO_DO:
            _happened, _stop, rest = shown(sentence).partition(". ")
            to_do = _SAYS_WHAT_TO_DO.search(rest)
            assert to_do is not None, f"what to do: {sentence}"
            assert _SAYS_KEPT.search(rest[: to_do.start()]), f"what was kept: {sentence}"


def test_sentences_begin_and_end_as_sentences() -> None:
    odd = [
        sentence
        for table in (messages.ERRORS, messages.FINDINGS)
        for sentence in map(shown, table.values())
        if not (sentence[0].isupper() or sentence[0] in "“…") or not sentence.endswith((".", "?", "…)", "”"))
    ]
    assert odd == []
    assert [text for text in messages.OPERATIONS.values() if text[0].isupper() or text.endswith((".", ";"))] == []


def test_every_sentence_is_written_with_care() -> None:
    """Composed letters, paired quotation marks and brackets, no doubled or stray space, not longer than is read."""
    for code, sentence in _EVERY:
        assert unicodedata.is_normalized("NFC", sentence), code
        assert sentence.count("“") == sentence.count("”"), code
        assert sentence.count("(") == sentence.count(")"), code
        assert not re.search(r"  | [.,;:?](?!\w)|\.\.(?!\d)|;;|,,", sentence), code
        assert len(sentence) <= _LONGEST, code
        assert not re.search(r"\b(xoá|huỷ|hoà|khoá|thoả|uỷ|hoá)\b", sentence, re.IGNORECASE), code


def test_no_sentence_speaks_of_the_machinery() -> None:
    found = [
        f"{code}: {said.group()}"
        for code, sentence in _EVERY
        if code not in OF_COMMANDS and not code.startswith(OF_OWN_FILES)
        for said in _JARGON.finditer(shown(sentence))
    ]
    assert found == []


def test_no_sentence_blames_the_clerk() -> None:
    assert [code for code, sentence in _EVERY if _BLAME.search(sentence)] == []


def test_one_thing_has_one_name() -> None:
    found = [f"{code}: {said.group()}" for code, sentence in _EVERY for said in _OTHER_WORDS.finditer(sentence)]
    assert found == []


def test_words_of_the_office_stand_in_quotation_marks() -> None:
    """Names, titles and typed texts are set apart from the sentence; numbers and days are not."""
    quoted = ("title", "path", "text", "name", "award", "sheet", "heading")
    odd = [
        f"{code}: {{{part}}}"
        for code, sentence in messages.ERRORS.items()
        for before, part, _spec, _conversion in string.Formatter().parse(sentence)
        if part in quoted and not before.endswith("“")
    ]
    assert [one for one in odd if one not in NOT_QUOTED] == []


NOT_QUOTED = frozenset({"certificate.text_too_long: {text}"})
"""Long texts after a colon."""
