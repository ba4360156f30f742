"""
Running the notebooks without JupyterLab: parameters, processes, and what they save.

- ``parameters``, ``parsed_code``: what a notebook declares, read from its code
- ``allowed_values``: values that the corpus does not have
- ``scheduler``: several notebooks at a time
- ``execute``: one notebook in its own process
- ``warm_start``, ``loaded_process``, ``rehearsal``, ``forked_kernel``: copies of a process that has
  loaded and done once what all notebooks need
- ``light_nbformat``, ``paced_saves``: imports and saves that cost less
- ``outputs``: charts, tables and findings that a notebook saves
- ``shareable``: no paths of this machine in a notebook
- ``widgets``, ``check_widget``: menus in JupyterLab; figures checked there
"""
