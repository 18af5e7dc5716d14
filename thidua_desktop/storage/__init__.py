"""The office file: one SQLite database, its migrations, its journal and its repositories."""
