"""A study tool for people who live in a terminal: articles become questions, and answers are judged by value."""

__version__ = "0.1.0"
