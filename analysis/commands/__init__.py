"""What the command line does: one module for each command, options in, a result out."""
