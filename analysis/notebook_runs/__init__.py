"""Running the notebooks without JupyterLab: parameters, processes, and what they save."""
