"""The screens of `quiz stats`: figures as styled lines, each view in its room.

A room has `draw(told, words, paper)`, `to_json(told)` and `table(told)`, whose first row names the columns.
"""
