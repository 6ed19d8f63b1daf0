"""Every page, light and dark, desk and phone: no violation that matters and no scrolling sideways."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.server import PAGES
from tests.browser.visit import DONE, WAIT, drawn, visit

SIZES = {"desk": {"width": 1280, "height": 900}, "phone": {"width": 390, "height": 844}}
MATTERS = ("critical", "serious", "moderate")
AREA_PAGES = ("areas", "area_questions", "roadmap", "area_history")
HIRING_PAGES = ("hiring", "candidates", "letter")
STATES = {
    None: ("start", "intake", "fit"),
    "half": ("intake", "fit", "risk"),
    "settled": PAGES,
    "assessed": AREA_PAGES,
    "hired": HIRING_PAGES,
}
WIDER = """() => ['html', 'body', '[data-testid=stMain]', '[data-testid=stMainBlockContainer]']
    .map(part => document.querySelector(part))
    .filter(part => part && part.scrollWidth > part.clientWidth + 1)
    .map(part => `${part.tagName} ${part.scrollWidth} > ${part.clientWidth}`)"""


@pytest.fixture(scope="module", params=["light", "dark"])
def theme(request):
    return request.param


@pytest.fixture(scope="module", params=SIZES)
def size(request):
    return request.param


@pytest.fixture(scope="module")
def screen(chromium, theme, size):
    context = chromium.new_context(viewport=SIZES[size], color_scheme=theme)
    yield context.new_page()
    context.close()


UNFOLDED = {("light", "desk"), ("dark", "phone")}
"""Where every folded part is opened: each theme and each size once, since that takes minutes."""


def unfold_everything(page):
    """Open every folded part, one after the other: each is drawn anew by the server."""
    folded = page.locator('[data-testid="stExpander"] details:not([open]) > summary')
    for _ in range(40):
        if not folded.count():
            break
        folded.first.click()
        page.wait_for_timeout(150)
        page.locator(DONE).wait_for(timeout=WAIT)
    drawn(page)


def violations(page):
    found = Axe().run(page).response["violations"]
    return [
        f"{v['impact']} {v['id']}: {' '.join(map(str, node['target']))[:120]} {node['html'][:80]}"
        for v in found
        if v["impact"] in MATTERS
        for node in v["nodes"]
    ]


@pytest.mark.parametrize("state", STATES, ids=str)
def test_no_violation_that_matters_and_no_scrolling_sideways(screen, server, state, size, theme):
    found = []
    for name in STATES[state]:
        visit(screen, server, name, state)
        deep = state in ("settled", "assessed", "hired") or (state, name) == ("half", "fit")
        if deep and (theme, size) in UNFOLDED:
            unfold_everything(screen)
        problems = violations(screen)
        problems += screen.evaluate(WIDER) if size == "phone" else []
        found += [f"{name}: {problem}" for problem in problems]
    assert not found, "\n".join(found)
