"""The events of the log, folded by FSRS into what you remember. Pure: time is an argument everywhere."""
