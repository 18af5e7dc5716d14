"""The tab "Danh bạ": units through time, persons, collectives, households and what is known of them."""
