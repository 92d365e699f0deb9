"""config/schema as validators, and YAML read as editors read it (YAML 1.2 core schema), so that what the schemas say is
what people see while they type."""
import json
import os
import pathlib
import re
import warnings

import yaml

warnings.simplefilter("ignore", DeprecationWarning)
import jsonschema  # noqa: E402

HOME = pathlib.Path(os.environ.get("KENSHO_HOME", pathlib.Path(__file__).parent.parent))
SCHEMAS = HOME / "config/schema"


class CoreLoader(yaml.SafeLoader):
    """YAML 1.2 core schema: true/false, whole and decimal numbers; everything else is text."""


CoreLoader.yaml_implicit_resolvers = {}
CoreLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(true|false)$"), list("tf"))
CoreLoader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^[-+]?[0-9]+$"), list("-+0123456789"))
CoreLoader.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(r"^[-+]?(\.[0-9]+|[0-9]+\.[0-9]*)$"), list("-+.0123456789"))
CoreLoader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(~|null|)$"), ["~", "n", ""])


def with_text_keys(tree):
    """Keys as JSON knows them."""
    if isinstance(tree, dict):
        return {str(key): with_text_keys(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [with_text_keys(item) for item in tree]
    return tree


def load(text):
    return with_text_keys(yaml.load(text, CoreLoader))


def validators():
    """By the name of the schema's file."""
    schemas = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in sorted(SCHEMAS.glob("*.schema.json"))}
    found = {}
    for name, schema in schemas.items():
        jsonschema.Draft202012Validator.check_schema(schema)
        resolver = jsonschema.RefResolver(name, schema, store=schemas)
        found[name] = jsonschema.Draft202012Validator(schema, resolver=resolver)
    return found
