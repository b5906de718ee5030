"""What we understand: numbers, dates, money, names, quotes, in French and English. Pure."""
