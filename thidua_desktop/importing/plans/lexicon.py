"""The words that the parser goes by: verbs of work, and what offices, posts and groups of people are called."""

VERBS = """
tham mưu|tổ chức|xây dựng|triển khai|thực hiện|hướng dẫn|đôn đốc|kiểm tra|tổng hợp|theo dõi|phát hiện
tuyên truyền|ban hành|chủ trì|chỉ đạo|báo cáo|trình|rà soát|thẩm định|lập|chuẩn bị|đề xuất|lựa chọn|gửi|cung cấp
đăng tải|đăng|phát động|bố trí|xét|họp|chủ động|có trách nhiệm|chịu trách nhiệm|căn cứ|căn kế|quán triệt
phổ biến|đẩy mạnh|tăng cường|tiếp tục|phân công|cử|thông báo|hoàn thành|đảm bảo|bảo đảm|giải quyết|vận động
động viên|phản ánh|giúp|tổng kết|sơ kết|đánh giá|giám sát|thành lập|kiện toàn|tập huấn|bồi dưỡng|nhân rộng
biểu dương|tôn vinh|khen thưởng|đề nghị|đăng ký|phân bổ|xem xét|nghiên cứu|cập nhật|công khai|duy trì|quản lý
kết hợp|lồng ghép|làm|tiến hành|phụ trách|tiếp nhận|hoàn thiện|kịp thời|thường xuyên|định kỳ|nghiêm túc
khẩn trương|phải|cần|sẽ|tập trung|nâng cao|đổi mới|thống nhất|phát huy|phối hợp|tích cực|tham gia|hưởng ứng
ký kết|bình xét|chấm điểm|nộp|viết|đưa tin|tiến cử|giới thiệu|lấy ý kiến|công bố|trao tặng|trao|đón nhận|in ấn
mua sắm|cấp phát|cấp|thẩm tra|xác nhận|đối chiếu|lưu trữ|số hóa|khai thác|điều chỉnh|sửa đổi|bổ sung|củng cố
quyết định|cụ thể hóa|tạo điều kiện|dự|tham dự|thăm hỏi|rút kinh nghiệm|ghi nhận|quan tâm|chú trọng|khuyến khích
tự kiểm tra|khảo sát|thống kê|phê duyệt|thi đua|gắn|coi|xác định|nhắc nhở|thảo luận|hoàn chỉnh|dự thảo|soạn thảo
xin ý kiến|tiếp thu|giải trình|điều hành|kiểm điểm|bầu|thông qua|mời|đón tiếp|trang trí|dẫn chương trình
phân loại|vào sổ|thu thập|góp ý|chấm|nhập|lên kế hoạch|giao|yêu cầu|tập hợp|bàn giao|tạo|quy định|góp phần|hội ý
phục vụ|chi trả|quyết toán|thanh toán|dâng hương|thắp hương|khai mạc|bế mạc|tổng duyệt|sưu tầm|biên soạn
phát hành|phát sóng|xuất bản|truyền thông|lan tỏa|học tập|nêu gương|đề cử|suy tôn|ra mắt|lãnh đạo|liên hệ|bảo vệ
gặp mặt|hợp đồng|thuê|đặt in|chạy thử|dựng|bình bầu|hoàn tất|chốt|mở|thi|tọa đàm|hội thảo|trực|trả|kết nạp
rèn luyện|sắp xếp|khánh thành|gắn biển|đón|tiếp|tặng|công nhận|xóa|lắp đặt|lắp|treo|in|luân chuyển|thu
nghiệm thu|khai trương|khai giảng|hội giảng|phát|kê khai|tri ân|sinh hoạt|tự đánh giá|nhận xét
"""
"""Verbs that a duty begins with, parted by ``|`` or lines."""

UNITS = """
ủy ban|UBND|UBMTTQ|MTTQ|HĐND|HĐTĐ|hội đồng|phòng-trào,chống,ngừa,ngủ|ban-hành,giao,bế,đỏ,học,đầu|bộ phận
bộ nội vụ|bộ tài chính|hội-nghị,thảo,thi,diễn,chợ,nhập,giảng,học,xuân,trại,họp,ý,chẩn,khỏe,thu,ngộ,trường
bộ chỉ huy|bộ giáo dục|bộ y tế|bộ công|vụ|cục|sở-hữu,thích,dĩ|chi cục|tổng cục|văn phòng-phẩm|VP|công đoàn
liên đoàn|đoàn-kết|đội-ngũ,hình|chi bộ|chi đoàn|chi hội|liên đội|đảng ủy|đảng bộ|đảng viên|huyện ủy|tỉnh ủy
thành ủy|quận ủy|trường-hợp,kỳ|trưởng-thành|thủ trưởng|giám đốc|phó|hiệu trưởng|hiệu phó|chủ tịch|chủ nhiệm
chánh|tổ-chức,quốc,hợp,điểm|khối-lượng|cụm|trung tâm|trạm y tế|báo-cáo,chí|đài|cơ quan|công an|bệnh viện
khoa-học|đơn vị|mặt trận|quân đội|viện|kho bạc|ngân hàng|doanh nghiệp|công ty|xí nghiệp|hạt kiểm lâm|thành viên
thành đoàn|tỉnh đoàn|huyện đoàn|xã đoàn|cán bộ|công chức|viên chức|giáo viên|nhân viên|GVCN|BGH|BCH|BCĐ|BCT|BTC
lãnh đạo|địa phương|người đứng đầu|người lao động|bí thư|xã-hội|phường|thị trấn|thôn|ấp|khu phố|học sinh
nhà trường|tổng phụ trách|TPT|kế toán|văn thư|thường trực|ngành|cấp ủy|các cấp|chính quyền|BTĐKT|thư ký|ủy viên
CB|CBGV|tiểu ban|nhóm|ông|bà-con|cô|thầy|thanh tra|bảo hiểm xã hội|BHXH|hợp tác xã|sở, ban|sở, ngành|hộ|cá nhân
tập thể|thư viện|nhà văn hóa|bảo tàng|tòa án|viện kiểm sát|lực lượng
"""
"""Words that the name of an office or group begins with; after a dash, words that make it another word
("ban-hành": "ban hành" is a verb). Capitals stand for an abbreviation that may go on ("UBND", "VP…")."""


OFFICES = """
giáo dục và đào tạo|giáo dục & đào tạo|giáo dục - đào tạo|giáo dục đào tạo|văn hóa, thể thao và du lịch
văn hóa và thể thao|văn hóa - thể thao|văn hóa, thể thao|văn hóa - thông tin|văn hóa và thông tin|văn hóa - xã hội
văn hóa và xã hội|văn hóa, khoa học và thông tin|nông nghiệp và môi trường|nông nghiệp và phát triển nông thôn
nông nghiệp & ptnt|tài nguyên và môi trường|khoa học và công nghệ|thông tin và truyền thông
lao động - thương binh và xã hội|lao động, thương binh và xã hội|lao động, người có công và xã hội
dân tộc và tôn giáo|dân tộc - tôn giáo|kế hoạch và đầu tư|kế hoạch - tài chính|kế hoạch và tài chính
tài chính - kế hoạch|tài chính - kế toán|tài chính và kế hoạch|tổ chức - hành chính|hành chính - tổ chức
tổ chức cán bộ|tổ chức - cán bộ|tổ chức nhân sự|tổ chức - kiểm tra|tổ chức - nội vụ|tổ chức - hành chính - quản trị
hành chính - quản trị|hành chính - tổng hợp|kinh tế - hạ tầng|kinh tế và hạ tầng|kinh tế, hạ tầng và đô thị
kinh tế - kỹ thuật|quản lý đô thị|quản lý thị trường|quản lý dự án|quản lý dự án đầu tư xây dựng
quản lý các khu công nghiệp|quản lý khu kinh tế
quản lý chất lượng|quản lý đào tạo|đầu tư xây dựng|đầu tư và xây dựng
xúc tiến đầu tư|tuyên giáo và dân vận|tuyên giáo - dân vận|tuyên huấn|xây dựng đảng|kiểm tra - giám sát
kiểm tra, giám sát
phát thanh và truyền hình|phát thanh - truyền hình|phát thanh truyền hình|báo và phát thanh, truyền hình
truyền thông - văn hóa|truyền thông và văn hóa|truyền thông - giáo dục|kiểm soát bệnh tật|kiểm soát nhiễm khuẩn
phục vụ hành chính công|phục vụ hành chính|dịch vụ nông nghiệp|đăng ký đất đai|đăng ký kinh doanh|bảo trợ xã hội
bảo trợ người khuyết tật|bảo vệ thực vật|bảo vệ môi trường|bảo hiểm xã hội|thống kê|giáo dục nghề nghiệp
giáo dục thường xuyên|giáo dục nghề nghiệp - giáo dục thường xuyên|đào tạo và nghiên cứu|đào tạo - bồi dưỡng
đào tạo, bồi dưỡng|đào tạo và bồi dưỡng|bồi dưỡng chính trị|nghiên cứu khoa học|khảo thí và đảm bảo chất lượng
khảo thí và bảo đảm chất lượng|thi đua - khen thưởng|thi đua, khen thưởng|thi đua và khen thưởng|thi đua khen thưởng
điều dưỡng|kế hoạch tổng hợp|kế hoạch - nghiệp vụ|cảnh sát giao thông|tham mưu - kế hoạch|tham mưu tổng hợp
công tác học sinh, sinh viên|công tác sinh viên|chính trị và công tác sinh viên|liên hiệp phụ nữ|thi hành án dân sự
nữ công|chính sách pháp luật|hợp tác quốc tế|xây dựng nông thôn mới|làm việc|báo chí, xuất bản|công tác xã hội
"""
"""What follows "Sở", "Phòng", "Ban": names with verbs or "và" inside, which must stay whole."""


def words_of(listed: str) -> list[str]:
    """The words of a list above."""
    return [word for word in (word.strip() for word in listed.replace("\n", "|").split("|")) if word]
