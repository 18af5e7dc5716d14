"""Items of work sections that may be none: the plan's run, pointers to an annex; and work that looks like them."""

from __future__ import annotations

import re

from thidua_desktop.importing.plans.outline import Node
from thidua_desktop.importing.plans.sections import attribute_of
from thidua_desktop.importing.plans.text import plain
from thidua_desktop.importing.plans.verbs import starts_duty

_RUN_OF_PLAN = re.compile(
    r"(?:thoi gian|phong trao|ke hoach|dot (?:thi dua|phat dong)|cuoc (?:thi|van dong)|viec (?:trien khai|phat dong))\b"
    r"[^.;:]{0,90}\b(?:tu|bat dau|keo dai|den het)\b[^.;]{0,90}[.;]?$"
    r"|(?:thoi gian[^:]{0,30}:\s*)?tu (?:het )?tuan (?:hoc )?(?:thu )?\d{1,2} (?:cho )?(?:den|toi) (?:het )?tuan "
    r"(?:hoc )?(?:thu )?\d{1,2}\W*$"
)
"""The run of the plan or of its movement: nobody's task."""
_NO_WORK = re.compile(
    r"(?:khong co(?: noi dung| nhiem vu| cong viec| hoat dong)?(?: rieng| moi| phat sinh)*|khong|(?:\(?kem theo|"
    r"\(?co (?:phu luc|"
    r"danh sach|ke hoach)|"
    r"(?:noi dung|tien do|thoi gian|nhiem vu|chi tiet|lich|danh muc)[^.;:]{0,60}\b(?:theo|tai|xem)\s+(?:phu luc|"
    r"bieu|bang|"
    r"danh muc|lich)\b|noi dung[^:.;]{0,30}:\s*theo (?:de cuong|huong dan|quy dinh|mau)\b|"
    r"ghi chu\s*:|luu y\s*:|\(\*|\[\d).*)\W*"
)


def says_nothing(text: str) -> bool:
    """Whether an item says that there is no work, or where it is told."""
    return _NO_WORK.fullmatch(plain(text)) is not None


def is_run(text: str) -> bool:
    """Whether an item tells how long the plan or its movement runs."""
    return _RUN_OF_PLAN.match(plain(text)) is not None


def is_work_above_other_signs(node: Node, children: list[Node]) -> bool:
    """A finished sentence of work with a sign, and below it items with another sign: nothing of it may be lost."""
    return (
        node.marker is not None
        and node.marker.is_bullet
        and node.text.endswith((".", ";"))
        and starts_duty(node.text)
        and all(child.marker is not None and child.marker.is_bullet for child in children)
    )


_STAGE = re.compile(r"(?:to chuc\s+)?(?:trien khai|thuc hien|phat dong|chuan bi|tong ket|so ket)[^:;.\d]{0,60}:")


def is_stage(node: Node) -> bool:
    """ "Triển khai thực hiện: từ … đến …" among its sister stages (phát động, tổng kết) is work, not the plan's run."""
    sisters = node.above.children if node.above is not None else []
    alike = [sister for sister in sisters if sister is not node and sister.style == node.style and node.marker]
    return bool(_STAGE.match(plain(node.text))) and any(
        ":" in sister.text and attribute_of(sister.text) is None for sister in alike
    )
