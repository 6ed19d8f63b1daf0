"""The guard before an Excel file is opened: what it claims to be, and how much is in it when unpacked."""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from collections.abc import Iterator

from fcio.model.answers import Refused

MOST_BYTES = 5 * 2**20
MOST_UNPACKED = 20 * 2**20
MOST_PARTS = 500
MOST_RATIO, RATIO_FROM = 200, 2**20
"""Guards against hostile files, not knowledge: a file of a small firm is a hundred times smaller. The ratio of unpacked
to packed bytes counts from ``RATIO_FROM`` unpacked bytes on."""
CHUNK = 2**16
ENCRYPTED_FLAG = 0x1
ZIP_MAGIC, OLD_MAGIC = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
SAVE_AGAIN = "open it in Excel and save it again as a normal workbook (.xlsx)"
KEEP_ONLY = "keep only the sheets with your spending"
OTHER_KINDS = {
    "xl/workbook.bin": "this is a binary workbook (.xlsb)",
    "word/document.xml": "this is a Word document",
    "ppt/presentation.xml": "this is a PowerPoint file",
    "content.xml": "this is an OpenDocument file",
    "index/document.iwa": "this is a Numbers file",
}


def refuse_size(name: str, content: bytes) -> None:
    """Refuse an empty or a too large file."""
    if not content:
        raise Refused(name, "this file is empty; choose another one")
    if len(content) > MOST_BYTES:
        most, got = MOST_BYTES // 2**20, len(content) / 2**20
        raise Refused(name, f"this file has {got:.1f} MB; keep to {most} MB, only the sheets with your spending")


def unpacked(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    """Every part of an .xlsx file with its content, unpacked under a count of bytes.

    Raises :class:`Refused` with one sentence for whatever is no honest workbook.
    """
    refuse_size(name, content)
    _refuse_magic(name, content)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            _refuse_directory(name, parts)
            left = MOST_UNPACKED
            for part in parts:
                data = _read(name, archive, part, left)
                left -= len(data)
                yield part.filename, data
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError) as error:
        if isinstance(error, Refused):
            raise
        raise Refused(name, f"this file is damaged; {SAVE_AGAIN}") from error


def _refuse_magic(name: str, content: bytes) -> None:
    if content.startswith(OLD_MAGIC):
        cure = f"this is an old Excel file (.xls) or one with a password; {SAVE_AGAIN} without a password"
        raise Refused(name, cure)
    if not content.startswith(ZIP_MAGIC):
        raise Refused(name, f"this is not an Excel workbook, whatever its name says; {SAVE_AGAIN}")


def _refuse_directory(name: str, parts: list[zipfile.ZipInfo]) -> None:
    if len(parts) > MOST_PARTS:
        raise Refused(
            name, f"this file has {len(parts):,} parts; keep to {MOST_PARTS}, only the sheets with your spending"
        )
    names = [part.filename.casefold() for part in parts]
    for marker, kind in OTHER_KINDS.items():
        if marker in names:
            raise Refused(name, f"{kind}; {SAVE_AGAIN}")
    if any("vbaproject" in one or "macrosheets/" in one for one in names):
        raise Refused(name, "this workbook holds macros; save it as a workbook without macros (.xlsx)")
    if len(set(names)) < len(names):
        raise Refused(name, f"this file holds a part twice; {SAVE_AGAIN}")
    if any(part.flag_bits & ENCRYPTED_FLAG for part in parts):
        raise Refused(name, "this file is encrypted; save it again without a password")
    if any(_leads_outside(part) for part in parts):
        raise Refused(name, f"this file holds parts with paths that lead outside it; {SAVE_AGAIN}")
    if "[content_types].xml" not in names:
        raise Refused(name, f"this is a zip file and no Excel workbook; {SAVE_AGAIN}")
    if sum(part.file_size for part in parts) > MOST_UNPACKED or any(_bomb(p.file_size, p.compress_size) for p in parts):
        _refuse_unpacked(name)


def _leads_outside(part: zipfile.ZipInfo) -> bool:
    path = part.orig_filename
    odd = path.startswith("/") or "\\" in path or ":" in path or "\0" in path or ".." in path.split("/")
    return odd or stat.S_ISLNK(part.external_attr >> 16)


def _bomb(size: int, packed: int) -> bool:
    return size > RATIO_FROM and size > MOST_RATIO * max(packed, 1)


def _refuse_unpacked(name: str) -> None:
    most = MOST_UNPACKED // 2**20
    raise Refused(name, f"this file grows beyond {most} MB or very far when unpacked; {KEEP_ONLY}")


def _read(name: str, archive: zipfile.ZipFile, part: zipfile.ZipInfo, left: int) -> bytes:
    """The content of one part; its size in the directory may lie, so bytes are counted."""
    chunks, size = [], 0
    with archive.open(part) as stream:
        while chunk := stream.read(CHUNK):
            size += len(chunk)
            if size > left or _bomb(size, part.compress_size):
                _refuse_unpacked(name)
            chunks.append(chunk)
    return b"".join(chunks)
