"""Councils (hội đồng thi đua - khen thưởng): who sits in them, their meetings, ballots and what these decide."""
