#!/usr/bin/env python3
"""Demands every value of the public proof of a piece in its public document, and says what stands there beside them.

    python3 docs/verify-document.py https://news.example.org/api/articles/ID

Needs Python's standard library alone, and no code of Imprimatur. That the proof has the digest that it says is checked
by verify-digest.py.
"""

import json
import re
import sys
import urllib.error
import urllib.request


def words(v):  # of a rich text, whose nodes the proof lists without what its editor keeps for itself
    if isinstance(v, dict):
        return v.get("text", "") if isinstance(v.get("text", ""), str) else words(list(v.values()))
    return "".join(map(words, v)) if isinstance(v, list) else ""


def gone(v):  # whether it is the id of a piece that is not public any more: readers are not told of it
    if not (isinstance(v, str) and re.fullmatch(r"[0-9a-f]{24}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", v)):
        return False
    for pieces in ("articles", "authors", "news-teasers"):
        try:
            urllib.request.urlopen("/".join([*address.split("/")[:-2], pieces, v])).close()
            return False
        except urllib.error.HTTPError as error:
            if error.code not in (404, 410):
                raise
    return True


def stands(signed, shown):  # whether the document shows what was signed; it may say more, such as ids of rows
    if isinstance(signed, dict) and isinstance(shown, dict):
        if "root" in signed:
            return words(signed["root"].get("children")) == words(shown["root"].get("children"))
        return all(stands(signed[name], shown.get(name)) for name in signed)
    if isinstance(signed, list) and isinstance(shown, list):
        signed = [v for v in signed if v in shown or not gone(v)]
        return len(signed) == len(shown) and all(map(stands, signed, shown))
    return signed == shown or (shown is None and gone(signed))


address = sys.argv[1].rstrip("/")
content = json.loads(json.load(urllib.request.urlopen(address + "/imprimatur"))["canonical"])
document = json.load(urllib.request.urlopen(address + "?depth=0"))
missing = [n for n in content if n != "_media" and not stands(content[n], document.get(n))]
if missing:
    sys.exit("The document does not say what was signed off: " + ", ".join(missing))
print("signed off:", ", ".join(content))
print("beside it:", ", ".join(n for n in document if n not in content and document[n] not in (None, [], {}, "")))
