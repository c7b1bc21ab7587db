"""The knowledge of the trade in plain Python: what to ask, what to advise, how to shoot it.

Knows nothing of Django, of the web or of any booking. Every sentence it gives is a
:class:`guidance.texts.Text`, translated and formatted only where it is shown.
"""
