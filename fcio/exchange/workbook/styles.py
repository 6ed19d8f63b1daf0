"""How the workbook looks: one font, three sizes, warm paper, one green, one tint for inputs."""

from __future__ import annotations

from typing import Any

GREEN, QUIET, INK = "#0F5E5A", "#A9A497", "#10181A"
PAPER, PAPER_DEEP, BORDER = "#FCFBF8", "#F3F1EA", "#DDD9CE"
GREY_TEXT = "#5A5F60"
INPUT, CHANGED, WRONG = "#FFF6D6", "#F6E3CF", "#A23B3B"

_CELL = {"valign": "top", "text_wrap": True, "font_color": INK}
_LINE = {**_CELL, "bottom": 1, "bottom_color": BORDER}
_IN = {**_CELL, "bg_color": INPUT, "border": 1, "border_color": BORDER, "locked": False}
_HEAD = {**_CELL, "bold": True, "bg_color": PAPER_DEEP, "bottom": 1, "bottom_color": QUIET}
_OWN = {"quote_prefix": True}
_WHOLE, _TENTH, _SHARE = "#,##0", "0.0;\u22120.0;0.0", "0 %"
_AMOUNT = "#,##0"
_PERCENT, _MOST = "0.0## %", '[>=1000000000]"none";#,##0'
_SIGNED = "+#,##0;\u2212#,##0;0"

_STYLES: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 16, "font_color": GREEN, "bg_color": PAPER_DEEP, "valign": "vcenter"},
    "under": {"font_size": 9, "font_color": GREY_TEXT, "bg_color": PAPER_DEEP, "valign": "vcenter"},
    "under_own": {"font_size": 9, "font_color": GREY_TEXT, "bg_color": PAPER_DEEP, "valign": "vcenter", **_OWN},
    "section": {"bold": True, "font_color": GREEN, "bottom": 2, "bottom_color": GREEN, "valign": "bottom"},
    "finding": {**_CELL, "bold": True, "font_size": 16},
    "head": _HEAD,
    "head_right": {**_HEAD, "align": "right"},
    "text": _LINE,
    "plain": _CELL,
    "bold": {**_CELL, "bold": True},
    "note": {**_CELL, "font_size": 9, "font_color": GREY_TEXT},
    "quiet": {**_LINE, "font_size": 9, "font_color": GREY_TEXT, "align": "left", "indent": 1},
    "quiet_number": {**_LINE, "font_size": 9, "font_color": GREY_TEXT, "num_format": _WHOLE, "align": "right"},
    "quiet_signed": {**_LINE, "font_size": 9, "font_color": GREY_TEXT, "num_format": _SIGNED, "align": "right"},
    "indent": {**_LINE, "align": "left", "indent": 2},
    "own": {**_CELL, **_OWN},
    "own_line": {**_LINE, **_OWN},
    "own_in": {**_LINE, **_OWN, "align": "left", "indent": 1},
    "link": {**_LINE, "font_color": GREEN, "underline": 1},
    "under_link": {
        "font_size": 9,
        "font_color": GREEN,
        "bg_color": PAPER_DEEP,
        "valign": "vcenter",
        "align": "right",
        "underline": 1,
    },
    "whole": {**_LINE, "num_format": _WHOLE, "align": "right"},
    "tenth": {**_LINE, "num_format": _TENTH, "align": "right"},
    "share": {**_LINE, "num_format": _SHARE, "align": "right"},
    "any": {**_LINE, "num_format": "#,##0.##", "align": "right"},
    "signed": {**_LINE, "num_format": _SIGNED, "align": "right"},
    "signed_tenth": {**_LINE, "num_format": "+0.0;\u22120.0;0.0", "align": "right"},
    "hundredth": {**_LINE, "num_format": "0.00", "align": "right"},
    "total_hundredth": {**_LINE, "num_format": "0.00", "align": "right", "bold": True},
    "plain_line": {**_CELL, "text_wrap": False, "bold": True},
    "thousandth": {**_LINE, "num_format": "0.000", "align": "right"},
    "total_share": {**_LINE, "num_format": _SHARE, "align": "right", "bold": True},
    "turn": {**_LINE, "num_format": '[<=0]"\u2013";[>=1]"\u2013";0 %', "align": "right"},
    "amount": {**_LINE, "num_format": _AMOUNT, "align": "right"},
    "total_amount": {**_LINE, "num_format": _AMOUNT, "align": "right", "bold": True},
    "amount_left": {**_LINE, "num_format": "#,##0;\u2212#,##0;0", "align": "right"},
    "total": {**_LINE, "num_format": _WHOLE, "align": "right", "bold": True},
    "total_tenth": {**_LINE, "num_format": _TENTH, "align": "right", "bold": True},
    "result": {**_LINE, "bold": True, "font_color": GREEN, "align": "left", "indent": 1},
    "head_in": {**_HEAD, "align": "left", "indent": 1},
    "verdict": {**_LINE, "bold": True, "font_color": GREEN},
    "master": {
        "bold": True,
        "font_size": 9,
        "font_color": GREEN,
        "bg_color": PAPER_DEEP,
        "valign": "vcenter",
        "align": "right",
    },
    "input_choice": {**_IN, "num_format": "@"},
    "locked_input": {**_IN, "locked": True},
    "input_own": {**_IN, **_OWN},
    "input_text": {**_IN, **_OWN, "num_format": "@"},
    "input_general": {**_IN, "num_format": "General", "align": "left"},
    "input_number": {**_IN, "num_format": "#,##0.##", "align": "left"},
    "input_amount": {**_IN, "num_format": _AMOUNT, "align": "right"},
    "input_rate": {**_IN, "num_format": "0.####", "align": "right"},
    "rate": {**_LINE, "num_format": "0.0000", "align": "right"},
    "quiet_rate": {**_LINE, "font_size": 9, "font_color": GREY_TEXT, "num_format": "0.####", "align": "right"},
    "chance": {**_LINE, "num_format": "0.00 %", "align": "right"},
    "input_plain": {**_IN, "num_format": "General", "align": "right"},
    "plain_number": {**_LINE, "num_format": "General", "align": "right"},
    "quiet_plain": {**_LINE, "font_size": 9, "font_color": GREY_TEXT, "num_format": "General", "align": "right"},
    "input_percent": {**_IN, "num_format": _PERCENT, "align": "right"},
    "percent": {**_LINE, "num_format": _PERCENT, "align": "right"},
    "quiet_percent": {**_LINE, "font_size": 9, "font_color": GREY_TEXT, "num_format": _PERCENT, "align": "right"},
    "quiet_most": {**_LINE, "font_size": 9, "font_color": GREY_TEXT, "num_format": _MOST, "align": "right"},
    "quiet_factor": {**_LINE, "font_size": 9, "font_color": GREY_TEXT, "num_format": "0.0#", "align": "right"},
    "quiet_gap": {**_LINE, "font_size": 9, "font_color": GREY_TEXT, "align": "left", "indent": 2},
    "head_gap": {**_HEAD, "align": "left", "indent": 2},
    "head_up": {**_HEAD, "rotation": 90, "align": "center", "valign": "bottom", "text_wrap": False},
    "none": {**_LINE, "font_color": GREY_TEXT, "align": "right"},
    "input_weight": {**_IN, "num_format": "0", "align": "center", "bold": True},
    "changed": {"bg_color": CHANGED},
    "hidden": {"font_color": QUIET},
    "wrong": {"font_color": WRONG, "bg_color": CHANGED, "bold": True},
    "leads": {"font_color": GREEN, "bold": True},
}


PLAIN_SIZE = 11


def size_of(style: str) -> int:
    """The size of a style's letters in points."""
    return int(_STYLES[style].get("font_size", PLAIN_SIZE))


class Styles:
    """The formats of one workbook, made when first asked for."""

    def __init__(self, file: Any) -> None:
        self._file, self._made = file, dict[str, Any]()

    def __getitem__(self, name: str) -> Any:
        """The format with this name."""
        if name not in self._made:
            self._made[name] = self._file.add_format(_STYLES[name])
        return self._made[name]
