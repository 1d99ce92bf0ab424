"""What a kernel needs before it can show the app, imported and read once for all that are forked from here.

A workbook is opened in memory and thrown away, so that words are read and patterns compiled as well. Only
the process that kernels are forked from imports this.
"""

from __future__ import annotations

import gc

import ipykernel.kernelapp  # noqa: F401
import ipywidgets

import infoview.cli  # noqa: F401 - the command that started the server, which every forked process looks at
from infoview.logbook import open_memory
from workbook.app import App
from workbook.window import Window

logbook = open_memory()
App(Window(logbook))
logbook.close()
ipywidgets.Widget.close_all()
gc.freeze()  # memory that nobody writes to is shared by all kernels
