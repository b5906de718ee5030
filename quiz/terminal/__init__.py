"""The only rooms that know prompt_toolkit: draw a view, read a key."""
