"""Word templates that an office may edit: the papers that have one, and the fields that each may use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum


class TemplateKind(StrEnum):
    """The papers that an office may lay out itself; the value is the name of the file."""

    DECISION = "quyet-dinh"
    PROPOSAL = "to-trinh"
    MINUTES = "bien-ban"
    INVITATION = "giay-moi"
    NOTICE = "thong-bao"
    CONFIRMATION = "giay-xac-nhan"


class TemplatePart(StrEnum):
    """Where in a Word file a field stands."""

    BODY = "body"
    HEADER = "header"
    FOOTER = "footer"
    FOOTNOTES = "footnotes"


@dataclass(frozen=True, slots=True)
class TemplateField:
    """A field: a text, or a list whose lines are texts (``lines`` empty) or have fields of their own."""

    name: str
    many: bool = False
    lines: tuple[TemplateField, ...] = ()
    needed: bool = False
    """A template without it would print a paper that lacks something that has to be there."""
    long: bool = False
    """A list that may have thousands of lines: it is not repeated within another one."""


def _texts(names: str) -> tuple[TemplateField, ...]:
    return tuple(TemplateField(name) for name in names.split())


def _lists(names: str) -> tuple[TemplateField, ...]:
    return tuple(TemplateField(name, many=True) for name in names.split())


def _list(name: str, lines: str, *, needed: bool = False, long: bool = False) -> TemplateField:
    return TemplateField(name, True, _texts(lines), needed, long)


_FRAME = (
    *_texts("co_quan_chu_quan co_quan"),
    TemplateField("so_ky_hieu", needed=True),
    TemplateField("dia_danh_ngay_thang", needed=True),
    *_texts("trich_yeu chuc_vu_nguoi_ky nguoi_ky"),
    *_lists("noi_nhan"),
)
_ANNEX = (
    *_texts("ten_danh_sach kem_theo tong_danh_sach"),
    _list("danh_sach", "nhom stt ten chuc_vu_don_vi so_vang", needed=True, long=True),
)
_RESULTS = "stt ten danh_hieu so_phieu ty_le ket_luan"

FIELDS: Mapping[TemplateKind, tuple[TemplateField, ...]] = {
    TemplateKind.DECISION: (
        *_FRAME,
        *_texts("tham_quyen"),
        *_lists("can_cu"),
        TemplateField("cac_dieu", True, (*_texts("dieu noi_dung"), *_lists("chi_tiet")), needed=True),
        *_ANNEX,
    ),
    TemplateKind.PROPOSAL: (
        *_FRAME,
        *_texts("kinh_gui"),
        *_lists("kinh_gui_nhieu can_cu"),
        TemplateField("noi_dung", many=True, needed=True),
        *_ANNEX,
    ),
    TemplateKind.MINUTES: (
        *(field for field in _FRAME if field.name not in ("dia_danh_ngay_thang", "chuc_vu_nguoi_ky", "nguoi_ky")),
        *_texts("bat_dau dia_diem co_mat"),
        TemplateField("thanh_phan", many=True, needed=True),
        *_texts("vang_mat"),
        *_lists("nguoi_vang"),
        *_texts("chu_tri thu_ky"),
        *_lists("noi_dung khong_tham_gia"),
        *_texts("bieu_quyet"),
        _list("ket_qua", _RESULTS, needed=True, long=True),
        *_lists("ly_do"),
        *_texts("ket_luan ket_thuc thu_ky_ky chu_toa_ky"),
    ),
    TemplateKind.INVITATION: (
        TemplateField(
            "cac_thu",
            True,
            (
                *_FRAME,
                TemplateField("loi_moi", needed=True),
                *_texts("cuoc_hop chu_tri thoi_gian dia_diem"),
                *_lists("ghi_chu"),
                *_texts("de_nghi kem_giay_moi"),
                _list("chuong_trinh", "stt thoi_gian noi_dung nguoi_thuc_hien"),
                *_texts("con_nua"),
            ),
            needed=True,
        ),
    ),
    TemplateKind.NOTICE: (
        *_FRAME,
        *_texts("mo_dau"),
        _list("ket_qua", "stt ten danh_hieu ket_qua ly_do", needed=True, long=True),
        *_texts("tong ket_thuc"),
    ),
    TemplateKind.CONFIRMATION: (
        *_FRAME,
        TemplateField("xac_nhan", needed=True),
        *_lists("chi_tiet"),
        *_texts("da_duoc"),
        _list("khen_thuong", "stt nam danh_hieu quyet_dinh so_vang", needed=True, long=True),
        *_texts("muc_dich"),
    ),
}
"""The fields of each paper; their meaning in words stands in ``wording.paper_templates``."""


def every_field(kind: TemplateKind) -> Iterator[tuple[TemplateField, TemplateField | None]]:
    """The fields of a paper, each with the list that it is a line's field of."""
    pending: list[tuple[TemplateField, TemplateField | None]] = [(field, None) for field in FIELDS[kind]]
    while pending:
        field, owner = pending.pop(0)
        yield field, owner
        pending[0:0] = [(inner, field) for inner in field.lines]
