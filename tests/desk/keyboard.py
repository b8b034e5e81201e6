"""Working the desk by keyboard alone: what a person reaches with Tab, by the name it is called."""

from playwright.sync_api import Page

NAME_OF_FOCUS = """() => {
  const one = document.activeElement;
  const legend = one.closest("fieldset")?.querySelector(":scope > legend");
  const name = one.getAttribute("aria-label") ?? one.labels?.[0]?.textContent ?? one.textContent;
  return [name.trim(), legend?.textContent.trim() ?? "", one.tagName];
}"""
"""The name of the element that has the focus, the legend of its group, and its tag."""
CHOSEN = "document.activeElement.selectedOptions[0].textContent"
BUTTONS = ("BUTTON", "A")
FIELDS = ("INPUT", "TEXTAREA", "SELECT")
KEYS_OF = {"BUTTON": "Enter", "SELECT": "ArrowDown"}
"""The key that answers an element which nothing can be typed into."""
LIMIT = 1500
"""How many steps are taken before the element counts as out of reach."""
MARKED = 400
"""Milliseconds until what is wrong has been marked behind the last key."""
PATIENCE = 10
"""How many times that is waited for, at most."""


class Keyboard:
    """The keyboard of a page."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, *keys: str) -> None:
        """Press keys one after another."""
        for key in keys:
            self.page.keyboard.press(key)

    def type(self, text: str) -> None:
        """Type in the place of what the field holds."""
        self.press("Control+a")
        self.page.keyboard.type(text)

    def reach(
        self, name: str, group: str = "", back: bool = False, tags: tuple[str, ...] = FIELDS
    ) -> None:
        """Tab to the first field whose name begins so, in the group whose legend does."""
        step = "Shift+Tab" if back else "Tab"
        for _ in range(LIMIT):
            self.press(step)
            found, legend, tag = self.page.evaluate(NAME_OF_FOCUS)
            if tag in tags and found.startswith(name) and legend.startswith(group):
                return
        raise AssertionError(f"no key leads to “{name}”")

    def focus_here(self, name: str) -> None:
        """Stay at an element when its name begins so, else tab to it."""
        if not self.page.evaluate(NAME_OF_FOCUS)[0].startswith(name):
            self.reach(name)

    def fill(self, name: str, text: str, group: str = "") -> None:
        """Tab to a field and type into it."""
        self.reach(name, group)
        self.type(text)

    def push(self, name: str, group: str = "", back: bool = False) -> None:
        """Tab to a button or a link and press it."""
        self.reach(name, group, back, BUTTONS)
        self.press("Enter")

    def choose(self, name: str, option: str) -> None:
        """Tab to a list and go down it to an option."""
        self.reach(name)
        self.press("Home")
        for _ in range(LIMIT):
            if str(self.page.evaluate(CHOSEN)).startswith(option):
                return
            self.press("ArrowDown")
        raise AssertionError(f"no option “{option}”")

    def pick(self, name: str, typed: str, result: str) -> None:
        """Tab to a field that searches, type, and take a result."""
        self.fill(name, typed)
        self.page.wait_for_selector(f".results button >> text={result}")
        self.push(result)

    def answer_problems(self, text: str) -> None:
        """Follow each link of the summary to its field and type, until nothing is left."""
        links: list[str] = []
        for _ in range(LIMIT):
            links = self._problems_after(links)
            if not links:
                return
            self.push(links[0])
            tag = self.page.evaluate("document.activeElement.tagName")
            if tag in KEYS_OF:
                self.press(KEYS_OF[tag])
            else:
                self.type(text)
        raise AssertionError("problems without end")

    def _problems_after(self, before: list[str]) -> list[str]:
        """The links of the summary once they are others: a busy machine marks later."""
        for _ in range(PATIENCE):
            self.page.wait_for_timeout(MARKED)
            links: list[str] = self.page.locator(".summary a").all_inner_texts()
            if links != before:
                return links
        return before
