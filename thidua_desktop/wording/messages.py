"""One Vietnamese sentence for each error and finding: what happened, what was kept, what to do.

A template names parameters as ``{name}``; days, states and paths are written as the clerk knows them.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import Any

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.dossiers import DocumentState
from thidua_desktop.domain.eligibility.verdicts import Verdict
from thidua_desktop.domain.facts import FactKind
from thidua_desktop.domain.findings import Finding
from thidua_desktop.domain.nominations import NominationState
from thidua_desktop.domain.submissions import SubmissionState
from thidua_desktop.domain.tasks import TaskState
from thidua_desktop.wording import councils, formats, labels

PASSWORD_WARNING = "Quên mật khẩu thì không ai mở lại được tệp, kể cả người làm ra chương trình. Hãy ghi mật khẩu ra giấy và cất ở nơi an toàn của cơ quan."
"""Said before a password is set."""

ERRORS: dict[str, str] = {
    **councils.ERRORS,
    "doctor.no_name_column": "Phải có một cột là họ tên hoặc tên tập thể. Cách hiểu các cột giữ nguyên; hãy chọn cột họ tên trước.",
    "doctor.folder_unreadable": "Không mở được thư mục “{path}”. Chưa đọc tệp nào; hãy kiểm tra ổ đĩa, quyền truy cập rồi chọn lại.",
    "doctor.folder_too_full": "Thư mục “{path}” có hơn {limit} tệp. Chưa đọc tệp nào; hãy chọn thư mục chỉ có danh sách của đợt xét.",
    "doctor.refused": "Tệp “{name}” không phải danh sách nhập được. Chưa lưu dòng nào; hãy xem lý do ở đầu danh sách hoặc chọn tệp khác.",
    "doctor.rows_faulty": "Còn {count} dòng chưa nhập được. Chưa lưu dòng nào; hãy sửa hoặc bỏ các dòng đó rồi nhập lại.",
    "doctor.nothing_taken": "Không có dòng nào được chọn để nhập. Chưa lưu gì; hãy đánh dấu các dòng cần nhập.",
    "doctor.already": "Nội dung của tệp “{name}” đã được nhập trước đây. Chưa lưu thêm; nếu vẫn muốn nhập, hãy chọn nhập lại.",
    "doctor.no_round": "Danh sách đề nghị phải thuộc một đợt xét. Chưa lưu dòng nào; hãy chọn đợt xét trước.",
    "preset.incomplete": "Mẫu cột cần có tên và ít nhất một cột. Chưa lưu gì; hãy ghi tên, chọn cột rồi lưu lại.",
    "returned.nothing": "Danh sách “{name}” không có ô nào cần đơn vị sửa. Chưa ghi tệp nào.",
    "entry.birth_not_read": "“{text}” không phải là năm sinh hoặc ngày sinh. Ô giữ nguyên như cũ; hãy gõ dạng 1980 hoặc 17/5/1980.",
    "entry.block_not_read": "Dòng {line} của khối, cột “{column}”: không nhận “{text}”. Cả khối chưa được ghi, bảng giữ nguyên; hãy sửa ô đó rồi dán lại.",
    "entry.day_not_read": "“{text}” không phải là một ngày. Ô giữ nguyên như cũ; hãy gõ ngày dạng 15/6/2026 hoặc 15/6.",
    "entry.empty": "Ô này không được để trống. Ô giữ nguyên như cũ; hãy gõ lại nội dung.",
    "entry.masked_number": "“{text}” chỉ còn các chữ số cuối, không phải số CCCD đầy đủ. Ô giữ nguyên như cũ; hãy gõ đủ 12 chữ số.",
    "entry.not_read": "Ô này không nhận “{text}”. Ô giữ nguyên như cũ; hãy chọn trong danh sách hoặc gõ lại cho đúng.",
    "entry.unit_not_known": "Danh bạ chưa có đơn vị “{text}”, hoặc có nhiều đơn vị cùng tên. Ô giữ nguyên như cũ; hãy chọn trong danh sách hoặc thêm đơn vị trước.",
    "task.reason_missing": "Chuyển nhiệm vụ từ “{old}” sang “{new}” cần ghi lý do. Nhiệm vụ giữ nguyên; hãy ghi lý do rồi làm lại.",
    "quota.unit_not_known": "Đơn vị “{unit}” mới chỉ là tên ghi trong danh sách, chưa có trong danh bạ nên chưa ghi số riêng được. Chưa có gì thay đổi; hãy thêm đơn vị vào danh bạ, hoặc ghi số cho cả đợt.",
    "nomination.move_not_allowed": "Đề nghị đang ở “{old}” nên không chuyển sang “{new}” được. Đề nghị giữ nguyên; hãy chọn bước tiếp theo trong danh sách.",
    "nomination.reason_missing": "Chuyển đề nghị từ “{old}” sang “{new}” cần ghi lý do. Đề nghị giữ nguyên; hãy ghi lý do rồi làm lại.",
    "task.text_missing": "Nhiệm vụ chưa có nội dung. Chưa lưu gì; hãy ghi nội dung rồi lưu lại.",
    "task.progress_out_of_range": "Tiến độ {value} % không đúng. Chưa lưu gì; hãy ghi từ 0 đến 100.",
    "task.plan_in_trash": "Kế hoạch “{title}” đang ở trong thùng rác nên chưa lấy lại riêng nhiệm vụ của kế hoạch được. Chưa có gì thay đổi; hãy lấy lại kế hoạch trước.",
    "task.year_out_of_range": "Năm {value} của nhiệm vụ không đúng. Chưa lưu gì; hãy ghi năm có bốn chữ số, từ 1900 đến 2999.",
    "task.not_conditional": "Nhiệm vụ “{text}” không ghi “nếu có” nên không xác nhận hoặc đóng theo kiểu không phát sinh được. Nhiệm vụ giữ nguyên; nếu đúng là việc có điều kiện, hãy đánh dấu “nếu có” trước.",
    "task.step_text_missing": "Có bước việc chưa ghi nội dung. Chưa lưu gì; hãy ghi nội dung hoặc bỏ dòng trống rồi lưu lại.",
    "task.evidence_empty": "Minh chứng chưa có số văn bản, tên văn bản hoặc tệp kèm theo. Chưa lưu gì; hãy ghi ít nhất một thứ.",
    "task.urging_unit_missing": "Chưa ghi đôn đốc đơn vị nào. Chưa lưu gì; hãy chọn đơn vị rồi lưu lại.",
    "task.answered_too_early": "Ngày trả lời của “{unit}” sớm hơn ngày đôn đốc {urged_on}. Chưa lưu gì; hãy xem lại hai ngày.",
    "task.same_task": "Hai nhiệm vụ được chọn là một. Chưa có gì thay đổi; hãy chọn hai nhiệm vụ khác nhau.",
    "plan.part_move_impossible": "Không chuyển mục “{text}” đến chỗ ấy được. Bố cục giữ nguyên; hãy chọn chỗ ở ngoài mục này hoặc dưới một mục cùng cấp.",
    "plan.link_target_missing": "Liên kết chưa chỉ đến kế hoạch nào. Chưa lưu gì; hãy chọn một kế hoạch trong tệp hoặc ghi số văn bản.",
    "plan.link_to_itself": "Kế hoạch không liên kết với chính mình được. Chưa lưu gì; hãy chọn kế hoạch khác.",
    "plan.nothing_to_approve": "Kế hoạch chưa có gì khác so với lần phê duyệt trước. Chưa ghi lần phê duyệt mới; hãy điều chỉnh nhiệm vụ rồi làm lại.",
    "plan.approval_too_early": "Ngày phê duyệt sớm hơn lần phê duyệt trước ({before}). Chưa ghi gì; hãy xem lại ngày.",
    "series.rule_impossible": "Cách lặp lại “{frequency}” ghi tháng hoặc ngày không có trong kỳ. Chưa lập nhiệm vụ nào; hãy chọn lại ngày trong kỳ.",
    "series.not_recurring": "Nhiệm vụ “{text}” không thuộc việc định kỳ nào nên không sửa các kỳ sau được. Nhiệm vụ giữ nguyên; hãy sửa riêng nhiệm vụ này.",
    "series.report_unknown": "Chương trình không có báo cáo định kỳ ấy trong năm {year}. Chưa lập nhiệm vụ nào; hãy chọn lại trong danh sách.",
    "task.evidence_file_unreadable": "Không đọc được tệp “{path}”. Chưa ghi minh chứng nào; hãy kiểm tra lại tệp, USB hoặc ổ mạng rồi chọn lại.",
    "commemoration.impossible": "Ngày {day} tháng {month} không có trên lịch, hoặc ngày kỷ niệm chưa có tên. Chưa lưu gì; hãy ghi lại.",
    "planner.chain_empty": "Quy trình chưa có bước nào, hoặc có bước chưa ghi nội dung. Chưa tính ngày nào; hãy ghi từng bước.",
    "planner.step_length_impossible": "Số ngày của bước “{text}” không đúng. Chưa tính ngày nào; hãy ghi từ 0 đến {most} ngày.",
    "planner.chain_name_missing": "Quy trình chưa có tên. Chưa lưu gì; hãy đặt tên rồi lưu lại.",
    "plan.title_missing": "Kế hoạch chưa có tên. Chưa lưu gì; hãy ghi tên kế hoạch rồi lưu lại.",
    "plan.year_missing": "Văn bản không ghi năm của kế hoạch. Chưa lưu gì; hãy chọn năm rồi lưu lại.",
    "plan.year_out_of_range": "Năm {value} không đúng. Chưa lưu gì; hãy ghi năm có bốn chữ số, từ 1900 đến 2999.",
    "plan.part_is_task": "Nội dung “{text}” đã là nhiệm vụ. Chưa có gì thay đổi; hãy tìm nhiệm vụ ấy trong danh sách của kế hoạch.",
    "unit.name_missing": "Đơn vị chưa có tên. Chưa lưu gì; hãy ghi tên đơn vị rồi lưu lại.",
    "unit.days_reversed": "Ngày cuối ({last}) của “{name}” sớm hơn ngày đầu ({first}). Chưa lưu gì; hãy xem lại hai ngày.",
    "unit.below_itself": "“{name}” không thể đứng dưới “{parent}” vì “{parent}” thuộc chính đơn vị này. Cây đơn vị giữ nguyên; hãy chọn cấp trên khác.",
    "unit.name_taken": "Cùng cấp trên ấy đã có “{name}” trong cùng thời gian. Chưa lưu gì; nếu là một đơn vị, hãy dùng đơn vị đã có hoặc gộp hai đơn vị nhập trùng; nếu là hai, hãy ghi tên cho khác nhau.",
    "unit.event_too_early": "“{name}” mới có từ ngày {since} nên chưa thể thay đổi vào ngày đã ghi. Chưa ghi gì; hãy xem lại ngày.",
    "unit.ended_before": "“{name}” chỉ tồn tại đến hết ngày {last} nên không thay đổi được vào ngày đã ghi. Chưa ghi gì; hãy xem lại ngày, hoặc chọn đơn vị kế thừa.",
    "unit.later_event": "“{name}” đã có một thay đổi ghi từ ngày {day} nên không ghi thêm thay đổi trước ngày đó được. Chưa ghi gì; hãy hoàn tác thay đổi kia, rồi ghi lần lượt theo ngày.",
    "unit.event_empty": "Sáp nhập cần ít nhất hai đơn vị, tách cần ít nhất hai đơn vị mới. Chưa ghi gì; hãy chọn thêm đơn vị.",
    "unit.in_use": "“{name}” còn được dùng ở {count} chỗ ({kinds}) nên không xóa được. Đơn vị giữ nguyên; nếu nhập trùng, hãy gộp vào đơn vị đúng; nếu đã hết hoạt động, hãy ghi giải thể.",
    "unit.parent_in_trash": "Cấp trên “{name}” đang ở trong thùng rác nên chưa lấy lại riêng đơn vị này được. Chưa có gì thay đổi; hãy lấy lại cấp trên trước.",
    "unit.with_itself": "Hai đơn vị được chọn là một. Chưa có gì thay đổi; hãy chọn hai đơn vị khác nhau.",
    "unit.spelling_taken": "“{spelling}” đã được hiểu là “{name}”. Chưa ghi gì; nếu nay là đơn vị khác, hãy bỏ cách viết ấy ở “{name}” trước.",
    "unit.spelling_missing": "Chưa có cách viết nào để nhớ. Chưa ghi gì; hãy gõ cách viết rồi lưu lại.",
    "recipient.name_missing": "Hồ sơ chưa có họ tên hoặc tên gọi. Chưa lưu gì; hãy ghi tên rồi lưu lại.",
    "recipient.birth_impossible": "“{birth}” không phải năm sinh, ngày sinh đúng, hoặc còn ở phía trước. Chưa lưu gì; hãy ghi dạng 1980 hoặc 17/5/1980.",
    "recipient.number_taken": "Số định danh này đã có ở hồ sơ của “{name}”. Chưa lưu gì; nếu là một người, hãy dùng hồ sơ đã có hoặc gộp hai hồ sơ; nếu không, hãy kiểm tra lại số.",
    "recipient.in_use": "“{name}” có tên trong {count} đề nghị khen thưởng nên không xóa được. Hồ sơ giữ nguyên; nếu nhập trùng, hãy gộp vào hồ sơ đúng, hoặc xóa các đề nghị ấy trước.",
    "recipient.merged": "Hồ sơ “{name}” đã được gộp vào “{other}” nên không lấy lại riêng được. Chưa có gì thay đổi; nếu gộp nhầm, hãy hoàn tác việc gộp trong lịch sử thay đổi.",
    "recipient.merge_of_one": "Cần chọn ít nhất hai hồ sơ khác nhau để gộp. Chưa có gì thay đổi.",
    "recipient.merge_of_kinds": "Cá nhân, tập thể và hộ gia đình không gộp làm một được. Chưa có gì thay đổi; hãy chọn các hồ sơ cùng loại.",
    "recipient.post_title_missing": "Có chức vụ chưa ghi tên. Chưa lưu gì; hãy ghi tên chức vụ hoặc bỏ dòng trống.",
    "recipient.post_days_reversed": "Chức vụ “{title}” ghi ngày thôi giữ ({last}) sớm hơn ngày bắt đầu ({first}). Chưa lưu gì; hãy xem lại hai ngày.",
    "award_record.name_missing": "Mục khen thưởng chưa có tên người, tập thể hoặc hộ gia đình như trong quyết định. Chưa lưu gì; hãy ghi tên rồi lưu lại.",
    "award_record.year_impossible": "Năm {year} của mục khen thưởng không đúng. Chưa lưu gì; hãy ghi năm có bốn chữ số, năm đầu không sau năm cuối.",
    "award_record.recipient_in_trash": "Hồ sơ “{name}” đang ở trong thùng rác nên chưa lấy lại riêng mục khen thưởng được. Chưa có gì thay đổi; hãy lấy lại hồ sơ trước.",
    "round.name_missing": "Đợt xét chưa có tên. Chưa lưu gì; hãy ghi tên đợt xét rồi lưu lại.",
    "nomination.name_missing": "Đề nghị chưa có tên người, tập thể hoặc hộ gia đình được đề nghị. Chưa lưu gì; hãy ghi tên rồi lưu lại.",
    "nomination.award_not_for": "“{award}” không dành cho đối tượng “{kind}”. Chưa lưu gì; hãy chọn danh hiệu hoặc hình thức khen thưởng khác.",
    "nomination.round_in_trash": "Đợt xét “{name}” đang ở trong thùng rác nên chưa lấy lại riêng đề nghị của đợt được. Chưa có gì thay đổi; hãy lấy lại đợt xét trước.",
    "nomination.nothing_to_change": "Chưa chọn mục nào để sửa cho các dòng. Các dòng giữ nguyên; hãy đánh dấu ít nhất một mục rồi làm lại.",
    "nomination.award_reason_missing": "Đổi hình thức đề nghị của “{name}” khác với đơn vị trình cần ghi lý do. Các dòng giữ nguyên; hãy ghi lý do rồi làm lại.",
    "nomination.decided": "“{name}” đã ở “{state}” nên không đổi hình thức khen thưởng được nữa. Các dòng giữ nguyên; nếu quyết định sai, hãy làm quyết định đính chính hoặc thu hồi.",
    "nomination.counted_years_reversed": "“{name}”: thành tích tính từ năm {since} nhưng chỉ đến năm {until}. Các dòng giữ nguyên; hãy ghi lại hai năm.",
    "submission.move_not_allowed": "Hồ sơ của đơn vị đang ở “{old}” nên không chuyển sang “{new}” được. Hồ sơ giữ nguyên; nếu đơn vị đã nộp, hãy làm phiếu tiếp nhận trước.",
    "submission.reason_missing": "Đưa hồ sơ của đơn vị từ “{old}” về “{new}” cần ghi lý do. Hồ sơ giữ nguyên; hãy ghi lý do rồi làm lại.",
    "submission.received_too_early": "Ngày nhận {received_on} sớm hơn ngày của tờ trình ({letter_on}). Chưa lưu gì; hãy xem lại hai ngày.",
    "submission.return_reason_missing": "Trả hồ sơ cho đơn vị phải ghi rõ lý do. Chưa trả gì; hãy ghi lý do rồi làm lại.",
    "submission.return_days_reversed": "Ngày {day} sớm hơn ngày trả hồ sơ ({returned_on}). Chưa lưu gì; hãy xem lại các ngày.",
    "submission.has_arrived": "“{unit}” đã nộp hồ sơ nên không bỏ khỏi đợt xét được. Các đơn vị giữ nguyên; nếu ghi nhầm, hãy đưa hồ sơ về “Chưa gửi” trước.",
    "submission.unit_there_already": "“{unit}” đã có trong đợt xét nên không lấy lại được từ thùng rác. Chưa có gì thay đổi; hãy dùng dòng đang có.",
    "submission.of_other_round": "“{name}” thuộc đợt xét khác với hồ sơ được chọn. Các dòng giữ nguyên; hãy chọn hồ sơ của cùng đợt xét.",
    "submission.nothing_missing": "“{unit}” không còn giấy tờ nào thiếu, hoặc không có đơn vị nào chưa gửi. Chưa ghi tệp nào; hãy kiểm tra giấy tờ trước khi làm công văn.",
    "dossier.document_missing": "Giấy tờ chưa có tên. Chưa lưu gì; hãy ghi tên giấy tờ.",
    "dossier.file_unreadable": "Không đọc được tệp “{path}”. Chưa đính kèm tệp nào; hãy kiểm tra lại tệp, USB hoặc ổ mạng rồi chọn lại.",
    "award.unknown": "Danh mục khen thưởng không có mục “{award}”. Chưa lưu gì; hãy chọn lại danh hiệu hoặc hình thức khen thưởng trong danh sách.",
    "rulebook.folder_refused": "Không ghi được thư mục quy định riêng “{path}”. Chưa có gì thay đổi; hãy kiểm tra quyền ghi ở thư mục chứa tệp dữ liệu.",
    "rulebook.none_for_day": "Chương trình chưa có bộ quy định cho văn bản ngày {day}. Đề nghị giữ nguyên, chưa xét điều kiện; hãy xem lại ngày của văn bản.",
    "rulebook.not_read": "Bộ quy định riêng “{path}” có {count} chỗ sai nên chưa dùng. Chương trình vẫn xét theo luật; hãy sửa những chỗ được nêu rồi bấm Đọc lại trong cửa sổ Bộ quy định.",
    "rulebook.unreachable": "Không đọc được bộ quy định riêng “{path}”. Chương trình vẫn xét theo luật; hãy kiểm tra tệp (phải là văn bản thuần, mã UTF-8) rồi bấm Đọc lại trong cửa sổ Bộ quy định.",
    "eligibility.reason_missing": "Quyết định khác với kết quả xét điều kiện cần ghi tên người quyết định và lý do. Kết quả xét giữ nguyên; hãy ghi đủ rồi làm lại.",
    "evidence.incomplete": "“{fact_kind}” chưa ghi đủ hoặc ghi chưa đúng: năm có bốn chữ số, ô bắt buộc không để trống, số không âm. Chưa lưu gì; hãy ghi lại rồi lưu.",
    "evidence.dates_reversed": "Ngày kết thúc {until} sớm hơn ngày bắt đầu {since}. Chưa lưu gì; hãy xem lại hai ngày.",
    "quota.base_impossible": "Số làm gốc tính tỷ lệ không thể là {amount}. Chưa lưu gì; hãy ghi số từ 0 trở lên.",
    "undo.nothing": "Không còn việc nào để hoàn tác. Dữ liệu giữ nguyên.",
    "redo.nothing": "Không có việc nào vừa hoàn tác để làm lại. Dữ liệu giữ nguyên.",
    "undo.changed_since": "{kind} này đã được sửa hoặc dùng ở việc làm sau đó nên không hoàn tác riêng việc này được. Dữ liệu giữ nguyên; hãy hoàn tác các việc làm sau trước, hoặc sửa trực tiếp.",
    "record.missing": "{kind} này không còn ở chỗ cũ: có thể vừa được chuyển vào thùng rác. Chưa có gì thay đổi; hãy mở lại danh sách, hoặc lấy lại từ thùng rác.",
    "work.cancelled": "Đã dừng theo yêu cầu. Dữ liệu giữ nguyên như trước khi bắt đầu.",
    "store.missing": "Không tìm thấy tệp dữ liệu “{path}”. Chưa có gì được tạo mới; hãy kiểm tra ổ đĩa, thư mục, hoặc chọn tệp khác.",
    "store.not_a_store": "Nội dung của “{path}” không phải dữ liệu của chương trình Thi đua. Tệp được giữ nguyên; hãy chọn tệp khác.",
    "store.damaged": "Tệp dữ liệu “{path}” bị hỏng nên không mở. Tệp được giữ nguyên như hiện có; hãy dùng bản sao lưu gần nhất và giữ lại tệp hỏng để cứu dữ liệu.",
    "store.password_needed": "“{path}” được mã hóa bằng mật khẩu nên chưa mở. Tệp được giữ nguyên; hãy nhập mật khẩu.",
    "store.password_wrong": "Mật khẩu của “{path}” không đúng nên chưa mở. Tệp được giữ nguyên; hãy gõ lại, chú ý phím Caps Lock và bộ gõ tiếng Việt. Nếu chắc chắn mật khẩu đúng thì phần đầu tệp đã hỏng: hãy dùng bản sao lưu gần nhất.",
    "store.password_forgotten": "“{path}” được mã hóa nên không có mật khẩu thì không ai đọc được, kể cả người làm ra chương trình. Chỉ còn dùng được bản sao lưu làm từ trước khi đặt mật khẩu, hoặc bản mà anh/chị còn nhớ mật khẩu; những gì nhập sau bản ấy không có trong đó. Tệp mã hóa được giữ riêng bên cạnh, nhớ ra mật khẩu thì mở lại được.",
    "store.password_not_set": "Tệp dữ liệu “{path}” chưa có mật khẩu nên chưa xóa bản sao lưu nào. Mọi bản được giữ nguyên; hãy đặt mật khẩu cho tệp trước.",
    "store.encryption_missing": "Máy này thiếu bộ mã hóa SQLCipher nên không đặt mật khẩu và không mở tệp có mật khẩu được. Tệp được giữ nguyên; hãy cài lại chương trình cho đủ, hoặc mở tệp trên máy khác.",
    "password.empty": "Chưa có mật khẩu mới, hoặc hai lần gõ không giống nhau, nên chưa đổi gì. Tệp được giữ nguyên; hãy gõ mật khẩu rồi làm lại.",
    "store.newer": "Tệp dữ liệu “{path}” do bản mới hơn của chương trình tạo ra. Tệp được giữ nguyên; hãy cập nhật chương trình trên máy này rồi mở lại.",
    "store.older_read_only": "Tệp dữ liệu “{path}” thuộc bản cũ, phải nâng cấp mới đọc được, mà tệp đang mở ở chế độ chỉ đọc. Tệp được giữ nguyên; hãy mở để ghi một lần (chương trình tự để lại bản sao trước khi nâng cấp).",
    "store.locked": "{user} đang mở tệp dữ liệu “{path}” để ghi trên máy {host}, từ {since}. Chưa có gì thay đổi; hãy mở ở chế độ chỉ đọc, hoặc đợi người kia đóng chương trình.",
    "store.open_here": "Anh/chị đang mở tệp dữ liệu “{path}” để ghi ở một cửa sổ khác trên máy này, từ {since}. Chưa có gì thay đổi; hãy chuyển sang cửa sổ ấy, hoặc mở thêm ở chế độ chỉ đọc.",
    "store.no_locks": "Nơi chứa tệp dữ liệu “{path}” không giữ được khóa chống hai máy cùng ghi (thường là ổ WebDAV, SSH, ổ đám mây). Tệp được giữ nguyên; hãy chép tệp về máy này rồi mở bản chép, hoặc để tệp ở thư mục chia sẻ của Windows.",
    "store.folder_read_only": "Không ghi được vào thư mục “{path}”. Dữ liệu được giữ nguyên; hãy mở ở chế độ chỉ đọc, hoặc chép tệp sang thư mục khác rồi mở bản chép.",
    "store.read_only": "Tệp dữ liệu “{path}” đang ở chế độ chỉ đọc nên không lưu được. Dữ liệu được giữ nguyên; hãy bỏ thuộc tính chỉ đọc của tệp hoặc đóng chương trình đang ghi, rồi mở lại.",
    "store.needs_copy": "Tệp dữ liệu “{path}” nằm trên nơi chỉ đọc và còn phần chưa ghép vào tệp (-wal). Tệp được giữ nguyên; hãy chép cả tệp và tệp -wal bên cạnh sang ổ cứng rồi mở bản chép.",
    "store.keeps_log": "Tệp dữ liệu “{path}” nằm trên ổ mạng nhưng đang ở dạng chỉ một máy mở được: vừa chép từ máy khác sang, hoặc đang mở thẳng trên máy chủ chứa tệp. Tệp được giữ nguyên; hãy mở để sửa một lần qua ổ mạng, hoặc chép về máy này để xem.",
    "store.unfinished": "Máy đang sửa tệp dữ liệu “{path}” đã dừng ngang giữa chừng nên chưa xem được. Những việc đã lưu còn nguyên; hãy mở tệp để sửa, chương trình tự bỏ phần ghi dở, hoặc đợi máy kia mở lại tệp.",
    "store.disk_full": "Ổ đĩa chứa “{path}” đã đầy nên chưa lưu được việc vừa làm. Dữ liệu trước đó còn nguyên; hãy xóa bớt tệp không cần trên ổ rồi làm lại.",
    "store.busy": "Chương trình khác đang dùng tệp dữ liệu “{path}” quá lâu. Việc vừa làm chưa được lưu, dữ liệu trước đó còn nguyên; hãy đợi một lát rồi làm lại.",
    "store.unreachable": "Không đọc hoặc ghi được tệp dữ liệu “{path}” nữa. Việc vừa làm chưa được lưu, dữ liệu trước đó còn nguyên; hãy kiểm tra USB, ổ mạng rồi mở lại tệp.",
    "store.value_refused": "Có dữ liệu không hợp lệ nên chưa lưu gì. Dữ liệu trước đó còn nguyên; hãy xem lại những gì vừa nhập.",
    "store.copy_failed": "Bản sao “{path}” kiểm tra lại không đúng nên đã bỏ. Dữ liệu gốc còn nguyên; hãy kiểm tra ổ đĩa rồi làm lại.",
    "store.nothing_salvaged": "Tệp dữ liệu “{path}” hỏng quá nặng nên không cứu được gì. Tệp được giữ nguyên; hãy khôi phục từ bản sao lưu gần nhất.",
    "year.closed": "Năm {year} đã khóa sổ nên kế hoạch, nhiệm vụ, đợt xét và đề nghị của năm đó không sửa được nữa. Chưa có gì thay đổi; nếu thật sự cần, hãy mở lại sổ năm {year} và ghi lý do.",
    "year.open": "Năm {year} chưa khóa sổ nên không cần mở lại. Chưa có gì thay đổi.",
    "year.reason_missing": "Mở lại sổ năm {year} cần ghi lý do. Năm {year} vẫn khóa sổ; hãy ghi lý do rồi làm lại.",
    "backup.missing": "Không tìm thấy bản sao lưu “{path}”. Dữ liệu đang dùng giữ nguyên; hãy cắm lại USB, kiểm tra thư mục rồi chọn lại.",
    "backup.damaged": "Bản sao lưu “{path}” bị hỏng nên không dùng được. Dữ liệu đang dùng giữ nguyên; hãy chọn bản sao lưu khác.",
    "backup.altered": "Nội dung bản sao lưu “{path}” đã khác với lúc sao lưu nên chưa khôi phục. Dữ liệu đang dùng giữ nguyên; hãy chọn bản sao lưu khác, hoặc mở riêng bản này để xem.",
    "backup.settings_unreadable": "Không đọc được tệp “{path}” ghi nơi sao lưu thứ hai. Bản sao lưu ở thư mục chính không bị ảnh hưởng; hãy chọn lại nơi sao lưu thứ hai.",
    "package.missing": "Không tìm thấy gói “{path}”. Chưa có gì được mở; hãy cắm lại USB, kiểm tra thư mục rồi chọn lại.",
    "package.not_a_package": "“{path}” không phải gói của chương trình Thi đua. Tệp được giữ nguyên, chưa có gì được mở; hãy chọn tệp có đuôi .tdgoi.",
    "package.damaged": "Gói “{path}” bị hỏng hoặc chép chưa trọn nên không mở. Chưa có gì được tạo ra; hãy chép lại gói từ nơi gửi rồi mở lại.",
    "package.newer": "Gói “{path}” do bản mới hơn của chương trình làm ra. Chưa có gì được tạo ra; hãy cập nhật chương trình trên máy này rồi mở lại.",
    "package.place_taken": "Ở chỗ đã chọn đã có “{path}” nên chưa mở gói. Tệp, thư mục đang có được giữ nguyên; hãy chọn tên khác hoặc thư mục khác.",
    "file.missing": "Không tìm thấy tệp “{path}”. Chưa có gì được lưu; hãy kiểm tra tên, thư mục, ổ đĩa rồi chọn lại tệp.",
    "file.folder": "“{path}” là thư mục, không phải tệp. Chưa có gì được lưu; hãy mở thư mục và chọn một tệp trong đó.",
    "file.forbidden": "Máy không cho phép đọc tệp “{path}”. Chưa có gì được lưu; hãy chép tệp về thư mục Tài liệu của mình rồi chọn lại.",
    "file.unreachable": "Đang đọc thì không lấy được tệp “{path}” nữa. Chưa có gì được lưu; hãy đóng tệp ở chương trình khác, kiểm tra USB hoặc ổ mạng rồi chọn lại.",
    "file.too_large": "Tệp “{path}” lớn hơn {limit} MB nên không được đọc. Chưa có gì được lưu; hãy bỏ bớt ảnh hoặc tách riêng phần kế hoạch ra tệp khác rồi chọn lại.",
    "file.empty": "Tệp “{path}” không có chữ nào. Chưa có gì được lưu; hãy mở tệp xem lại hoặc xin lại bản khác.",
    "file.damaged": "Tệp “{path}” bị hỏng hoặc chép chưa trọn nên không đọc được. Chưa có gì được lưu; hãy chép hoặc tải lại tệp rồi chọn lại.",
    "file.unsafe": "Nội dung tệp “{path}” không bình thường, mở ra có thể làm treo máy, nên không được đọc. Chưa có gì được lưu; hãy hỏi lại nơi gửi và xin bản Word hoặc PDF khác.",
    "file.encrypted": "Tệp “{path}” có đặt mật khẩu nên không đọc được. Chưa có gì được lưu; hãy mở tệp bằng mật khẩu, lưu thành bản không có mật khẩu rồi chọn lại.",
    "file.old_word": "Tệp “{path}” là Word đời cũ (.doc) nên không đọc được. Chưa có gì được lưu; hãy mở bằng Word, chọn Lưu thành dạng .docx rồi chọn tệp mới.",
    "file.rich_text": "Tệp “{path}” là dạng RTF nên không đọc được. Chưa có gì được lưu; hãy mở bằng Word, chọn Lưu thành dạng .docx rồi chọn tệp mới.",
    "file.web_page": "Tệp “{path}” thật ra là trang web, không phải tệp Word. Chưa có gì được lưu; hãy mở bằng Word, chọn Lưu thành dạng .docx rồi chọn tệp mới.",
    "file.image": "Tệp “{path}” là ảnh nên không có chữ để đọc. Chưa có gì được lưu; hãy xin bản Word hoặc PDF có chữ, hoặc gõ lại rồi dán vào chương trình.",
    "file.scan": "Tệp “{path}” là bản quét, {pages} trang đều là ảnh nên không có chữ để đọc. Chưa có gì được lưu; hãy xin bản Word hoặc bản PDF xuất từ Word, hoặc nhận dạng chữ (OCR) trước rồi chọn lại.",
    "file.presentation": "Tệp “{path}” là bản trình chiếu, không phải văn bản. Chưa có gì được lưu; hãy chép chữ vào Word, lưu thành dạng .docx rồi chọn tệp mới.",
    "file.open_text": "Tệp “{path}” là văn bản của LibreOffice (.odt) nên không đọc được. Chưa có gì được lưu; hãy mở tệp, chọn Lưu thành dạng .docx rồi chọn tệp mới.",
    "file.binary_workbook": "Tệp “{path}” là bảng tính dạng .xlsb nên không đọc được. Chưa có gì được lưu; hãy mở bằng Excel, chọn Lưu thành dạng .xlsx rồi chọn tệp mới.",
    "file.archive": "Tệp “{path}” là tệp nén. Chưa có gì được lưu; hãy giải nén rồi chọn tệp Word, PDF hoặc Excel ở trong.",
    "file.unknown": "Tệp “{path}” không phải dạng chương trình đọc được. Chưa có gì được lưu; hãy chọn tệp .docx, .pdf, .txt hoặc .xlsx.",
    "out.full": "Ổ đĩa chứa “{path}” đã đầy nên chưa ghi được tệp. Tệp cũ (nếu có) và dữ liệu còn nguyên; hãy xóa bớt tệp không cần hoặc chọn ổ khác rồi xuất lại.",
    "out.refused": "Không ghi được tệp “{path}”: tệp đang mở ở chương trình khác (Excel, Word, trình xem PDF) hoặc thư mục không cho ghi. Tệp cũ và dữ liệu còn nguyên; hãy đóng tệp ấy, hoặc chọn tên hay thư mục khác rồi xuất lại.",
    "out.unreachable": "Không ghi được tệp “{path}”: ổ đĩa hoặc thư mục không còn (USB đã rút, ổ mạng mất kết nối). Dữ liệu còn nguyên; hãy kiểm tra ổ đĩa hoặc chọn chỗ khác rồi xuất lại.",
    "report.glyph_missing": "Không in được ký tự “{character}” ({number}) trong “{text}” vì phông chữ không có ký tự này. Chưa ghi tệp nào; hãy sửa hoặc xóa ký tự đó rồi xuất lại.",
    "report.format_not_offered": "Bản in này không xuất được dạng “{format}”. Chưa ghi tệp nào; hãy chọn dạng khác trong danh sách.",
    "tracker.not_a_tracker": "Tệp “{path}” không có bảng theo dõi tiến độ. Chưa có gì được lưu; hãy chọn tệp Excel mà chương trình đã xuất và đơn vị đã điền.",
    "tracker.outdated": "Nhiệm vụ “{text}” đã được sửa sau khi đọc bảng theo dõi. Chưa có gì được nhận vào; hãy đọc lại tệp rồi xem lại các thay đổi.",
}
"""Code of an ``AppError`` → sentence."""

FINDINGS: dict[str, str] = {
    **councils.FINDINGS,
    "rulebook.award_twice": "Tệp “{name}” dòng {line}: mục “{value}” đã có ở trên; hãy gộp hai chỗ làm một.",
    "rulebook.days_reversed": "Tệp “{name}” dòng {line}: ngày hết hiệu lực đứng trước ngày có hiệu lực; hãy sửa lại valid_from hoặc valid_to.",
    "rulebook.key_missing": "Tệp “{name}” dòng {line}: thiếu khóa “{missing}”; hãy ghi thêm.",
    "rulebook.not_toml": "Tệp “{name}” dòng {line}: viết sai cú pháp TOML (thường do thiếu dấu ngoặc kép, dấu bằng hoặc dấu ngoặc vuông); hãy sửa dòng này.",
    "rulebook.number_range": "Tệp “{name}” dòng {line}: “{key}” ghi {value} là số không hợp lý; hãy sửa lại.",
    "rulebook.unknown_key": "Tệp “{name}” dòng {line}: không có khóa nào tên “{key}”; hãy xem lại chính tả. Chỗ này dùng được: {known}.",
    "rulebook.unknown_name": "Tệp “{name}” dòng {line}: “{key}” nhắc đến “{value}” mà danh mục không có; hãy xem lại mã, hoặc khai báo tên ấy trong tệp.",
    "rulebook.unknown_rule": "Tệp “{name}” dòng {line}: không có loại quy tắc “{value}”. Dùng được: {known}.",
    "rulebook.unknown_value": "Tệp “{name}” dòng {line}: “{key}” ghi “{value}” mà chương trình không hiểu. Dùng được: {known}.",
    "rulebook.wrong_type": "Tệp “{name}” dòng {line}: giá trị của “{key}” không đúng dạng; cần {wanted}.",
    "plan.empty": "Tài liệu không có chữ nào đọc được. Chưa có nhiệm vụ nào; hãy kiểm tra lại tệp hoặc dán nội dung vào.",
    "plan.unreadable": "Phần lớn chữ trong tài liệu bị hỏng (thường do quét ảnh) nên không tách nhiệm vụ; hãy dùng bản Word hoặc bản PDF có chữ.",
    "plan.no_title": "Không thấy tên kế hoạch (dòng “KẾ HOẠCH”); hãy ghi tên kế hoạch trước khi lưu.",
    "plan.no_tasks": "Không thấy nhiệm vụ nào trong tài liệu; hãy xem lại bên trái và đánh dấu những đoạn là nhiệm vụ.",
    "plan.no_number": "Tài liệu chưa có số, ký hiệu; có thể ghi thêm sau.",
    "plan.no_day": "Tài liệu chưa ghi đủ ngày ban hành; có thể ghi thêm sau.",
    "plan.no_year": "Không rõ kế hoạch của năm nào; hãy chọn năm trước khi lưu.",
    "plan.no_quarters": "Kế hoạch không chia theo quý, tháng; {count} nhiệm vụ được ghi là việc cả năm.",
    "plan.doubtful_tasks": "Có {count} nhiệm vụ cần xem lại trước khi lưu (có dấu trong danh sách).",
    "plan.item_left": "Dòng “{text}” đứng trong phần công việc nhưng không thành nhiệm vụ (chỉ ghi thời gian hoặc không nêu việc); hãy xem lại.",
    "plan.undated_left": "Có {count} nội dung không ghi thời gian được giữ làm phần chữ vì kế hoạch có mục tiến độ riêng; có thể đánh dấu thành nhiệm vụ.",
    "plan.day_unsure": "Ngày ghi trong nhiệm vụ “{text}” không có trên lịch nên chỉ giữ tháng; hãy xem lại bản gốc.",
    "list.empty": "Tệp không có chữ nào đọc được nên chưa có dòng đề nghị nào; hãy kiểm tra lại tệp.",
    "list.no_rows": "Không thấy danh sách đề nghị khen thưởng trong tệp. Chưa có dòng nào được đọc; hãy kiểm tra xem bảng có cột họ tên hoặc tên tập thể không.",
    "list.is_council": "Đây là danh sách phân công thành viên (hội đồng, ban tổ chức…), không phải danh sách đề nghị khen thưởng. Chưa có dòng nào được đọc; hãy chọn tệp khác.",
    "list.is_statistics": "Đây là biểu thống kê, báo cáo, không phải danh sách đề nghị khen thưởng. Chưa có dòng nào được đọc; hãy chọn tệp khác.",
    "list.is_plan": "Đây là kế hoạch, không phải danh sách đề nghị khen thưởng. Chưa có dòng nào được đọc; hãy nhập tệp này ở phần Kế hoạch.",
    "list.no_name": "Dòng này có nội dung (“{text}”) nhưng không có tên nên không được nhận; hãy xem lại bản gốc.",
    "list.text_left": "Không hiểu dòng “{text}” nên không nhận; hãy xem lại bản gốc.",
    "list.kind_unsure": "Không rõ “{name}” là cá nhân hay tập thể; hãy xem lại.",
    "list.kind_differs": "“{name}” nằm trong phần “{group}” nhưng tên cho thấy là đối tượng khác; hãy xem lại.",
    "list.awards_parted": "“{name}”: ô danh hiệu ghi “{text}” nên thành {count} dòng, mỗi danh hiệu một dòng.",
    "list.row_joined": "Dòng này (“{text}”) được nối vào dòng của “{name}” ở trên vì bị ngắt trang.",
    "list.id_number_lost": "Số định danh của “{name}” ghi là {text}: Excel đã làm mất các chữ số nên không khôi phục được; hãy hỏi lại đơn vị.",
    "list.birth_not_read": "“{text}” không phải ngày sinh hoặc năm sinh đọc được nên để trống; hãy xem lại bản gốc.",
    "list.award_unsure": "“{award}” ({count} dòng) chưa rõ là danh hiệu, hình thức nào trong danh mục; hãy chọn lại khi nhập.",
    "list.award_not_for_kind": "“{award}” không dành cho đối tượng như “{name}”; hãy xem lại.",
    "list.no_award": "Có {count} dòng chưa ghi danh hiệu hoặc hình thức khen thưởng đề nghị; hãy chọn khi nhập.",
    "list.duplicate": "“{name}” đã có ở {first} với cùng hình thức khen thưởng; cả hai dòng được giữ, hãy xem lại.",
    "list.count_differs": "Văn bản ghi {stated} trường hợp nhưng danh sách có {listed}; hãy đối chiếu lại.",
    "list.kind_count_differs": "Văn bản ghi số lượng {kind} là {stated} nhưng danh sách có {listed}; hãy đối chiếu lại.",
    "list.hidden_rows": "Trang tính “{sheet}” có {count} dòng đang ẩn (dòng {rows}), vẫn được đọc; hãy kiểm tra xem có phải dòng đã bỏ không.",
    "list.footers_left": "Có {count} dòng tổng cộng, ghi chú, chữ ký không phải dòng đề nghị nên không nhận (dòng {rows}).",
    "list.sheet_left": "Trang tính “{sheet}” ({count} dòng) không có danh sách nên không nhận.",
    "returned.fresh_copy": "Tệp của đơn vị không phải Excel .xlsx nên bản gửi lại là tệp Excel mới chép từ bảng đã đọc.",
    "returned.drops_picture": "Bản gửi lại có thể không giữ hình ảnh trong tệp của đơn vị; tệp gốc vẫn nguyên.",
    "returned.drops_chart": "Bản gửi lại không giữ biểu đồ trong tệp của đơn vị; tệp gốc vẫn nguyên.",
    "returned.drops_macro": "Bản gửi lại không giữ macro của tệp; tệp gốc vẫn nguyên.",
    "returned.drops_control": "Bản gửi lại không giữ nút bấm và đối tượng nhúng trong tệp của đơn vị; tệp gốc vẫn nguyên.",
    "returned.drops_link": "Bản gửi lại có thể không giữ liên kết tới tệp khác; tệp gốc vẫn nguyên.",
    "returned.drops_pivot": "Bản gửi lại có thể không giữ bảng tổng hợp động (PivotTable); tệp gốc vẫn nguyên.",
    "doctor.no_name": "Dòng này chưa có họ tên hoặc tên tập thể nên chưa nhập được; hãy gõ tên hoặc bỏ dòng.",
    "doctor.award_open": "“{award}” chưa rõ là danh hiệu, hình thức nào trong danh mục nên chưa nhập được; hãy chọn.",
    "doctor.award_missing": "“{name}” chưa ghi danh hiệu hoặc hình thức khen thưởng nên chưa nhập được; hãy chọn.",
    "doctor.year_open": "Chưa rõ năm khen thưởng của “{name}” nên chưa nhập được; hãy gõ năm hoặc ngày quyết định.",
    "doctor.year_guessed": "Năm khen thưởng của “{name}” lấy theo ngày quyết định là {year}; quyết định ký đầu năm thường khen năm trước, hãy kiểm tra.",
    "doctor.unit_doubtful": "“{unit}” có thể là “{proposal}”; hãy chọn đơn vị để chương trình nhớ cách viết này.",
    "doctor.unit_unknown": "“{unit}” chưa có trong danh bạ đơn vị; tên vẫn được giữ như đơn vị ghi.",
    "doctor.recipient_probable": "“{name}” giống {others} người hoặc tập thể đã có trong danh bạ; hãy chọn đúng người hoặc tạo mới.",
    "doctor.in_round": "“{name}” đã có trong đợt xét với cùng đơn vị và hình thức khen thưởng nên không nhập thêm; đánh dấu lại nếu vẫn muốn nhập.",
    "doctor.record_known": "Sổ khen thưởng đã có lần khen này của “{name}” nên không nhập thêm; đánh dấu lại nếu vẫn muốn nhập.",
    "list.columns_left": "Các cột không thuộc dòng đề nghị nên không nhận: {columns}.",
    "identity.length": "Số định danh phải có 12 chữ số (CCCD) hoặc 9 chữ số (CMND cũ); ở đây có {digits}.",
    "judging.not_in_directory": "Dòng này chưa gắn với hồ sơ nào trong danh bạ nên chưa có căn cứ để xét “{name}”. Hãy chọn hồ sơ đã có, hoặc lập hồ sơ mới.",
    "judging.no_rulebook": "Chương trình chưa có bộ quy định cho văn bản ngày {day} nên chưa xét được. Hãy xem lại ngày tờ trình của đơn vị.",
    "judging.held_already": "Sổ khen thưởng đã ghi “{award}” năm {year} cho đối tượng này. Hãy xem lại năm thành tích hoặc bỏ dòng đề nghị.",
    "judging.held_already_by": "Sổ khen thưởng đã ghi “{award}” năm {year} cho đối tượng này theo {decision}. Hãy xem lại năm thành tích hoặc bỏ dòng đề nghị.",
    "identity.masked": "Số định danh chỉ còn các chữ số cuối vì đã được che khi in hoặc gửi; hãy hỏi lại đơn vị để có đủ số.",
    "identity.place": "Ba chữ số đầu {place} không phải mã của tỉnh, thành phố nào (theo 63 tỉnh, thành phố trước 01/7/2025); có thể sinh ở nước ngoài, hãy kiểm tra lại số.",
    "recipient.age": "Năm sinh {year} cho thấy tuổi khác thường; hãy kiểm tra lại.",
    "recipient.founded": "Năm thành lập {year} khác thường; hãy kiểm tra lại.",
    "identity.sex": "Chữ số thứ tư của số CCCD chỉ giới tính {says}, khác với cách xưng hô đã chọn.",
    "identity.year": "Số CCCD chỉ năm sinh {says}, khác với năm sinh đã ghi ({written}).",
    "backup.no_manifest": "Bản sao lưu không có tệp mô tả (.json) bên cạnh nên không so được với lúc sao lưu; nội dung vẫn đọc được trọn vẹn.",
    "backup.attachments_lost": "Có {count} tệp đính kèm của bản sao lưu bị thiếu hoặc bị hỏng; phần dữ liệu vẫn khôi phục được.",
    "backup.older_version": "Bản sao lưu thuộc bản cũ của chương trình (dữ liệu phiên bản {version}); khi khôi phục sẽ được nâng cấp.",
    "package.attachments_lost": "Có {count} tệp đính kèm bị hỏng từ trước nên không đưa vào gói được; các tệp còn lại đủ cả.",
    "salvage.rebuilt": "{kind}: {count} dòng hỏng đã được dựng lại từ nhật ký thao tác.",
    "salvage.unread": "{kind}: có đến {count} dòng không đọc được (số {numbers}); hãy so với bản sao lưu gần nhất.",
    "salvage.put_aside": "{kind}: {count} dòng đọc được nhưng không khớp với phần còn lại nên để riêng; hãy xem và nhập lại nếu cần.",
    "salvage.history_unread": "Nhật ký thao tác: có đến {count} dòng không đọc được; dữ liệu hiện tại không bị ảnh hưởng, chỉ không xem hoặc hoàn tác được những thao tác ấy.",
    "salvage.history_put_aside": "Nhật ký thao tác: {count} dòng không còn khớp nên để riêng; dữ liệu hiện tại không bị ảnh hưởng.",
    "reader.encoding_repaired": "Chữ gõ theo bảng mã cũ {encoding} đã được đổi sang Unicode ở {count} đoạn; hãy xem lại, nhất là chữ hoa có dấu.",
    "reader.letters_lost": "Có {count} chữ không đọc được trong tệp (phông hoặc bảng mã hỏng); hãy so lại với bản gốc ở những chỗ có dấu �.",
    "reader.scanned_pages": "Trang {pages} là ảnh quét nên không có chữ để đọc; hãy nhập tay phần việc ở các trang này.",
    "reader.pages_left": "Tệp có {pages} trang, chương trình chỉ đọc {limit} trang đầu; hãy tách riêng phần còn lại ra tệp khác nếu cần.",
    "reader.page_overfull": "Trang {page} có quá nhiều chữ nên chỉ đọc được phần đầu; hãy so lại với bản gốc.",
    "reader.embedded_left": "Tệp Word có phần nhúng từ tệp khác, chương trình không đọc phần đó; hãy so lại với bản gốc.",
    "reader.hidden_sheet": "Trang tính “{sheet}” đang ẩn nên không được đọc; nếu cần, hãy bỏ ẩn trong Excel rồi nhập lại.",
    "reader.rows_left": "Trang tính “{sheet}” có nhiều hơn {limit} dòng; phần sau dòng {row} không được đọc.",
    "reader.columns_left": "Trang tính “{sheet}” có ô nằm ngoài {limit} cột đầu; những ô đó không được đọc.",
    "reader.formula_without_value": "Trang tính “{sheet}” có {count} ô công thức chưa có kết quả; hãy mở bằng Excel, lưu lại rồi nhập lại.",
    "tracker.base_missing": "Bảng không còn phần lưu giá trị lúc gửi đi, nên không biết ai đã sửa gì; hãy xem kỹ từng thay đổi trước khi nhận.",
    "tracker.column_missing": "Bảng không còn cột “{column}”; các ô của cột này được giữ như đang lưu.",
    "tracker.cell_not_read": "Ô “{column}” ghi “{text}” nên không hiểu được; giá trị đang lưu được giữ nguyên.",
    "tracker.row_unmatched": "Không tìm thấy nhiệm vụ của dòng “{text}”; dòng này không được nhận. Nếu là việc mới, hãy thêm vào kế hoạch.",
    "tracker.row_by_text": "Dòng “{text}” mất mã nên được nhận ra theo nội dung; hãy xem lại cho đúng nhiệm vụ.",
    "tracker.rows_left_out": "Có {count} nhiệm vụ đã gửi đi không còn trong bảng; các nhiệm vụ này giữ nguyên.",
    "tracker.fixed_changed": "Dòng này đã bị sửa ở cột {columns}; các cột này không được nhận, hãy sửa trong kế hoạch nếu đúng.",
    "tracker.taken_as_done": "Đã ghi 100% và ngày hoàn thành {day} nhưng chưa chọn trạng thái; được hiểu là Hoàn thành.",
    "tracker.day_without_done": "Đã ghi ngày hoàn thành {day} nhưng trạng thái là “{state}”; ngày này không được nhận.",
    "tracker.done_without_day": "Trạng thái là Hoàn thành nhưng chưa ghi ngày hoàn thành; chưa xét được có trễ hạn hay không.",
    "tracker.done_below_100": "Trạng thái là Hoàn thành nhưng tiến độ ghi {percent}%; được tính là 100%, hãy hỏi lại đơn vị nếu chưa xong.",
    "tracker.not_yet_done": "Tiến độ ghi 100% nhưng trạng thái chưa phải Hoàn thành; được ghi là 99% cho đến khi chọn Hoàn thành.",
    "tracker.reason_missing": "Chuyển từ “{old}” sang “{new}” cần có lý do ở cột “Khó khăn, lý do chậm” hoặc “Ghi chú”; trạng thái giữ nguyên.",
}
"""Code of a ``Finding`` → sentence."""


OPERATIONS: dict[str, str] = {
    "year.close": "khóa sổ năm {year}",
    "year.reopen": "mở lại sổ năm {year}: {reason}",
    "office.save": "sửa thông tin cơ quan",
    "unit.save": "lưu đơn vị “{name}”",
    "unit.arrange": "xếp lại thứ tự {count} đơn vị",
    "unit.learn": "nhớ cách viết “{spelling}” của một đơn vị",
    "unit.forget": "bỏ cách viết “{spelling}” của một đơn vị",
    "unit.unify": "gộp đơn vị nhập trùng “{name}” vào “{other}”",
    "unit.delete": "chuyển đơn vị “{name}” vào thùng rác",
    "unit.restore": "lấy lại đơn vị “{name}” từ thùng rác",
    "unit.rename": "ghi việc đổi tên “{name}” thành “{other}”",
    "unit.move": "ghi việc chuyển cấp trên của “{name}”",
    "unit.merge": "ghi việc sáp nhập {count} đơn vị thành “{other}”",
    "unit.split": "ghi việc tách “{name}” thành {count} đơn vị",
    "unit.dissolve": "ghi việc giải thể “{name}”",
    "unit.correct": "sửa một thay đổi của đơn vị",
    "unit.apply_provinces": "đổi {count} đơn vị theo việc sắp xếp tỉnh, thành phố",
    "recipient.save": "lưu hồ sơ “{name}”",
    "recipient.save_many": "lưu {count} hồ sơ đối tượng",
    "recipient.save_posts": "sửa các chức vụ của “{name}”",
    "recipient.not_same": "ghi hai hồ sơ giống nhau không phải là một: “{name}”",
    "recipient.forget_pair": "bỏ ghi chú về hai hồ sơ giống nhau: “{name}”",
    "recipient.merge": "gộp {count} hồ sơ thành “{name}”",
    "recipient.delete": "chuyển {count} hồ sơ đối tượng vào thùng rác",
    "recipient.restore": "lấy lại {count} hồ sơ đối tượng từ thùng rác",
    "recipient.tie": "gắn {count} đề nghị với hồ sơ",
    "recipient.make": "lập hồ sơ mới cho {count} đề nghị",
    "recipient.tie_round": "gắn các đề nghị của đợt xét với hồ sơ",
    "award_record.save": "lưu mục khen thưởng của “{name}”",
    "award_record.save_many": "sửa {count} mục trong sổ khen thưởng",
    "award_record.add_many": "ghi {count} mục vào sổ khen thưởng",
    "award_record.delete": "chuyển {count} mục khen thưởng vào thùng rác",
    "award_record.restore": "lấy lại {count} mục khen thưởng từ thùng rác",
    "plan.create": "thêm kế hoạch “{title}”",
    "plan.save": "sửa kế hoạch “{title}”",
    "plan.delete": "chuyển kế hoạch “{title}” vào thùng rác",
    "plan.restore": "lấy lại kế hoạch “{title}” từ thùng rác",
    "plan.task_from_part": "lập nhiệm vụ “{text}” từ nội dung kế hoạch “{title}”",
    "plan.import": "nhập kế hoạch “{title}” ({tasks} nhiệm vụ)",
    "plan.roll_over": "lập kế hoạch năm {year} “{title}” từ kế hoạch năm trước ({tasks} nhiệm vụ)",
    "plan.create_from_nothing": "lập kế hoạch mới “{title}”",
    "plan.save_parts": "sửa bố cục kế hoạch “{title}”",
    "plan.link": "liên kết kế hoạch “{title}” với “{other}”",
    "plan.unlink": "bỏ liên kết kế hoạch “{title}” với “{other}”",
    "plan.approve": "phê duyệt kế hoạch “{title}”",
    "plan.approve_adjustment": "phê duyệt điều chỉnh kế hoạch “{title}” ({count} nhiệm vụ)",
    "plan.explain": "ghi lý do điều chỉnh {count} nhiệm vụ",
    "task.confirm": "xác nhận {count} nhiệm vụ có phát sinh",
    "task.not_arisen": "đóng {count} nhiệm vụ không phát sinh",
    "task.wait_for": "ghi {count} nhiệm vụ đang chờ {units}",
    "task.save_steps": "sửa các bước của nhiệm vụ “{text}”",
    "task.finish_step": "đánh dấu bước “{text}”",
    "task.add_evidence": "ghi minh chứng cho nhiệm vụ “{text}”",
    "task.remove_evidence": "bỏ minh chứng của nhiệm vụ “{text}”",
    "task.plan_backwards": "đưa {count} bước đã tính ngày vào nhiệm vụ “{text}”",
    "task.not_same": "ghi hai nhiệm vụ không trùng nhau: “{text}”",
    "task.same": "liên kết hai nhiệm vụ trùng nhau: “{text}”",
    "task.forget_pair": "bỏ ghi chú về hai nhiệm vụ giống nhau: “{text}”",
    "urging.log": "ghi {count} lần đôn đốc",
    "urging.answer": "ghi {count} lần đơn vị trả lời đôn đốc",
    "urging.save": "sửa lần đôn đốc “{unit}”",
    "urging.remove": "bỏ lần đôn đốc “{unit}”",
    "series.make": "lập {count} kỳ của việc “{text}” năm {year}",
    "series.make_report": "lập {count} kỳ báo cáo “{text}” năm {year}",
    "series.change_following": "sửa {count} kỳ của việc định kỳ “{text}”",
    "series.stop_after": "dừng việc định kỳ “{text}”, bỏ {count} kỳ sau",
    "commemoration.save": "lưu ngày kỷ niệm “{name}”",
    "commemoration.remove": "bỏ ngày kỷ niệm “{name}”",
    "chain.save": "lưu quy trình “{name}”",
    "chain.remove": "bỏ quy trình “{name}”",
    "reminder.put_off": "hoãn nhắc “{text}” đến {until}",
    "task.add": "thêm nhiệm vụ “{text}”",
    "task.save": "sửa nhiệm vụ “{text}”",
    "task.save_many": "sửa {count} nhiệm vụ",
    "task.delete": "chuyển {count} nhiệm vụ vào thùng rác",
    "task.restore": "lấy lại {count} nhiệm vụ từ thùng rác",
    "task.move": "chuyển {count} nhiệm vụ sang “{task_state}”",
    "trash.restore": "lấy lại {count} mục từ thùng rác",
    "round.save": "lưu đợt xét “{name}”",
    "round.delete": "chuyển đợt xét “{name}” vào thùng rác",
    "round.restore": "lấy lại đợt xét “{name}” từ thùng rác",
    "nomination.add": "thêm đề nghị cho “{name}”",
    "nomination.save": "sửa đề nghị cho “{name}”",
    "nomination.save_many": "lưu {count} đề nghị khen thưởng",
    "nomination.delete": "chuyển {count} đề nghị khen thưởng vào thùng rác",
    "nomination.restore": "lấy lại {count} đề nghị khen thưởng từ thùng rác",
    "nomination.move": "chuyển {count} đề nghị sang “{nomination_state}”",
    "nomination.change": "sửa cùng lúc {count} đề nghị",
    "nomination.change_award": "đổi {count} đề nghị sang “{award}”",
    "submission.expect": "thêm {count} đơn vị phải gửi hồ sơ vào đợt “{name}”",
    "submission.delete": "bỏ {count} đơn vị khỏi đợt xét",
    "submission.restore": "lấy lại {count} đơn vị của đợt xét từ thùng rác",
    "submission.receive": "nhận hồ sơ của “{unit}”",
    "submission.give_back": "trả {count} hồ sơ để đơn vị bổ sung",
    "submission.give_back_lines": "trả {count} đề nghị để đơn vị bổ sung",
    "submission.refuse_lines": "không nhận {count} đề nghị",
    "submission.answer": "ghi {count} lần đơn vị bổ sung hồ sơ",
    "submission.move": "chuyển {count} hồ sơ đơn vị sang “{submission_state}”",
    "submission.save": "sửa thông tin hồ sơ của “{unit}”",
    "submission.tie": "xếp các đề nghị của đợt “{name}” về hồ sơ của đơn vị gửi",
    "submission.assign": "ghi đơn vị gửi của {count} đề nghị",
    "dossier.mark": "ghi “{document_state}” cho giấy tờ của {count} đề nghị",
    "dossier.mark_shared": "ghi “{document_state}” cho giấy tờ chung của “{unit}”",
    "dossier.attach": "đính kèm {count} tệp vào hồ sơ của “{name}”",
    "dossier.attach_shared": "đính kèm {count} tệp vào hồ sơ chung của “{unit}”",
    "dossier.detach": "bỏ tệp “{name}” khỏi hồ sơ",
    "dossier.settle": "ghi Đủ hồ sơ, Thiếu hồ sơ cho {count} đề nghị theo giấy tờ",
    "undo": "hoàn tác việc {of}",
    "redo": "làm lại việc {of}",
    "undo.back_to": "quay về lúc vừa {to}, bỏ {count} việc làm sau đó",
    "evidence.save": "ghi vào hồ sơ của “{name}”: {fact_kind}",
    "evidence.save_many": "ghi {count} dòng vào hồ sơ các đối tượng",
    "evidence.remove": "bỏ {count} dòng trong hồ sơ các đối tượng",
    "nomination.override": "quyết định “{verdict}” cho {count} đề nghị, khác kết quả máy xét",
    "nomination.withdraw_override": "bỏ quyết định riêng của {count} đề nghị, lấy lại kết quả máy xét",
    "nomination.judge": "chuyển {count} đề nghị theo kết quả xét điều kiện",
    "quota.set_base": "ghi số làm gốc tính tỷ lệ của đợt “{name}” là {amount}",
    "quota.clear_base": "bỏ số làm gốc tính tỷ lệ đã ghi của đợt “{name}”",
    "preset.save": "lưu mẫu cột “{name}”",
    "preset.remove": "bỏ mẫu cột “{name}”",
    "list.import_nominations": "nhập {count} đề nghị từ “{name}” vào đợt “{round}”",
    "list.import_people": "nhập {count} dòng vào danh bạ từ “{name}”",
    "list.import_history": "nhập {count} lần khen thưởng từ “{name}”",
    "list.forget_layout": "quên cách hiểu các cột “{headings}”",
    "tracker.import": "nhận bảng theo dõi “{name}” ({count} nhiệm vụ)",
}
"""Code of an operation in the journal → what was done, after "14:05 ngày …"."""

_STATES: dict[str, type[Enum]] = {
    "task_state": TaskState,
    "nomination_state": NominationState,
    "fact_kind": FactKind,
    "verdict": Verdict,
    "submission_state": SubmissionState,
    "document_state": DocumentState,
}
"""Parameters of operations that the journal keeps as the value of an enumeration."""


def operation(code: str, params: Mapping[str, Any]) -> str:
    """What an operation did, without a capital and a full stop, for lists and menus."""
    return _filled(OPERATIONS[code], {name: _meant(name, value) for name, value in params.items()})


def _meant(name: str, value: Any) -> Any:
    if isinstance(value, Mapping):  # the operation that an undo is about
        return operation(value["operation"], value["params"])
    return _STATES[name](value) if name in _STATES else value


def package(office: str, at: datetime, attachments: int) -> str:
    """What a package holds, for the person who opens it."""
    of = f" của {office}" if office else ""
    attached = f"{formats.whole(attachments)} tệp đính kèm" if attachments else "không có tệp đính kèm"
    return f"Gói{of} làm lúc {formats.moment(at.astimezone())}, {attached}."


def password_changed(*, protected: bool, unprotected: int) -> str:
    """What a change of password has done, and which backups can still be read without one."""
    if not protected:
        return "Đã bỏ mật khẩu: từ nay ai có tệp cũng đọc được. Tệp trước khi bỏ được giữ thành một bản sao lưu."
    done = "Tệp dữ liệu đã được mã hóa bằng mật khẩu mới; tệp trước đó được giữ thành một bản sao lưu."
    if not unprotected:
        return f"{done} Các bản sao lưu từ trước vẫn mở bằng mật khẩu cũ."
    return f"{done} Còn {unprotected} bản sao lưu không có mật khẩu, ai có cũng đọc được cho đến khi được xóa."


def error(trouble: AppError) -> str:
    """The sentence for an error."""
    return _filled(ERRORS[trouble.code], trouble.params)


def finding(seen: Finding) -> str:
    """The sentence for a finding."""
    return _filled(FINDINGS[seen.code], seen.params)


def _filled(template: str, params: Mapping[str, Any]) -> str:
    return template.format(**{name: _written(value) for name, value in params.items()})


def _written(value: Any) -> str:
    match value:
        case datetime():
            return formats.moment(value)
        case date():
            return formats.day(value)
        case Enum():
            return labels.of(value)
        case Path():
            return value.name or str(value)
        case tuple():
            return ", ".join(_written(each) for each in value)
        case int() if not isinstance(value, bool):
            return formats.whole(value)
        case _:
            return str(value)
