#!/usr/bin/env python3
"""Checks the digest in the public proof of a piece: python3 docs/verify-digest.py https://news.example.org/api/articles/ID"""
import hashlib, json, re, sys, urllib.request

proof = json.load(urllib.request.urlopen(sys.argv[1].rstrip("/") + "/imprimatur"))
in_order = lambda pairs: dict(sorted(pairs, key=lambda pair: pair[0].encode("utf-16-be")))  # RFC 8785, 3.2.3
as_it_is = lambda number: "\0" + number  # which no string of a piece has
content = json.loads(proof["canonical"], object_pairs_hook=in_order, parse_int=as_it_is, parse_float=as_it_is)
text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
text = re.sub(r'"\\u0000([^"]+)"', r"\1", text)
digest = "sha256:" + hashlib.sha256(text.encode("utf-8")).hexdigest()
sys.exit(print(digest) if digest == proof["digest"] else f"The content has {digest}, not {proof['digest']}.")
