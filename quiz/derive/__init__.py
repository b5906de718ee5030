"""Articles → facts with their evidence → drafts of questions → the exam → a deck; pure, offline and deterministic."""
