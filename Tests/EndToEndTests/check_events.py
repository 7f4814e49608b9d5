"""Checks each line of a journal against the schemas of its events: check_events.py SCHEMAS JOURNAL; prints the types it met."""
import json
import pathlib
import sys

from jsonschema import Draft202012Validator
from referencing import Registry, Resource

schemas = {path.name: json.loads(path.read_text()) for path in pathlib.Path(sys.argv[1]).glob("*.json")}
registry = Registry().with_resources((name, Resource.from_contents(schema)) for name, schema in schemas.items())
validators = {name: Draft202012Validator(schema, registry=registry) for name, schema in schemas.items()}
met = set()
for segment in sorted(pathlib.Path(sys.argv[2]).glob("*.jsonl")):
    for line in segment.read_text().splitlines():
        header, payload = line.split("\t")
        if not payload:  # emptied: what stays of it stands in the destruction's own event
            continue
        header, payload = json.loads(header), json.loads(payload)
        name = header["type"].replace("/", ".") + ".json"
        met.add(header["type"])
        for validator, value in ((validators["header.json"], header), (validators[name], payload)):
            for error in validator.iter_errors(value):
                sys.exit(f"event {header['seq']} {header['type']}: {error.json_path}: {error.message}")
print("\n".join(sorted(met)))
