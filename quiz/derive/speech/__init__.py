"""Who says what: the narration around quotations, its verbs of saying, their subjects, and what they govern."""
