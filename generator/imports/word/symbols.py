"""Characters of the fonts of symbols that Word inserts by their codes: ≥, ≤, ticks, bullets."""

from typing import Any

from generator.imports.word.xml import attribute

_TICKS = frozenset(
    (font, char)
    for font, chars in (
        ("Wingdings", ("FB", "FC", "FD", "FE")),
        ("Wingdings 2", ("4F", "50", "51", "52", "53", "54")),
    )
    for char in chars
)
"""The ticks, crosses and ticked boxes in the fonts that Word has for them."""
_SYMBOL = {
    **{
        f"{code:02X}": chr(code)
        for code in (*range(0x21, 0x40), 0x5B, 0x5D, 0x5F, 0x7B, 0x7C, 0x7D)
    },
    **dict(zip(("22", "24", "27", "2A", "2D", "40"), "∀∃∋∗−≅", strict=True)),
    **{f"{0x41 + at:02X}": letter for at, letter in enumerate("ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ")},
    **{f"{0x61 + at:02X}": letter for at, letter in enumerate("αβχδεφγηιϕκλμνοπθρστυϖωξψζ")},
    **{f"{0xA2 + at:02X}": letter for at, letter in enumerate("′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…")},
    **dict(zip(("C7", "C8", "CE", "CF", "D0", "D1", "D5", "D6", "D7"), "∩∪∈∉∠∇∏√⋅", strict=True)),
    **dict(zip(("D8", "D9", "DA", "DB", "DC", "DE", "E5"), "¬∧∨⇔⇐⇒∑", strict=True)),
}
"""The font Symbol, by Adobe's table of its codes; 7E and rare brackets are left out."""
_BULLET = "•"
_UNKNOWN = "�"
"""What stands for a sign that is in none of the tables: nobody takes it for a word."""


def symbol_words(symbol: Any) -> str:
    """The character that `w:sym` shows; fonts of pictures have bullets and ticks alone."""
    font, char = attribute(symbol, "font"), attribute(symbol, "char").upper()[-2:]
    if (font, char) in _TICKS:
        return "✓"
    return _SYMBOL.get(char, _UNKNOWN) if font == "Symbol" else _BULLET
