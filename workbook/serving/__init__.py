"""Serving: the app with Voilà, the notebooks with JupyterLab, each from one command."""
