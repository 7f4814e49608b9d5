"""Makes forgeries of evidence, one file for each kind, in a folder.

usage: forge_evidence.py EVIDENCE OTHER FOLDER

EVIDENCE has at least two versions and an earlier checkpoint; OTHER is evidence about another document of the same archive.
"""
import base64
import copy
import hashlib
import json
import pathlib
import sys

source, other, folder = (pathlib.Path(path) for path in sys.argv[1:])
good, others = json.loads(source.read_text(encoding="utf-8")), json.loads(other.read_text(encoding="utf-8"))
kinds = {}


def kind(work):
    forged = copy.deepcopy(good)
    kinds[work.__name__] = work(forged) or forged
    return work


def lines(place):
    header, payload = base64.b64decode(place["line"])[:-1].split(b"\t")
    return header, payload


def put(place, header, payload):
    place["line"] = base64.b64encode(header + b"\t" + payload + b"\n").decode()


def turned(text):
    data = bytearray(base64.b64decode(text))
    data[0] ^= 1
    return base64.b64encode(bytes(data)).decode()


@kind
def another_document(forged): forged["document"] = others["document"]


@kind
def events_of_another(forged): forged["events"] = others["events"]


@kind
def changed_payload(forged):
    header, payload = lines(forged["events"][0])
    put(forged["events"][0], header, payload.replace(b"2026", b"2025"))


@kind
def changed_payload_with_its_digest(forged):
    header, payload = lines(forged["events"][0])
    changed = payload.replace(b"20", b"19", 1)
    fields = json.loads(header)
    fields["payload"] = hashlib.sha256(changed).hexdigest()
    put(forged["events"][0], json.dumps(fields, separators=(",", ":")).encode(), changed)


@kind
def changed_day(forged):
    header, payload = lines(forged["events"][0])
    put(forged["events"][0], header.replace(b'"at":"20', b'"at":"19'), payload)


@kind
def changed_actor(forged):
    header, payload = lines(forged["events"][0])
    put(forged["events"][0], header.replace(b'"actor":"operator"', b'"actor":"nobody"'), payload)


@kind
def emptied_payload(forged):
    header, _ = lines(forged["events"][0])
    put(forged["events"][0], header, b"")


@kind
def another_index(forged): forged["events"][0]["index"] += 1


@kind
def another_order(forged): forged["events"].reverse()


@kind
def event_twice(forged): forged["events"].insert(1, forged["events"][0])


@kind
def first_version_missing(forged): del forged["events"][0]


@kind
def no_events(forged): forged["events"] = []


@kind
def way_shortened(forged): forged["events"][0]["path"].pop()


@kind
def way_lengthened(forged): forged["events"][0]["path"].append(forged["events"][0]["path"][0])


@kind
def way_turned(forged): forged["events"][0]["path"][0] = turned(forged["events"][0]["path"][0])


@kind
def root_turned(forged):
    note = forged["checkpoint"].split("\n")
    note[2] = turned(note[2])
    forged["checkpoint"] = "\n".join(note)


@kind
def size_raised(forged):
    note = forged["checkpoint"].split("\n")
    note[1] = str(int(note[1]) + 1)
    forged["checkpoint"] = "\n".join(note)


@kind
def signature_turned(forged):
    note = forged["checkpoint"].split(" ")
    note[-1] = turned(note[-1].strip()) + "\n"
    forged["checkpoint"] = " ".join(note)


@kind
def signature_missing(forged): forged["checkpoint"] = forged["checkpoint"].split("\n\n")[0] + "\n\n"


@kind
def log_of_another(forged): forged["checkpoint"] = forged["checkpoint"].replace("muniment.archive/", "muniment.archive/x", 1)


@kind
def earlier_checkpoint_turned(forged):
    note = forged["since"]["checkpoint"].split("\n")
    note[2] = turned(note[2])
    forged["since"]["checkpoint"] = "\n".join(note)


@kind
def earlier_way_turned(forged): forged["since"]["path"][-1] = turned(forged["since"]["path"][-1])


@kind
def earlier_way_missing(forged): forged["since"]["path"] = []


@kind
def checkpoints_changed_about(forged): forged["since"]["checkpoint"], forged["checkpoint"] = forged["checkpoint"], forged["since"]["checkpoint"]


@kind
def another_form(forged): forged["evidence"] = 2


@kind
def line_with_another_in_it(forged):
    forged["events"][0]["line"] = base64.b64encode(base64.b64decode(forged["events"][0]["line"]) + b"{}\t{}\n").decode()


for name, forged in kinds.items():
    (folder / f"{name}.json").write_text(json.dumps(forged, ensure_ascii=False), encoding="utf-8")
