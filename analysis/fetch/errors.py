"""Why an address gave nothing."""

__all__ = ["FetchError"]


class FetchError(Exception):
    """
    An address gave no page.

    Parameters
    ----------
    reason : str
        For the user.
    is_passing : bool
        Whether the next run should try again: the server was busy, silent or not reachable.
    """

    def __init__(self, reason: str, *, is_passing: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.is_passing = is_passing
