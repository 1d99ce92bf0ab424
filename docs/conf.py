"""How `make docs` builds these pages: offline, in one theme, with warnings as errors."""

from importlib.metadata import version as installed

project = "infoview"
author = "infoview contributors"
copyright = "infoview contributors, BSD-3-Clause"  # noqa: A001 - Sphinx's own name
release = version = installed("infoview")

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["design", "_built"]
myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3
autodoc_typehints = "description"
autodoc_member_order = "bysource"
nitpicky = False  # types of the standard library are not linked: that would need another host

html_theme = "furo"
html_title = "infoview"
html_copy_source = False
html_show_sphinx = False
