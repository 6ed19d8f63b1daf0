"""The client's own figures of the risk: what no loss can be worked out from is refused by name."""

import pytest

from fcio.exchange.case_file import checked_document
from fcio.model.answers import Refused


def document(overrides):
    return {"fcio": 1, "client": {"name": "Mill"}, "overrides": overrides}


@pytest.mark.parametrize(
    ("figure", "value", "ends"),
    [
        ("outage_with_ransomware", 1.5, "from 0 to 1"),
        ("least_own_share", 20, "from 0 to 1"),
        ("claim_sigma", 0, "from 0.1 to 4"),
        ("claim_sigma", {"low": 1, "typical": 2, "high": 50}, "from 0.1 to 4"),
        ("reference_level", 5, "from 1 to 4.5"),
        ("least_severity", 0, "from 0.01 to 1"),
        ("most_severity", 0.5, "from 1 to 100"),
    ],
)
def test_a_figure_that_no_loss_follows_from_is_refused(real_knowledge, figure, value, ends):
    with pytest.raises(Refused, match=f"overrides.{figure}: give a number {ends}"):
        checked_document(real_knowledge, document({figure: value}))


@pytest.mark.parametrize(
    ("figure", "value"),
    [("outage_with_ransomware", 1), ("claim_sigma", 0.1), ("reference_level", 1), ("project_overrun", 3)],
)
def test_a_figure_within_its_ends_is_kept(real_knowledge, figure, value):
    assert checked_document(real_knowledge, document({figure: value}))["overrides"] == {figure: value}
