"""The tab "Hội đồng": councils, their meetings, ballots and what these decide."""
