"""Working the desk by keyboard alone: what a person reaches with Tab, by the name it is called."""

from playwright.sync_api import Page

NAME_OF_FOCUS = """() => {
  const one = document.activeElement;
  const legend = one.closest("fieldset")?.querySelector(":scope > legend");
  const name = one.getAttribute("aria-label") ?? one.labels?.[0]?.textContent ?? one.textContent;
  return [name.trim(), legend?.textContent.trim() ?? ""];
}"""
"""The name of the element that has the focus, and the legend of its group."""
LIMIT = 1500
"""How many steps are taken before the element counts as out of reach."""


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

    def reach(self, name: str, group: str = "", back: bool = False) -> None:
        """Tab to the first element whose name begins so, in the group whose legend does."""
        step = "Shift+Tab" if back else "Tab"
        for _ in range(LIMIT):
            self.press(step)
            found, legend = self.page.evaluate(NAME_OF_FOCUS)
            if found.startswith(name) and legend.startswith(group):
                return
        raise AssertionError(f"no key leads to “{name}”")

    def fill(self, name: str, text: str, group: str = "") -> None:
        """Tab to a field and type into it."""
        self.reach(name, group)
        self.type(text)

    def push(self, name: str, group: str = "", back: bool = False) -> None:
        """Tab to a button and press it."""
        self.reach(name, group, back)
        self.press("Enter")

    def choose(self, name: str, option: str, group: str = "") -> None:
        """Tab to a list and type the beginning of an option, as its keyboard has it."""
        self.reach(name, group)
        self.page.keyboard.type(option)
        self.press("Tab", "Shift+Tab")

    def pick(self, name: str, typed: str, result: str) -> None:
        """Tab to a field that searches, type, and take a result."""
        self.fill(name, typed)
        self.page.wait_for_selector(f".results button >> text={result}")
        self.push(result)
