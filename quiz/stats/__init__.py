"""Events and memories in, figures out: what was done, what is remembered, what is due. Pure."""
