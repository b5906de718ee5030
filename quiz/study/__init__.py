"""What to ask next, and the session: (state, action) → (state, events). Pure: no SQL, no screen, no clock."""
