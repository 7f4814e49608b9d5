"""Checks a journal, a checkpoint and a proof from the description in docs/journal.md and from the C2SP specifications
signed-note, tlog-checkpoint and tlog-proof alone, with nothing of Muniment's own code.

usage: check_journal.py JOURNAL-FOLDER CHECKPOINT VKEY [PROOF]
"""
import base64
import hashlib
import json
import pathlib
import sys

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey


def sha256(data):
    return hashlib.sha256(data).digest()


def tree_root(leaves):
    """RFC 9162, 2.1.1."""
    if not leaves:
        return sha256(b"")
    if len(leaves) == 1:
        return sha256(b"\0" + leaves[0])
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    return sha256(b"\1" + tree_root(leaves[:split]) + tree_root(leaves[split:]))


def included(leaf, index, size, path, root):
    """RFC 9162, 2.1.3.2."""
    fn, sn, node = index, size - 1, sha256(b"\0" + leaf)
    for sibling in path:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            node = sha256(b"\1" + sibling + node)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            node = sha256(b"\1" + node + sibling)
        fn, sn = fn >> 1, sn >> 1
    return sn == 0 and node == root


def check_note(data, vkey):
    """Answers origin, size and root of a checkpoint that the key has signed."""
    name, number, key = vkey.split("+", 2)
    key = base64.b64decode(key, validate=True)
    assert key[0] == 1 and len(key) == 33, "not an Ed25519 key"
    assert sha256(name.encode() + b"\n" + key)[:4].hex() == number, "the key's number is wrong"
    text, signatures = data.rsplit(b"\n\n", 1)
    text += b"\n"
    signed = False
    for line in signatures.decode().splitlines():
        dash, who, blob = line.split(" ")
        blob = base64.b64decode(blob, validate=True)
        assert dash == "\u2014"
        if who == name and blob[:4].hex() == number:
            Ed25519PublicKey.from_public_bytes(key[1:]).verify(blob[4:], text)
            signed = True
    assert signed, "not signed by this key"
    origin, size, root = text.decode().splitlines()[:3]
    assert origin == name, "the key is named like the origin"
    return origin, int(size), base64.b64decode(root, validate=True)


def check_lines(folder):
    """Answers the headers of all lines after having checked numbers, chain and payloads."""
    headers, previous = [], "0" * 64
    for segment in sorted(pathlib.Path(folder).glob("*.jsonl")):
        for line in segment.read_bytes().split(b"\n")[:-1]:
            header, payload = line.split(b"\t")
            fields = json.loads(header)
            assert list(fields) == ["seq", "group", "at", "actor", "type", "subject", "payload", "prev"], "keys"
            assert fields["seq"] == len(headers) + 1, "a number is missing"
            assert fields["prev"] == previous, f"event {fields['seq']} does not follow the one before"
            assert not payload or hashlib.sha256(payload).hexdigest() == fields["payload"], f"payload of event {fields['seq']}"
            previous = hashlib.sha256(header).hexdigest()
            headers.append(header)
    return headers


def check_proof(data, vkey):
    head, note = data.split(b"\n\n", 1)
    lines = head.decode().splitlines()
    assert lines[0] == "c2sp.org/tlog-proof@v1" and lines[1].startswith("extra ") and lines[2].startswith("index ")
    header, payload = base64.b64decode(lines[1][6:], validate=True)[:-1].split(b"\t")
    _, size, root = check_note(note, vkey)
    path = [base64.b64decode(line, validate=True) for line in lines[3:]]
    assert included(header, int(lines[2][6:]), size, path, root), "the header is not in the tree"
    assert not payload or hashlib.sha256(payload).hexdigest() == json.loads(header)["payload"], "the payload differs"


def main(folder, note, vkey, proof=None):
    headers = check_lines(folder)
    _, size, root = check_note(pathlib.Path(note).read_bytes(), vkey)
    assert size <= len(headers), "the journal is shorter than the checkpoint says"
    assert tree_root(headers[:size]) == root, "the root differs"
    if proof:
        check_proof(pathlib.Path(proof).read_bytes(), vkey)


if __name__ == "__main__":
    main(*sys.argv[1:])
