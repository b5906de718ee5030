"""Events → figures. Pure."""
