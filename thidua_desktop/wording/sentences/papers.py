"""Sentences about the papers of meetings and decisions, and about the fund."""

from __future__ import annotations

ERRORS: dict[str, str] = {
    "paper.not_ready": "Chưa in được “{title}”. {why} Chưa có tệp nào được ghi.",
    "paper.unknown": "“{kind}” không có trong các giấy tờ của phiên họp, quyết định này. Chưa có tệp nào được ghi; hãy mở lại danh sách giấy tờ.",
    "paper.folder_taken": "Thư mục {path} đã có tệp bên trong. Chưa có gì bị ghi đè; hãy chọn thư mục mới hoặc thư mục trống.",
    "paper.nothing_ready": "“{name}” chưa có giấy tờ nào in được. Chưa có tệp nào được ghi; hãy trình đề nghị ra phiên họp trước.",
    "fund.text_missing": "Khoản thu, chi chưa ghi nội dung. Chưa lưu gì; hãy ghi nội dung rồi lưu lại.",
    "fund.amount_too_large": "Số tiền lớn hơn {most} đồng. Chưa lưu gì; hãy gõ lại số tiền.",
    "fund.amount_negative": "Số tiền không được nhỏ hơn 0. Chưa lưu gì; tiền chi ra thì chọn loại “Chi”.",
    "fund.other_year": "Ngày {day} không thuộc năm {year} của Quỹ. Chưa lưu gì; hãy gõ lại ngày hoặc mở đúng năm.",
    "amendment.empty": "Chưa chọn chỗ nào cần đính chính hoặc thu hồi. Chưa lập dự thảo; hãy chọn ít nhất một chỗ.",
    "amendment.of_other": "“{title}” không phải là quyết định đính chính hay thu hồi. Chưa có gì thay đổi; hãy mở lại danh sách quyết định.",
    "confirmation.nothing": "“{name}” không có lượt khen thưởng nào còn hiệu lực trong các dòng đã chọn. Chưa ghi tệp nào; hãy chọn lượt khen khác.",
    "old_decision.faulty": "Còn {count} quyết định hoặc dòng có lỗi nên chưa nhập được. Chưa nhập gì; hãy sửa các chỗ báo lỗi hoặc bỏ chọn các dòng đó.",
    "old_decision.none": "Danh sách không có dòng nào ghi đủ số và ngày quyết định. Chưa nhập gì; hãy chỉ cột số, ngày quyết định, hoặc chọn loại danh sách “Khen thưởng các năm trước”.",
    "fund.pay_list_open": "Quyết định “{title}” còn {count} trường hợp chưa có mức tiền thưởng. Chưa ghi khoản chi nào; hãy ghi đủ số tiền trong danh sách chi trước.",
    "fund.already_paid": "Quỹ đã chi tiền thưởng của Quyết định số {number}. Chưa ghi khoản chi nào; nếu ghi nhầm, hãy xóa khoản chi cũ trước.",
    "fund.nothing_to_pay": "Quyết định “{title}” chưa ký, đã thu hồi hoặc không có tiền thưởng. Chưa ghi khoản chi nào; hãy chọn quyết định đã ký.",
    "tally_file.unreadable": "Tệp “{path}” không phải là kết quả kiểm phiếu dạng JSON. Chưa nhập gì; hãy xem mẫu bằng lệnh council tally --help.",
    "tally_file.wrong": "Kết quả kiểm phiếu trong tệp “{path}” thiếu hoặc sai ở chỗ {where}. Chưa nhập gì; hãy xem mẫu bằng lệnh council tally --help rồi sửa tệp.",
    "tally_file.ballot_unknown": "Kết quả kiểm phiếu là của lần bỏ phiếu {number}, phiên họp mới có {count} lần. Chưa nhập gì; hãy sửa tệp.",
    "tally_file.place_unknown": "Kết quả kiểm phiếu nói đến dòng {place} không có hoặc có hai lần; phiếu bầu có {count} dòng. Chưa nhập gì; hãy sửa tệp.",
    "names.differ": "Còn {count} dòng có họ tên khác nhau giữa kết quả Hội đồng, danh sách và chữ sẽ in, đầu tiên là “{name}”. Chưa in gì; hãy sửa danh sách hoặc ghi lý do vẫn in ở bảng đối chiếu.",
    "names.reason_missing": "Chưa ghi lý do vẫn in dòng có họ tên khác nhau. Chưa ghi gì; hãy ghi lý do rồi lưu lại.",
    "names.agree": "Họ tên ở dòng đó đã khớp nên không cần giải trình. Chưa ghi gì; hãy mở lại bảng đối chiếu.",
}

FINDINGS: dict[str, str] = {
    "paper.no_members": "Hội đồng chưa có thành viên; hãy nhập danh sách thành viên.",
    "paper.no_lines": "Chưa có đề nghị nào được trình ra phiên họp.",
    "paper.nothing_to_vote": "Không có đề nghị nào phải bỏ phiếu.",
    "paper.nobody_absent": "Không có thành viên nào vắng mặt.",
    "paper.no_ballot": "Phiên họp chưa có lần bỏ phiếu nào.",
    "paper.not_counted": "Lần bỏ phiếu {number} chưa có hai lần đếm khớp nhau.",
    "paper.not_concluded": "Phiên họp chưa kết thúc kiểm phiếu; hãy kết luận trước.",
    "paper.nothing_agreed": "Hội đồng chưa đồng ý với đề nghị nào.",
    "paper.no_decision": "Chưa lập dự thảo quyết định nào từ phiên họp.",
    "paper.no_counters": "Chưa ghi tên Ban kiểm phiếu của lần bỏ phiếu {number}; biên bản in dòng chấm để điền tay. Muốn in tên thì ghi người kiểm phiếu ở phần Phiếu.",
    "paper.no_addressee": "Không rõ đơn vị trình của {name}; thông báo được lập gửi thẳng. Cần gửi qua đơn vị thì ghi đơn vị ở dòng đề nghị rồi lập lại.",
    "paper.decision_empty": "Danh sách của quyết định chưa có dòng nào.",
    "decision.nothing_changed": "Quyết định này chưa đính chính, thu hồi chỗ nào.",
    "old_decision.day_impossible": "Ngày {day} của Quyết định {number} không thể đúng; hãy sửa ngày trong danh sách.",
    "old_decision.odd_number": "Số “{number}” viết khác cách ghi hiện nay; vẫn nhận đúng như trong danh sách, hãy đối chiếu với bản giấy.",
    "old_decision.there_already": "Quyết định {number} {day} đã có trong chương trình; hãy bỏ chọn các dòng của quyết định này.",
    "old_decision.two_days": "Số {number} đã đứng ở một ngày khác trong cùng danh sách (ở đây {day}); hãy sửa số hoặc ngày.",
    "paper.no_rulebook": "Chưa có quy định nào cho ngày {day} để tính tiền thưởng.",
}

OPERATIONS: dict[str, str] = {
    "decision.amend": "lập dự thảo đính chính, thu hồi {count} chỗ của Quyết định {number}",
    "decision.import_old": "nhập {count} quyết định cũ với {lines} dòng từ “{name}”",
    "decision.import_old_with_others": "nhập {count} quyết định cũ với {lines} dòng và {others} mục khen thưởng không số quyết định từ “{name}”",
    "fund.save": "lưu khoản thu, chi “{text}” của Quỹ",
    "fund.remove": "xóa {count} khoản thu, chi của Quỹ",
    "fund.pay": "ghi Quỹ đã chi tiền thưởng của {count} quyết định",
    "decision.answer_names": "ghi lý do vẫn in {count} họ tên khác nhau",
}
