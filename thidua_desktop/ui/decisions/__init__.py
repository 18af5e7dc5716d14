"""The tab "Quyết định & Sổ khen thưởng": decisions, what went to higher levels, the register, the fund."""
