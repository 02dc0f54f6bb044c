# Reads a feed with feedparser and writes what it found as JSON: `python readFeed.py CONTENT-TYPE < FEED`.
import calendar
import json
import sys
from datetime import datetime, timezone

import feedparser


def instant(parsed):
    return parsed and datetime.fromtimestamp(calendar.timegm(parsed), timezone.utc).strftime('%Y-%m-%dT%H:%M:%SZ')


def link(links, rel):
    return next((each['href'] for each in links if each.get('rel') == rel), None)


def entry(each):
    return {
        'id': each.get('id'),
        'url': each.get('link'),
        'title': each.get('title'),
        'published': instant(each.get('published_parsed')),
        'updated': instant(each.get('updated_parsed')),
        'authors': [author['name'] for author in each.get('authors', [])],
        'tags': [tag['term'] for tag in each.get('tags', [])],
        'summary': each.get('summary_detail', {}),
        'html': each['content'][0]['value'] if 'content' in each else None,
    }


read = feedparser.parse(sys.stdin.buffer.read(), response_headers={'content-type': sys.argv[1]})
json.dump(
    {
        'faults': [str(read['bozo_exception'])] if read['bozo'] else [],
        'version': read['version'],
        'title': read.feed.get('title'),
        'page': read.feed.get('link'),
        'language': read.feed.get('language'),
        'self': link(read.feed.get('links', []), 'self'),
        'next': link(read.feed.get('links', []), 'next'),
        'entries': [entry(each) for each in read.entries],
    },
    sys.stdout,
)
