"""What a Python library finds in PDFs. In: the library's name and the files' paths. Out: a file beside each, named like
it with `.txt` behind."""

import sys


def pdfminer(path):
    from pdfminer.high_level import extract_text

    return extract_text(path)


def pdfplumber(path):
    import pdfplumber

    with pdfplumber.open(path) as pdf:
        return pdf.pages[0].extract_text()


def pypdf(path):
    from pypdf import PdfReader

    return PdfReader(path).pages[0].extract_text()


def pymupdf(path):
    import pymupdf

    with pymupdf.open(path) as pdf:
        return pdf[0].get_text()


def pdfium(path):
    from pypdfium2 import PdfDocument

    return PdfDocument(path)[0].get_textpage().get_text_range()


READERS = {reader.__name__: reader for reader in (pdfminer, pdfplumber, pypdf, pymupdf, pdfium)}

name, *paths = sys.argv[1:]
for path in paths:
    with open(path + ".txt", "w", encoding="utf-8") as file:
        file.write(READERS[name](path))
