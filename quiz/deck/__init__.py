"""YAML text ⇄ cards; every problem knows its line. Pure: text in, values and problems out."""
