"""
The providers whose exports are read, in the order in which they are tried.

To add a provider:

1. Write a module in this folder with a class that declares ``name``, ``label``, ``kinds``,
   ``version`` and ``fixture`` and has ``recognises``, ``split`` and ``read``; see ``provider``.
2. Add an instance to ``PROVIDERS`` below, before any that recognises its files too.
3. Write a builder of such files in ``tests/load/providers/exports.py``, with made-up articles, and
   ``tests/load/providers/test_<name>.py``. ``test_registry.py`` then reads what the builder makes.
4. Add a paragraph to ``docs/bring-your-own.md``.
"""

from analysis.load.providers.europresse_html import EuropresseHtml
from analysis.load.providers.factiva_html import FactivaHtml
from analysis.load.providers.factiva_rtf import FactivaRtf
from analysis.load.providers.mail import Mailbox, Message
from analysis.load.providers.nexis_docx import NexisDocx
from analysis.load.providers.nexis_html import NexisHtml
from analysis.load.providers.nexis_rtf import NexisRtf
from analysis.load.providers.nexis_text import NexisOldRtf, NexisText
from analysis.load.providers.page import Page
from analysis.load.providers.pdf import PdfArticle
from analysis.load.providers.proquest_text import ProQuestText
from analysis.load.providers.provider import Provider

__all__ = ["PROVIDERS", "find_provider"]

PROVIDERS: tuple[Provider, ...] = (
    NexisDocx(),
    NexisRtf(),
    NexisOldRtf(),
    NexisHtml(),
    NexisText(),
    FactivaHtml(),
    FactivaRtf(),
    EuropresseHtml(),
    ProQuestText(),
    Mailbox(),
    Message(),
    PdfArticle(),
)


def find_provider(page: Page) -> Provider | None:
    """
    Return the provider that made a file, None if none of the known ones did.

    Parameters
    ----------
    page : Page

    Raises
    ------
    InputError
        If the file is damaged so that no sign can be looked for.
    """
    for provider in PROVIDERS:
        if page.kind in provider.kinds and provider.recognises(page):
            return provider
    return None
