#!/usr/bin/env python3
"""Checks the public proof of a piece without any code of Imprimatur, with Python's standard library alone.

    python3 docs/verify-digest.py https://news.example.org/api/articles/ID

Reads the proof, writes its content anew after RFC 8785, and demands the same text and the digest. Then reads the public
document and demands that every value of the proof stands there, and says what stands there beside it.
"""

import decimal
import hashlib
import json
import sys
import urllib.request


def number(x):  # RFC 8785, 3.2.2.3: as ECMAScript writes a double
    sign, digits, exponent = decimal.Decimal(repr(x)).normalize().as_tuple()
    text, point = "".join(map(str, digits)), len(digits) + exponent
    if len(text) <= point <= 21:
        text = text.ljust(point, "0")
    elif 0 < point <= 21:
        text = text[:point] + "." + text[point:]
    elif -6 < point <= 0:
        text = "0." + "0" * -point + text
    else:
        text = text[0] + ("." + text[1:] if len(text) > 1 else "") + "e%+d" % (point - 1)
    return "0" if x == 0 else "-" * sign + text


def canonical(v):  # RFC 8785, 3.2: names in the order of their UTF-16 code units, no white space
    if isinstance(v, dict):
        names = sorted(v, key=lambda name: name.encode("utf-16-be"))
        return "{" + ",".join(canonical(n) + ":" + canonical(v[n]) for n in names) + "}"
    if isinstance(v, list):
        return "[" + ",".join(map(canonical, v)) + "]"
    return number(v) if isinstance(v, float) else json.dumps(v, ensure_ascii=False)


def words(v):  # of a rich text, whose nodes the proof lists without what its editor keeps for itself
    if isinstance(v, dict):
        return v.get("text", "") if isinstance(v.get("text", ""), str) else words(list(v.values()))
    return "".join(map(words, v)) if isinstance(v, list) else ""


def stands(signed, shown):  # whether the document shows what was signed; it may say more, such as ids of rows
    if isinstance(signed, dict) and isinstance(shown, dict):
        if "root" in signed:
            return words(signed["root"].get("children")) == words(shown["root"].get("children"))
        return all(stands(signed[name], shown.get(name)) for name in signed)
    if isinstance(signed, list) and isinstance(shown, list):
        return len(signed) == len(shown) and all(map(stands, signed, shown))
    return signed == shown


def get(address):
    with urllib.request.urlopen(address) as answer:
        return json.loads(answer.read().decode("utf-8"), parse_int=float)


address = sys.argv[1].rstrip("/")
proof = get(address + "/imprimatur")
content = json.loads(proof["canonical"], parse_int=float)
assert canonical(content) == proof["canonical"], "The content is not in canonical form."
digest = "sha256:" + hashlib.sha256(canonical(content).encode("utf-8")).hexdigest()
assert digest == proof["digest"], "The digest is " + digest + ", not " + proof["digest"] + "."
document = get(address + "?depth=0")
missing = [n for n in content if n != "_media" and not stands(content[n], document.get(n))]
assert not missing, "The document does not say what was signed off: " + ", ".join(missing)
print(digest)
print("signed off:", ", ".join(content))
print("beside it:", ", ".join(n for n in document if n not in content and document[n] not in (None, [], {}, "")))
