"""Which section of the manual tells about a screen: found by where its class is written, so that none is forgotten."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from thidua_desktop.services.manual import FIRST

_UI = "thidua_desktop.ui."

TOPICS: dict[str, str] = {
    "backups": "an-toan#sao-luu",
    "calendar": "lich",
    "calendar.commemorations_dialog": "lich#ngay-ky-niem",
    "calendar.evidence_part": "lich#ket-qua",
    "calendar.letter_dialog": "lich#cong-van-don-doc",
    "calendar.planner_dialog": "lich#lap-lich-nguoc",
    "calendar.series_dialog": "lich#lap-lai",
    "calendar.steps_part": "lich#cac-buoc",
    "calendar.urging_dialogs": "lich#don-doc",
    "calendar.urging_part": "lich#don-doc",
    "common.column_chooser": "bang#cot",
    "common.passwords": "an-toan#mat-khau",
    "common.pdf_preview": "in-an#xem-truoc",
    "councils": "hoi-dong",
    "councils.attendance_pane": "hoi-dong#diem-danh",
    "councils.ballot_dialog": "hoi-dong#phieu",
    "councils.ballots_pane": "hoi-dong#phieu",
    "councils.compare_page": "hoi-dong#kiem-phieu",
    "councils.conflict_dialog": "hoi-dong#xung-dot",
    "councils.conflicts_pane": "hoi-dong#xung-dot",
    "councils.convene_dialog": "hoi-dong#dua-ra",
    "councils.council_dialog": "hoi-dong#thanh-vien",
    "councils.councils_view": "hoi-dong#thanh-vien",
    "councils.count_pane": "hoi-dong#kiem-phieu",
    "councils.lines_pane": "hoi-dong#danh-sach-trinh",
    "councils.meeting_dialog": "hoi-dong#phien-hop",
    "councils.papers_pane": "hoi-dong#giay-to",
    "councils.pick_dialog": "hoi-dong#thanh-vien",
    "councils.roster_pane": "hoi-dong#thanh-vien",
    "councils.verdict_dialogs": "hoi-dong#ket-qua",
    "councils.verdicts_pane": "hoi-dong#ket-qua",
    "decisions": "quyet-dinh",
    "decisions.bonus_dialog": "quyet-dinh#tien-thuong",
    "decisions.certificate_dialog": "bang-khen",
    "decisions.change_dialogs": "quyet-dinh#dinh-chinh",
    "decisions.confirm_dialog": "so-khen-thuong#giay-xac-nhan",
    "decisions.draft_dialog": "quyet-dinh#lap-du-thao",
    "decisions.fund_dialog": "so-khen-thuong#quy",
    "decisions.fund_pane": "so-khen-thuong#quy",
    "decisions.names_dialog": "quyet-dinh#doi-chieu",
    "decisions.register_pane": "so-khen-thuong",
    "decisions.sent_up_dialogs": "so-khen-thuong#trinh-cap-tren",
    "decisions.sent_up_pane": "so-khen-thuong#trinh-cap-tren",
    "decisions.sign_dialog": "quyet-dinh#ky",
    "directory": "danh-ba",
    "directory.look_alikes_window": "danh-ba#gop",
    "directory.merge_dialog": "danh-ba#gop",
    "directory.merge_units_dialog": "danh-ba#sap-nhap",
    "directory.provinces_dialog": "danh-ba#sap-nhap",
    "directory.recipients_pane": "danh-ba#ca-nhan",
    "directory.recipient_dialog": "danh-ba#ca-nhan",
    "directory.unit_dialogs": "danh-ba#sap-nhap",
    "directory.unify_dialog": "danh-ba#don-vi",
    "directory.units_pane": "danh-ba#don-vi",
    "doctor": "nhan-danh-sach",
    "doctor.board": "nhan-danh-sach#thu-muc",
    "doctor.defaults_dialog": "nhan-danh-sach#gia-tri-chung",
    "doctor.export_dialog": "nhan-danh-sach#mau",
    "doctor.template_dialog": "nhan-danh-sach#mau",
    "global_search": "cua-so#tim-kiem",
    "help": "phim-tat",
    "history": "an-toan#nhat-ky",
    "manual": "cua-so#tro-giup",
    "nominations": "de-nghi",
    "nominations.ask_dialog": "dieu-kien#dieu-con-thieu",
    "nominations.award_dialog": "de-nghi#nhieu-dong",
    "nominations.bulk_dialog": "de-nghi#nhieu-dong",
    "nominations.due_window": "dieu-kien#den-han",
    "nominations.findings_panel": "dieu-kien",
    "nominations.override_dialog": "dieu-kien#quyet-dinh-khac",
    "nominations.paste_dialog": "de-nghi#dan",
    "nominations.quota_dialog": "dieu-kien#ty-le",
    "nominations.round_dialog": "de-nghi#dot-xet",
    "nominations.tie_dialog": "de-nghi#gan-danh-ba",
    "office": "bat-dau#co-quan",
    "office.first_start": "bat-dau#lan-dau",
    "opening": "su-co#khong-mo-duoc",
    "packages": "an-toan#chuyen-may",
    "palette": "cua-so#tim-kiem",
    "plans": "ke-hoach",
    "plans.adjustments_table": "ke-hoach#dieu-chinh",
    "plans.approval_dialog": "ke-hoach#phe-duyet",
    "plans.document_table": "ke-hoach#van-ban",
    "plans.duplicates_dialog": "ke-hoach#trung",
    "plans.links_dialog": "ke-hoach#lien-ket",
    "plans.new_plan_dialog": "ke-hoach#lap-moi",
    "plans.numbering_dialog": "ke-hoach#van-ban",
    "plans.preview": "nhap-ke-hoach#xem-lai",
    "plans.rollover_dialog": "ke-hoach#nam-sau",
    "plans.split_dialog": "nhap-ke-hoach#xem-lai",
    "plans.structure_pane": "ke-hoach#van-ban",
    "plans.tracker_return": "lich#bang-theo-doi",
    "reminders": "lich#nhac-viec",
    "reports": "bao-cao",
    "reports.archive_window": "bao-cao#da-gui",
    "reports.charts_pane": "bao-cao#bieu-do",
    "reports.check_window": "bao-cao#kiem-tra",
    "reports.dispatch_dialog": "bao-cao#da-gui",
    "reports.figures_pane": "bao-cao#tong-hop",
    "reports.forms_pane": "bieu-mau",
    "reports.movement_dialog": "bao-cao#phong-trao",
    "reports.movements_window": "bao-cao#phong-trao",
    "reports.named_dialog": "bao-cao#dang-ky",
    "reports.registration_paste": "bao-cao#dang-ky",
    "reports.registrations_window": "bao-cao#dang-ky",
    "reports.reviews_pane": "bao-cao#loi-van",
    "reports.workbook_window": "bieu-mau#bieu-cap-tren",
    "rulebooks": "dieu-kien#bo-quy-dinh",
    "starting": "bat-dau#viec-dau-tien",
    "submissions": "ho-so",
    "templates": "in-an#mau-van-ban",
    "trash": "an-toan#thung-rac",
    "years": "an-toan#khoa-so",
}
"""Chapter and section by package and module of ``ui``; a module that is not named is told about with its package."""


def topic_of(widget: QWidget | None) -> str:
    """The section about the screen that a widget stands in, as ``chapter#anchor``; "" where only the frame is known."""
    while widget is not None:
        found = _named(type(widget))
        if found:
            return found
        widget = widget.parentWidget()
    return ""


def split(topic: str) -> tuple[str, str]:
    """Chapter and anchor; the first chapter where nothing is named."""
    chapter, _, anchor = (topic or FIRST).partition("#")
    return chapter, anchor


def _named(kind: type[QWidget]) -> str:
    """Of the class or, for one that only gives another its own words, of what it is made of."""
    for made in kind.__mro__:
        module = made.__module__
        if not module.startswith(_UI):
            continue
        name = module.removeprefix(_UI)
        found = TOPICS.get(name) or TOPICS.get(name.partition(".")[0])
        if found:
            return found
    return ""
