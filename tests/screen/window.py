"""A browser window on the app as a test sees it: the pages run through app.py, without a browser."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted(path.stem for path in (ROOT / "pages").glob("*.py") if path.stem[0] != "_")
NOT_DRAWN = "could not be drawn"


def read(text):
    """What a reader sees of an escaped text."""
    return text.replace("\u2060", "").replace("\\", "")


class Window:
    """One session. Every step fails at once when a page raises or says that it could not be drawn.

    After a page has led to another one, AppTest shows the other but runs the first again: a step that goes on
    from there names its page.
    """

    def __init__(self, client=None):
        self.at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
        if client is not None:
            self.at.query_params["client"] = client
        self.run()

    def run(self):
        self.at.run()
        assert not self.at.exception, self.at.exception[0].value
        assert not [text for text in self.errors if NOT_DRAWN in text]
        return self

    def page(self, name):
        self.at.switch_page(f"pages/{name}.py")
        return self.run()

    def press(self, label):
        self.button(label).click()
        return self.run()

    def button(self, label):
        return next(button for button in self.at.button if button.label == label)

    def unfold(self, *keys):
        for key in keys:
            self.at.session_state[key] = True
        return self.run()

    def start(self, name):
        """Start an assessment and land on the intake."""
        self.page("start")
        self.at.text_input(key="new_name").input(name)
        self.press("Start the assessment")
        return self.page("intake") if self.client else self

    def example(self, stem):
        """Open an example and land on its role fit."""
        self.page("start")
        self.at.button(key=f"demo:{stem}").click()
        return self.run().page("fit")

    def ask(self, question_id):
        """The intake with this question on screen, chosen from the list of all."""
        self.page("intake").unfold("all_answers")
        self.at.selectbox(key="jump").set_value(question_id)
        return self.run()

    def show(self, content, name="case.json"):
        """Choose a case file on the clients' page; nothing is stored by that."""
        self.page("clients")
        self.at.file_uploader[0].upload(name, content, "application/json")
        return self.run()

    def bring(self, content, name="case.json"):
        """Hand over a case file as a new client, unless it is refused."""
        self.show(content, name)
        return self if self.errors else self.press("Add as a new client")

    def widget(self, question_id, part=""):
        """The widget of a question, or one of its parts."""
        return self.at.get_by_key(f"{self.client}:{question_id}" + (f":{part}" if part else ""))

    def enter(self, question_id, value, part=""):
        self.widget(question_id, part).set_value(value)
        return self.run()

    def shows(self, question_id, part=""):
        try:
            self.widget(question_id, part)
        except KeyError:
            return False
        return True

    @property
    def client(self):
        return self.at.session_state.get("client")

    @property
    def title(self):
        return self.at.title[0].value if self.at.title else None

    @property
    def headers(self):
        return [header.value for header in self.at.header]

    @property
    def errors(self):
        return [read(error.value) for error in self.at.error]

    @property
    def warnings(self):
        return [read(warning.value) for warning in self.at.warning]

    @property
    def markup(self):
        """Every text that is drawn as Markdown, labels included."""
        drawn = [self.at.markdown, self.at.caption, self.at.title, self.at.header, self.at.subheader]
        alerts = [self.at.error, self.at.warning, self.at.info, self.at.success]
        labelled = [self.at.button, self.at.checkbox, self.at.download_button, self.at.expander]
        texts = [element.value for group in drawn + alerts for element in group]
        texts += [element.label for group in labelled for element in group]
        return [text for text in texts if text]

    @property
    def words(self):
        """All of it in one text."""
        return "\n".join(self.markup)
