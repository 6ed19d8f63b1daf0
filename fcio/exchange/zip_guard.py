"""The guard before an Excel file is opened: what it claims to be, and how much is in it when unpacked."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from fcio.model.answers import Refused

MOST_BYTES = 5 * 2**20
MOST_UNPACKED = 20 * 2**20
MOST_PARTS = 500
MOST_RATIO, RATIO_FROM = 200, 2**20
"""Guards against hostile files, not knowledge: a file of a small firm is a hundred times smaller. The ratio of unpacked
to packed bytes counts from ``RATIO_FROM`` unpacked bytes on."""
CHUNK = 2**16
ENCRYPTED_FLAGS = 0x1 | 0x40 | 0x2000
LOCAL_HEADER = struct.Struct("<4s22xHH")
"""How a part begins: its mark, then, after what the directory repeats, the lengths of its name and of what follows."""
MACRO_BOOKS = (".xlsm", ".xltm", ".xlam")
NO_MACROS = "save it as a workbook without macros (.xlsx)"
ZIP_MAGIC, OLD_MAGIC = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
SAVE_AGAIN = "open it in Excel and save it again as a normal workbook (.xlsx)"
OTHER_KINDS = {
    "xl/workbook.bin": "this is a binary workbook (.xlsb)",
    "word/document.xml": "this is a Word document",
    "ppt/presentation.xml": "this is a PowerPoint file",
    "content.xml": "this is an OpenDocument file",
    "index/document.iwa": "this is a Numbers file",
}


@dataclass(frozen=True)
class Purpose:
    """What a workbook is for: what to keep when it holds too much, what it should hold, and how large it may be."""

    keep: str
    holds: str
    most_bytes: int = MOST_BYTES


SPENDING = Purpose("only the sheets with your spending", "a table of spending")


def refuse_ending(shown: str, name: str, *endings: str) -> str:
    """The ending of a file's name when it is one of ``endings``, in small letters; else :class:`Refused`."""
    ending = PurePath(name).suffix.casefold()
    if ending in MACRO_BOOKS:
        raise Refused(shown, f"this kind of workbook can hold macros; {NO_MACROS}")
    if ending not in endings:
        one = "one of the two" if len(endings) > 1 else "such a one"
        raise Refused(shown, f"only {' and '.join(endings)} files can be read; save it as {one}")
    return ending


def refuse_size(name: str, content: bytes, purpose: Purpose = SPENDING) -> None:
    """Refuse an empty or a too large file."""
    if not content:
        raise Refused(name, "this file is empty; choose another one")
    if len(content) > purpose.most_bytes:
        most, got = purpose.most_bytes // 2**20, len(content) / 2**20
        raise Refused(name, f"this file has {got:.1f} MB; keep to {most} MB, {purpose.keep}")


def unpacked(name: str, content: bytes, purpose: Purpose = SPENDING) -> Iterator[tuple[str, bytes]]:
    """Every part of an .xlsx file with its content, unpacked under a count of bytes.

    Raises :class:`Refused` with one sentence for whatever is no honest workbook.
    """
    refuse_size(name, content, purpose)
    _refuse_magic(name, content)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            _refuse_directory(name, parts, purpose)
            _refuse_overlap(name, content, parts, archive.start_dir)
            left = MOST_UNPACKED
            for part in parts:
                data = _read(name, archive, part, left, purpose)
                left -= len(data)
                yield part.filename, data
    except (
        zipfile.BadZipFile,
        zlib.error,
        struct.error,
        EOFError,
        OSError,
        NotImplementedError,
        RuntimeError,
        ValueError,
        OverflowError,
    ) as error:
        if isinstance(error, Refused):
            raise
        raise Refused(name, f"this file is damaged; {SAVE_AGAIN}") from error


def _refuse_magic(name: str, content: bytes) -> None:
    if content.startswith(OLD_MAGIC):
        cure = f"this is an old Excel file (.xls) or one with a password; {SAVE_AGAIN} without a password"
        raise Refused(name, cure)
    if not content.startswith(ZIP_MAGIC):
        raise Refused(name, f"this is not an Excel workbook, whatever its name says; {SAVE_AGAIN}")


def _refuse_directory(name: str, parts: list[zipfile.ZipInfo], purpose: Purpose) -> None:
    if len(parts) > MOST_PARTS:
        raise Refused(name, f"this file has {len(parts):,} parts; keep to {MOST_PARTS}, {purpose.keep}")
    names = [part.filename.casefold() for part in parts]
    for marker, kind in OTHER_KINDS.items():
        if marker in names:
            raise Refused(name, f"{kind}; {SAVE_AGAIN}")
    if any("vbaproject" in one or "macrosheets/" in one for one in names):
        raise Refused(name, f"this workbook holds macros; {NO_MACROS}")
    if len(set(names)) < len(names):
        raise Refused(name, f"this file holds a part twice; {SAVE_AGAIN}")
    if any(part.flag_bits & ENCRYPTED_FLAGS for part in parts):
        raise Refused(name, "this file is encrypted; save it again without a password")
    if any(_leads_outside(part) for part in parts):
        raise Refused(name, f"this file holds parts with paths that lead outside it; {SAVE_AGAIN}")
    if not {"[content_types].xml", "xl/workbook.xml"} <= set(names):
        raise Refused(name, f"this is a zip file and no Excel workbook; {SAVE_AGAIN}")
    if any(part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for part in parts):
        raise Refused(name, f"this file is packed in a way that no spreadsheet uses; {SAVE_AGAIN}")
    if sum(part.file_size for part in parts) > MOST_UNPACKED or any(_bomb(p.file_size, p.compress_size) for p in parts):
        _refuse_unpacked(name, purpose)


def _refuse_overlap(name: str, content: bytes, parts: list[zipfile.ZipInfo], end: int) -> None:
    """Refuse parts that lie over each other or over the directory, which lets a small file hold a large one often."""
    ordered = sorted(parts, key=lambda part: part.header_offset)
    starts = [part.header_offset for part in ordered] + [end]
    for part, following in zip(ordered, starts[1:], strict=True):
        mark, name_length, extra_length = LOCAL_HEADER.unpack_from(content, part.header_offset)
        size = LOCAL_HEADER.size + name_length + extra_length + part.compress_size
        if mark != ZIP_MAGIC or part.header_offset + size > following:
            raise Refused(name, f"this file holds parts that lie over each other or are not there; {SAVE_AGAIN}")


def _leads_outside(part: zipfile.ZipInfo) -> bool:
    path, kind = part.orig_filename, stat.S_IFMT(part.external_attr >> 16)
    odd = path.startswith("/") or "\\" in path or ":" in path or "\0" in path or ".." in path.split("/")
    return odd or kind not in (0, stat.S_IFREG, stat.S_IFDIR)


def _bomb(size: int, packed: int) -> bool:
    return size > RATIO_FROM and size > MOST_RATIO * max(packed, 1)


def _refuse_unpacked(name: str, purpose: Purpose) -> None:
    most = MOST_UNPACKED // 2**20
    raise Refused(name, f"this file grows beyond {most} MB or very far when unpacked; keep {purpose.keep}")


def _read(name: str, archive: zipfile.ZipFile, part: zipfile.ZipInfo, left: int, purpose: Purpose) -> bytes:
    """The content of one part; its size in the directory may lie, so bytes are counted."""
    chunks, size = [], 0
    with archive.open(part) as stream:
        while chunk := stream.read(CHUNK):
            size += len(chunk)
            if size > left or _bomb(size, part.compress_size):
                _refuse_unpacked(name, purpose)
            chunks.append(chunk)
    return b"".join(chunks)
