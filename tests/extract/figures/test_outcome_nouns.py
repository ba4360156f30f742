"""Numbers in death tolls and before nouns of harm."""

import pytest

from analysis.extract.figures.outcome_nouns import outcome_of_noun


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        # death tolls
        ("The death toll rose to [12].", "killed"),
        ("A toll of more than [12].", "killed"),
        ("The number of people killed is now [12].", "killed"),
        ("He put the number of deaths at 18 and that of the injured at [81].", "injured"),
        ("He put the number of injured at 18 and that of the dead at [2].", "killed"),
        ("The number of dead has passed [12].", "killed"),
        ("The governor put the dead at [12].", "killed"),
        ("Doctors estimated the wounded at [12].", "injured"),
        ("The county's own count of the injured was [131].", "injured"),
        ("The number of people hurt in Friday's crush has risen to [36].", "injured"),
        ("The army's tally of the dead is [12].", "killed"),
        ("The count of votes was [131].", None),
        ("He put the lid at [12].", None),
        ("The number of boats is [12].", None),
        ("The death toll. It rose to [12].", None),
        ("The toll rose to one two three four [12].", None),  # three words at most
        ("The toll rose to one two three [12].", "killed"),
        ("The state's road toll stands at [143].", "killed"),
        ("Its official toll is [143].", "killed"),
        ("The bridge toll is [143] rupees.", None),
        ("The town had [25] homicides last year.", "killed"),
        ("The town had [25] homicide detectives.", None),
        # cases of a disease
        ("More than [800] cases of measles have been confirmed.", "ill"),
        ("The clinic saw [12] new confirmed cholera cases.", "ill"),
        ("It reported [300] infections with a virus.", None),
        ("Ebola cases reached [2,003] on Friday.", "ill"),
        ("Cases of the Lassa fever rose to [40].", "ill"),
        ("The court heard [12] cases of fraud.", None),
        ("Two towns had measles cases, bringing the number of towns to [9].", None),
        ("Measles cases bring the total number of towns to [9].", None),
        ("Cases of measles in the county have now risen to [40].", "ill"),
        ("Measles cases cost [40] dollars each.", None),
        ("It had [12] suspected cholera cases.", None),
        ("The strollers caused at least [50] injuries to children.", "injured"),
        ("It had [50] injuries this season.", None),
        ("It led to [9] injuries and no deaths.", "injured"),
        ("It led to [9] serious injuries, and at least two deaths.", "injured"),
        ("It led to [9] recalls and no deaths.", None),
        ("It had [9] injuries and lost.", None),
        # other totals
        ("The number of the injured stands at [12].", "injured"),
        ("The number of people wounded reached [12].", "injured"),
        ("The number of men abducted stands at [12].", "captured"),
        ("The number of men seen stands at [12].", None),
        # nouns of harm
        ("It had [12] deaths.", "killed"),
        ("It had [12] premature civilian deaths.", "killed"),
        ("It had [12] very very very early deaths.", None),
        ("It averted [12] deaths.", None),
        ("It would have prevented up to [12] deaths.", None),
        ("It had [12] deathly days.", None),
        ("[12] civilians were among the dead.", "killed"),
        ("[12] civilians were among at least 30 people killed.", "killed"),
        ("[12] civilians were among the guests.", None),
        ("The dead were [12] men.", "killed"),
        ("The victims included at least [12] men.", "killed"),
        ("The guests included [12] men.", None),
        ("There were three deaths and [12] injuries.", "injured"),
        ("It looks at [12] deaths and injuries.", "killed_or_injured"),
        ("It looks at [12] road deaths or serious injuries.", "killed_or_injured"),
        ("It would have prevented [12] deaths and injuries.", None),
        ("There were [12] deaths and injuries to 20 others.", "killed"),
        ("There were three deaths, [12] other injuries.", "injured"),
        ("The team has [12] injuries.", None),
        ("It had [12] cases of suffocation.", "injured"),
        ("It had [12] cases of severe poisoning.", "injured"),
        ("It had [12] cases of fraud.", None),
        ("Police made [12] arrests.", "captured"),
        ("Police made [12] new detentions.", "captured"),
        ("It claimed [12] lives.", "killed"),
        ("It took at least [12] young lives.", "killed"),
        ("A cat has [12] lives.", None),
        ("It caused [12] casualties.", "killed_or_injured"),
        ("It caused [dozens] of civilian casualties.", "killed_or_injured"),
        # hostages
        ("[12] hostages wait.", "captured"),
        ("[12] foreign hostages were freed.", "other"),
        ("[12] hostages who had been released came.", "other"),
        ("They released the [12] hostages.", "other"),
        ("The release of [12] hostages.", "other"),
        ("They tried to free [12] hostages.", "captured"),
        ("Troops have rescued [12] hostages.", "rescued"),
        ("It lowered the number of missing to [12].", "missing"),
        ("The number of people missing was [12].", "missing"),
        ("The number of missing pages was [12].", None),
        ("It had [12] rooms.", None),
    ],
)
def test_outcomes_of_nouns(text, outcome):
    before, _, rest = text.partition("[")
    after = rest.partition("]")[2]
    assert outcome_of_noun(before, after) == outcome
