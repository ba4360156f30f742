"""Events: which articles report the same one."""
