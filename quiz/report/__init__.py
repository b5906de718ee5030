"""A page that says all the figures: HTML with drawings of our own, for one person to keep, print or send.

`markup.py` is the border: every text passes it and is a text behind it, whatever it holds. `scale.py` finds the ticks
of an axis, `canvas.py` draws axes and marks, `charts.py` makes the drawings, `keeping.py` and `working.py` say what
stands on the page, `style.py` how it looks, `page.py` puts it together. Pure: figures and a voice in, text out.
"""
