"""One kind of answer a file: read it, grade it, show it. All pure; `answers` does not know `deck`."""
