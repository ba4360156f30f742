"""The neural model: its labels, its files, and the ways to run it (onnxruntime or torch)."""
