"""The tracker (bảng theo dõi tiến độ): filled in by others, judged by its own formulas, read back by the program."""
