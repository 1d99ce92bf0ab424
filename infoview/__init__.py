"""infoview: what the workbook knows and does, in plain Python without Jupyter.

A person asks people about their work, to choose their own well. This package holds the entities of that
journey (contacts, requests, meetings, questions, debriefs, follow-ups), the logbook that keeps them, the
coach that advises, and the readers and writers of files. `workbook` shows it; `notebooks` tell it.
"""

__version__ = "0.1.0"
