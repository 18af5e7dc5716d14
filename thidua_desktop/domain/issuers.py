"""Which of the bodies that may decide an office is, and whom it would ask otherwise."""

from __future__ import annotations

import re
from collections.abc import Sequence

from thidua_desktop.common.vietnamese import fold

_LEVELS = (
    (r"(ubnd|uy ban nhan dan) (tinh|thanh pho)\b", ("chu_tich_ubnd_tinh", "nguoi_dung_dau_bo_nganh", "bo_tinh")),
    (r"(ubnd|uy ban nhan dan) (huyen|quan|thi xa)\b", ("chu_tich_ubnd_huyen",)),
    (r"(ubnd|uy ban nhan dan) (xa|phuong|dac khu|thi tran)\b", ("chu_tich_ubnd_xa",)),
    (r"(bo|thanh tra chinh phu)\b", ("bo_truong", "nguoi_dung_dau_bo_nganh")),
    (r"(so|van phong|thanh tra tinh|ban (quan ly|dan toc|thi dua))\b", ("thu_truong_so",)),
    (r"(cong ty|tong cong ty|hop tac xa)\b", ("tong_giam_doc_giam_doc_doanh_nghiep_htx", "doanh_nghiep_htx")),
)
"""How the names of offices begin, and the codes of the bodies that they are, highest first."""

_ANY_UNIT = ("thu_truong_don_vi", "thu_truong_don_vi_tu_cach_phap_nhan")
PROVINCE = "chu_tich_ubnd_tinh"


def own_bodies(name: str) -> tuple[str, ...]:
    """The bodies that the head of an office of this name is, in the codes of the rulebooks; none for no name."""
    folded = fold(name)
    if not folded:
        return ()
    for pattern, bodies in _LEVELS:
        if re.match(pattern, folded):
            return bodies
    return _ANY_UNIT


def deciding_body(bodies: Sequence[str], office: str, superior: str = "") -> str | None:
    """Who of several bodies decides for an office: its own head, else that of its superior, else the first of them."""
    for own in (own_bodies(office), own_bodies(superior)):
        for body in own:
            if body in bodies:
                return body
    return bodies[0] if bodies else None


def own_first(bodies: Sequence[str], office: str, superior: str = "") -> tuple[str, ...]:
    """The bodies that may decide, the one who decides for an office first."""
    first = deciding_body(bodies, office, superior)
    return tuple(sorted(bodies, key=lambda body: body != first))


_HEAD = re.compile(r"^(pho )?(chu tich|giam doc|tong giam doc|thu truong|hieu truong|bo truong|truong ban)\b *")


def signs_here(signed_by: str, office: str) -> bool:
    """Whether who decides, in words ("Giám đốc Sở Nội vụ"), is an office's own head; so is a post without an office."""
    named, own = _HEAD.sub("", fold(signed_by)).replace("uy ban nhan dan", "ubnd"), fold(office)
    own = own.replace("uy ban nhan dan", "ubnd")
    return not named or named in own or own in named or own_bodies(named) == _ANY_UNIT


def is_own(body: str, office: str) -> bool:
    """Whether an office's own head is meant."""
    return body in own_bodies(office)
