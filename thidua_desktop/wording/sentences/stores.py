"""What is said of the office file: opening, passwords, backups, packages, salvage, closed years."""

from __future__ import annotations

ERRORS: dict[str, str] = {
    "store.missing": "Không tìm thấy tệp dữ liệu “{path}”. Chưa có gì được tạo mới; hãy kiểm tra ổ đĩa, thư mục, hoặc chọn tệp khác.",
    "store.not_a_store": "Nội dung của “{path}” không phải dữ liệu của chương trình Thi đua. Tệp được giữ nguyên; hãy chọn tệp khác.",
    "store.damaged": "Tệp dữ liệu “{path}” bị hỏng nên không mở. Tệp được giữ nguyên như hiện có; hãy dùng bản sao lưu gần nhất và giữ lại tệp hỏng để cứu dữ liệu.",
    "store.password_needed": "“{path}” được mã hóa bằng mật khẩu nên chưa mở. Tệp được giữ nguyên; hãy nhập mật khẩu.",
    "store.password_wrong": "Mật khẩu của “{path}” không đúng nên chưa mở. Tệp được giữ nguyên; hãy gõ lại, chú ý phím Caps Lock và bộ gõ tiếng Việt. Nếu chắc chắn mật khẩu đúng thì phần đầu tệp đã hỏng: hãy dùng bản sao lưu gần nhất.",
    "store.password_forgotten": "“{path}” được mã hóa nên không có mật khẩu thì không ai đọc được, kể cả người làm ra chương trình. Tệp mã hóa được giữ riêng bên cạnh, nhớ ra mật khẩu thì mở lại được. Bây giờ hãy dùng bản sao lưu làm từ trước khi đặt mật khẩu, hoặc bản mà anh/chị còn nhớ mật khẩu; những gì nhập sau bản ấy không có trong đó.",
    "store.password_not_set": "Tệp dữ liệu “{path}” chưa có mật khẩu nên chưa xóa bản sao lưu nào. Mọi bản được giữ nguyên; hãy đặt mật khẩu cho tệp trước.",
    "store.encryption_missing": "Máy này thiếu phần mã hóa của chương trình nên không đặt mật khẩu và không mở tệp có mật khẩu được. Tệp được giữ nguyên; hãy cài lại chương trình cho đủ, hoặc mở tệp trên máy khác.",
    "store.newer": "Tệp dữ liệu “{path}” do bản mới hơn của chương trình tạo ra. Tệp được giữ nguyên; hãy cập nhật chương trình trên máy này rồi mở lại.",
    "store.older_read_only": "Tệp dữ liệu “{path}” thuộc bản cũ, phải nâng cấp mới đọc được, mà tệp đang mở ở chế độ chỉ đọc. Tệp được giữ nguyên; hãy mở để ghi một lần (chương trình tự để lại bản sao trước khi nâng cấp).",
    "store.locked": "{user} đang mở tệp dữ liệu “{path}” để ghi trên máy {host}, từ {since}. Chưa có gì thay đổi; hãy mở ở chế độ chỉ đọc, hoặc đợi người kia đóng chương trình.",
    "store.open_here": "Anh/chị đang mở tệp dữ liệu “{path}” để ghi ở một cửa sổ khác trên máy này, từ {since}. Chưa có gì thay đổi; hãy chuyển sang cửa sổ ấy, hoặc mở thêm ở chế độ chỉ đọc.",
    "store.no_locks": "Nơi chứa tệp dữ liệu “{path}” không giữ được khóa chống hai máy cùng ghi (thường là ổ đám mây). Tệp được giữ nguyên; hãy chép tệp về máy này rồi mở bản chép, hoặc để tệp ở thư mục chia sẻ của Windows.",
    "store.folder_read_only": "Không ghi được vào thư mục “{path}”. Dữ liệu được giữ nguyên; hãy mở ở chế độ chỉ đọc, hoặc chép tệp sang thư mục khác rồi mở bản chép.",
    "store.read_only": "Tệp dữ liệu “{path}” đang ở chế độ chỉ đọc nên không lưu được. Dữ liệu được giữ nguyên; hãy bỏ thuộc tính chỉ đọc của tệp hoặc đóng chương trình đang ghi, rồi mở lại.",
    "store.needs_copy": "Tệp dữ liệu “{path}” nằm trên nơi chỉ đọc, mà những việc lưu sau cùng còn ở tệp có đuôi “-wal” bên cạnh. Cả hai tệp được giữ nguyên; hãy chép cả hai sang ổ cứng rồi mở bản chép.",
    "store.keeps_log": "Tệp dữ liệu “{path}” nằm trên ổ mạng nhưng đang ở dạng chỉ một máy mở được: vừa chép từ máy khác sang, hoặc đang mở thẳng trên máy chủ chứa tệp. Tệp được giữ nguyên; hãy mở để sửa một lần qua ổ mạng, hoặc chép về máy này để xem.",
    "store.unfinished": "Máy đang sửa tệp dữ liệu “{path}” đã dừng ngang giữa chừng nên chưa xem được. Những việc đã lưu còn nguyên; hãy mở tệp để sửa, chương trình tự bỏ phần ghi dở, hoặc đợi máy kia mở lại tệp.",
    "store.disk_full": "Ổ đĩa chứa “{path}” đã đầy nên chưa lưu được việc vừa làm. Dữ liệu trước đó còn nguyên; hãy xóa bớt tệp không cần trên ổ rồi làm lại.",
    "store.busy": "Chương trình khác đang dùng tệp dữ liệu “{path}” quá lâu. Việc vừa làm chưa được lưu, dữ liệu trước đó còn nguyên; hãy đợi một lát rồi làm lại.",
    "store.unreachable": "Không đọc hoặc ghi được tệp dữ liệu “{path}” nữa. Việc vừa làm chưa được lưu, dữ liệu trước đó còn nguyên; hãy kiểm tra USB, ổ mạng rồi mở lại tệp.",
    "store.value_refused": "Trong những gì vừa nhập có chỗ tệp dữ liệu không nhận. Chưa lưu gì, dữ liệu trước đó còn nguyên; hãy xem lại những gì vừa nhập rồi lưu lại.",
    "store.copy_failed": "Bản sao “{path}” kiểm tra lại không đúng nên đã bỏ. Dữ liệu gốc còn nguyên; hãy kiểm tra ổ đĩa rồi làm lại.",
    "store.nothing_salvaged": "Tệp dữ liệu “{path}” hỏng quá nặng nên không cứu được gì. Tệp được giữ nguyên; hãy khôi phục từ bản sao lưu gần nhất.",
    "password.empty": "Chưa có mật khẩu mới, hoặc hai lần gõ không giống nhau, nên chưa đổi gì. Tệp được giữ nguyên; hãy gõ mật khẩu rồi làm lại.",
    "year.closed": "Năm {year} đã khóa sổ nên kế hoạch, nhiệm vụ, đợt xét, đề nghị, phiên họp, quyết định, thu chi Quỹ, phong trào, đăng ký thi đua, số liệu biểu của năm đó không sửa được nữa. Chưa có gì thay đổi; nếu thật sự cần, hãy mở lại sổ năm {year} và ghi lý do.",
    "year.open": "Năm {year} chưa khóa sổ nên không cần mở lại. Chưa có gì thay đổi; hãy sửa dữ liệu năm {year} như thường.",
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
}

FINDINGS: dict[str, str] = {
    "backup.no_manifest": "Bản sao lưu không có tệp mô tả bên cạnh nên không so được với lúc sao lưu; nội dung vẫn đọc được trọn vẹn.",
    "backup.attachments_lost": "Có {count} tệp đính kèm của bản sao lưu bị thiếu hoặc bị hỏng; phần dữ liệu vẫn khôi phục được.",
    "backup.older_version": "Bản sao lưu do bản cũ của chương trình làm ra (phiên bản {version}); khi khôi phục sẽ được nâng cấp.",
    "package.office_file_too_large": "“{name}” quá lớn hoặc vượt số tệp mang theo được nên không đưa vào gói; hãy chép riêng tệp này.",
    "package.office_file_unread": "“{name}” đang bị khóa hoặc không đọc được nên không đưa vào gói; hãy đóng chương trình đang mở tệp này rồi đóng gói lại.",
    "office_file.not_brought": "Dữ liệu đã được khôi phục, nhưng không ghi được {count} mẫu văn bản, quy định riêng vào cạnh tệp dữ liệu; hãy kiểm tra chỗ trống và quyền ghi của thư mục rồi khôi phục lại.",
    "office_file.beside": "Có {count} mẫu văn bản, quy định riêng đã có bản khác ở đây. Bản đang dùng được giữ nguyên, bản mang về nằm cạnh: {names}.",
    "package.attachments_lost": "Có {count} tệp đính kèm bị hỏng từ trước nên không đưa vào gói được; các tệp còn lại đủ cả.",
    "salvage.rebuilt": "{kind}: {count} dòng hỏng đã được dựng lại từ nhật ký thay đổi.",
    "salvage.unread": "{kind}: có đến {count} dòng không đọc được (số {numbers}); hãy so với bản sao lưu gần nhất.",
    "salvage.put_aside": "{kind}: {count} dòng đọc được nhưng không khớp với phần còn lại nên để riêng; hãy xem và nhập lại nếu cần.",
    "salvage.history_unread": "Nhật ký thay đổi: có đến {count} dòng không đọc được; dữ liệu hiện tại không bị ảnh hưởng, chỉ không xem hoặc hoàn tác được những việc ấy.",
    "salvage.history_put_aside": "Nhật ký thay đổi: {count} dòng không còn khớp nên để riêng; dữ liệu hiện tại không bị ảnh hưởng.",
}

OPERATIONS: dict[str, str] = {
    "year.close": "khóa sổ năm {year}",
    "year.reopen": "mở lại sổ năm {year}: {reason}",
}
