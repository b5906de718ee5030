"""One command a file: arguments in, one call, words out. Listed in `cli.py`, loaded when called."""
