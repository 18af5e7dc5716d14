"""The tab "Kế hoạch": plans of a year, their structure and tasks, and how they come in and go out."""
