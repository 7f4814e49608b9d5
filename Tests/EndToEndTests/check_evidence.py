"""Checks evidence about a document from the description in docs/journal.md alone, with nothing of Muniment's own code.

usage: check_evidence.py EVIDENCE VKEY [--since CHECKPOINT] [--file FILE]

VKEY is the key that was pinned. CHECKPOINT is one that the reader has from before; then the evidence must continue it. FILE is a file that is said to be of the
document. Says which versions were here, on which days, and whether the file is of one of them; exit code 1 where anything does not hold.
"""
import argparse
import base64
import hashlib
import json
import pathlib

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

HEADER = ["seq", "group", "at", "actor", "type", "subject", "payload", "prev"]
TYPES = [
    "document.filed/1", "document.version-made/1", "document.destruction-begun/1", "document.erased/1", "document.redaction-begun/1",
    "document.redacted/1", "document.words-redaction-begun/1", "document.words-redacted/1",
]


def need(condition, why):
    if not condition:
        raise SystemExit(f"no evidence: {why}")


def sha256(data):
    return hashlib.sha256(data).digest()


def node(left, right):
    return sha256(b"\1" + left + right)


def decoded(text):
    need(isinstance(text, str), "a text is missing")
    try:
        return base64.b64decode(text, validate=True)
    except ValueError:
        raise SystemExit("no evidence: a value is no base 64")


def digests(texts):
    need(isinstance(texts, list), "a way is missing")
    found = [decoded(text) for text in texts]
    need(all(len(digest) == 32 for digest in found), "a digest has another length")
    return found


def root_of(leaf, index, size, path):
    """RFC 9162, 2.1.3.2: the root that a leaf at an index leads to; None where the way has another length."""
    position, last, found = index, size - 1, sha256(b"\0" + leaf)
    for sibling in path:
        if last == 0:
            return None
        if position & 1 or position == last:
            found = node(sibling, found)
            while not position & 1 and position:
                position, last = position >> 1, last >> 1
        else:
            found = node(found, sibling)
        position, last = position >> 1, last >> 1
    return found if last == 0 else None


def continues(old_size, old_root, size, root, path):
    """RFC 9162, 2.1.4.2."""
    if old_size == size:
        return not path and old_root == root
    if old_size == 0:
        return not path
    path = ([old_root] if old_size & (old_size - 1) == 0 else []) + path
    if not path:
        return False
    position, last = old_size - 1, size - 1
    while position & 1:
        position, last = position >> 1, last >> 1
    smaller = larger = path[0]
    for sibling in path[1:]:
        if last == 0:
            return False
        if position & 1 or position == last:
            smaller, larger = node(sibling, smaller), node(sibling, larger)
            while not position & 1 and position:
                position, last = position >> 1, last >> 1
        else:
            larger = node(larger, sibling)
        position, last = position >> 1, last >> 1
    return last == 0 and smaller == old_root and larger == root


def checkpoint(note, vkey):
    """Size and root that a note says, once it is signed by the key that was pinned."""
    name, number, key = vkey.split("+", 2)
    key = base64.b64decode(key)
    need(key[0] == 1 and len(key) == 33 and sha256(name.encode() + b"\n" + key)[:4].hex() == number, "the key is none")
    need(note.count("\n\n") == 1 and note.endswith("\n"), "the checkpoint is no signed note")
    text, signatures = note.split("\n\n")
    for line in signatures.splitlines():
        parts = line.split(" ")
        need(len(parts) == 3 and parts[0] == "\u2014", "a signature is none")
        blob = decoded(parts[2])
        if parts[1] == name and blob[:4].hex() == number:
            try:
                Ed25519PublicKey.from_public_bytes(key[1:]).verify(blob[4:], (text + "\n").encode())
            except InvalidSignature:
                raise SystemExit("no evidence: the checkpoint's signature is wrong")
            lines = text.split("\n")
            need(lines[0] == name and lines[1].isdigit() and str(int(lines[1])) == lines[1], "the checkpoint is of another log")
            return int(lines[1]), decoded(lines[2])
    raise SystemExit("no evidence: the checkpoint is not signed by this key")


def event(place, document, size, root):
    """Header and payload of an event that the checkpoint covers; the payload is None where it was emptied."""
    line = decoded(place["line"])
    need(line.endswith(b"\n") and line.count(b"\n") == 1 and line.count(b"\t") == 1, "a line has another form")
    header, payload = line[:-1].split(b"\t")
    fields = json.loads(header)
    need(list(fields) == HEADER and json.dumps(fields, separators=(",", ":")).encode() == header, "a header has another form")
    need(fields["seq"] == place["index"] + 1 and 1 <= fields["seq"] <= size, "an event stands at another place than it says")
    need(root_of(header, place["index"], size, digests(place["path"])) == root, f"event {fields['seq']} is not in the journal")
    need(fields["type"] in TYPES and document.replace("-", "") in fields["subject"], f"event {fields['seq']} is not about the document")
    if not payload:
        return fields, None
    need(hashlib.sha256(payload).hexdigest() == fields["payload"], f"the payload of event {fields['seq']} is another one")
    return fields, json.loads(payload)


def told(events, document):
    """What the events say, in their order: each version with its day and digests, and what became of it."""
    versions, emptied, destroyed, redacted, accounted = [], [], None, [], []
    for fields, payload in events:
        kind = fields["type"]
        if kind in TYPES[:2]:
            need(destroyed is None, "it got a version after it was destroyed")
            need((kind == TYPES[0]) == (not versions), "the versions do not begin with the filing")
            if payload is None:
                emptied.append(fields["seq"])
                versions.append((fields["at"][:10], None))
                continue
            fact = payload["fact"]
            need(fact["document"] == document, "a version is another document's")
            need(fact["version"]["number"] == len(versions) + 1, "a version is missing")
            versions.append((payload["date"], [file["sha256"] for file in fact["version"]["files"]]))
        elif kind == TYPES[2]:
            need(payload is not None and payload["fact"]["tombstone"]["document"] == document, "the destruction is another document's")
            destroyed = payload
        elif kind == TYPES[4]:
            need(payload is not None and payload["fact"]["document"] == document, "the redaction is another document's")
            redacted.append((payload["date"], payload["fact"]["batch"], "content " + payload["fact"]["content"]["sha256"]))
        elif kind == TYPES[6] and payload is not None:
            need(payload["fact"]["document"] == document, "the redaction is another document's")
            accounted += [stays["event"] for stays in payload["fact"]["cleaned"]["payloads"]]
            redacted.append((payload["date"], payload["fact"]["batch"], "some words"))
    need(versions, "it does not say that the document was filed")
    accounted += destroyed["fact"]["emptied"] if destroyed else []
    need(set(emptied) <= set(accounted), "a payload is gone, and nothing says why")
    return versions, destroyed, redacted


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("evidence"), parser.add_argument("key"), parser.add_argument("--since"), parser.add_argument("--file")
    asked = parser.parse_args()
    evidence = json.loads(pathlib.Path(asked.evidence).read_text(encoding="utf-8"))
    need(evidence.get("evidence") == 1, "it is of another form")
    document = evidence["document"]
    size, root = checkpoint(evidence["checkpoint"], asked.key)
    if asked.since:
        older = pathlib.Path(asked.since).read_text(encoding="utf-8")
        need(evidence.get("since", {}).get("checkpoint") == older, "it does not speak of the earlier checkpoint")
    if "since" in evidence:
        old_size, old_root = checkpoint(evidence["since"]["checkpoint"], asked.key)
        need(old_size <= size, "the earlier checkpoint is the later one")
        need(continues(old_size, old_root, size, root, digests(evidence["since"]["path"])), "the journal was written anew in between")
    places = evidence["events"]
    need([place["index"] for place in places] == sorted({place["index"] for place in places}), "the events are not in their order")
    versions, destroyed, redacted = told([event(place, document, size, root) for place in places], document)
    for number, (day, found) in enumerate(versions, 1):
        print(f"{document} version {number} on {day}: " + (", ".join(found) if found is not None else "existence and day only"))
    for day, batch, what in redacted:
        print(f"{document}: {what} redacted on {day}, batch {batch}")
    if destroyed:
        print(f"{document} was destroyed on {destroyed['date']}, batch {destroyed['fact']['batch']}")
        kept = [file["sha256"] for version in destroyed["fact"]["tombstone"]["versions"] for file in version["files"]]
    else:
        kept = []
    if asked.file:
        digest = "sha256:" + hashlib.sha256(pathlib.Path(asked.file).read_bytes()).hexdigest()
        need(any(digest in (found or []) for _, found in versions) or digest in kept, "the file is of none of its versions")
        print(f"{asked.file} is of the document")


try:
    main()
except (KeyError, TypeError, ValueError, IndexError, AttributeError) as problem:
    raise SystemExit(f"no evidence: it is of another form ({type(problem).__name__}: {problem})")
