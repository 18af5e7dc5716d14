"""What stands over rows and speaks for all of them: titles, senders, group headings, legends, the name of the file."""
