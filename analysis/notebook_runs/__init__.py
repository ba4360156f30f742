"""Running notebooks: their parameters, their order, their outputs."""
