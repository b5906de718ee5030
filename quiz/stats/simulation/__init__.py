"""Days to come, lived by a learner of chance: what they would cost, and what would be known at their end. Pure.

`course.py` lives the days by the rules of the scheduler and of the queue, `habits.py` says how this person answers,
`compare.py` lives the same days with other wishes, `exam.py` looks for what suffices by a given day, `chance.py` draws.
"""
