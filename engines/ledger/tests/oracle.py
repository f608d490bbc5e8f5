#!/usr/bin/env python3
"""Compares what the ledger computed with an implementation by other people.

    cargo run -p ledger --example vectors > vectors.json
    python3 engines/ledger/tests/oracle.py vectors.json

The other implementation is the PyPI package aics-tlog (C2SP tiles, notes, cosignatures; RFC 9162
tree). When it is not installed, pip brings it into a folder that goes away. Commitments are compared
with hashlib alone, and the extract is checked by the very commands of engines/verifier/RECIPE.md.
Ends with 0 when all agrees, otherwise with the first disagreement.
"""

import hashlib
import json
import pathlib
import re
import struct
import subprocess
import sys
import tempfile

ORACLE = "aics-tlog==0.2.1"
RECIPE = pathlib.Path(__file__).resolve().parents[2] / "verifier" / "RECIPE.md"


def other_implementation(folder):
    """Imports aics_tlog, by pip if need be. Its wheel asks for Python 3.12 and runs on 3.11."""
    try:
        import aics_tlog
    except ImportError:
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--target", folder]
        subprocess.run(pip + ["--no-deps", "--ignore-requires-python", ORACLE], check=True)
        sys.path.insert(0, folder)
        try:
            import cryptography.hazmat.primitives.asymmetric.ed25519  # noqa: F401
        except ImportError:
            subprocess.run(pip + ["cryptography"], check=True)
        import aics_tlog
    return aics_tlog


def agree(what, ours, theirs):
    if ours != theirs:
        sys.exit(f"DISAGREEMENT in {what}\n  ours   {ours!r:.300}\n  theirs {theirs!r:.300}")


def compare_tree(other, vectors):
    size = vectors["tiles_size"]
    records = [struct.pack(">Q", number) for number in range(size)]
    tree = other.MerkleTree(records)
    root = {}
    for vector in vectors["roots"]:
        root[vector["size"]] = tree.root(vector["size"])
        agree(f"root of {vector['size']}", vector["root"], root[vector["size"]].hex())
    for vector in vectors["inclusion"]:
        index, of = vector["index"], vector["size"]
        path = [bytes.fromhex(hash) for hash in vector["path"]]
        agree(f"inclusion of {index} in {of}", path, tree.inclusion_proof(index, of))
        holds = other.verify_leaf_inclusion(records[index], index, of, path, root[of])
        agree(f"check of inclusion of {index} in {of}", True, holds)
    for vector in vectors["consistency"]:
        old, new = vector["old"], vector["new"]
        path = [bytes.fromhex(hash) for hash in vector["path"]]
        agree(f"consistency {old} to {new}", path, tree.consistency_proof(old, new))
        holds = other.verify_consistency(old, new, root[old], root[new], path)
        agree(f"check of consistency {old} to {new}", True, holds)
    theirs = other.tiles.materialise_tiles(records)
    theirs = {path: bytes for path, bytes in theirs.items() if not path.startswith("tile/entries/")}
    ours = {tile["path"]: bytes.fromhex(tile["hex"]) for tile in vectors["tiles"]}
    agree("names of tiles", sorted(ours), sorted(theirs))
    for path, bytes_ in ours.items():
        agree(path, bytes_, theirs[path])
    return len(vectors["roots"]) + len(vectors["inclusion"]) + len(vectors["consistency"]) + len(ours)


def compare_changes(other, vectors):
    sha = lambda data: hashlib.sha256(data).digest()
    for change in vectors["changes"]:
        nonce, digests = bytes.fromhex(change["nonce"]), b""
        for tag, value in change["items"]:
            tag = tag.encode()
            salt = sha(nonce + tag)[:16]
            digests += sha(salt + struct.pack(">I", len(tag)) + tag + bytes.fromhex(value))
        count = struct.pack(">I", len(change["items"]))
        commitment = sha(b"ledger/commitment/v1\n" + count + digests)
        entry = bytes.fromhex(change["entry"])
        agree("length of an entry", len(entry), 56)
        agree("commitment", entry[24:], commitment)
        agree("leaf", change["leaf"], other.leaf_hash(entry).hex())
    return len(vectors["changes"])


def compare_checkpoint(other, extract):
    note = other.parse_note(extract["checkpoint"])
    keys = [other.parse_vkey(key) for key in [extract["log"], *extract["witnesses"]]]
    result = other.verify_checkpoint(note, keys[0], keys[1:], quorum=1)
    agree("signed and cosigned checkpoint", result.ok, True)
    altered = other.parse_note(extract["checkpoint"].replace("\n300\n", "\n301\n"))
    agree("altered checkpoint", other.verify_checkpoint(altered, keys[0], keys[1:], quorum=1).ok, False)
    return 2


def follow_recipe(extract, folder):
    """The recipe's blocks, run as a court would: sound passes, an altered value does not."""
    recipe = RECIPE.read_text(encoding="utf-8")
    python, shell = (re.search(rf"```{kind}\n(.*?)```", recipe, re.S).group(1) for kind in ("python", "sh"))
    folder = pathlib.Path(folder) / "recipe"
    folder.mkdir()

    def passes(document, number):
        (folder / "extract.json").write_text(json.dumps(document), encoding="utf-8")
        (folder / "check.py").write_text(python, encoding="utf-8")
        run = lambda *command: subprocess.run(command, cwd=folder, capture_output=True, text=True)
        checked = run(sys.executable, "check.py", "extract.json", str(number))
        return checked.returncode == 0 and run("sh", "-e", "-c", shell).returncode == 0

    for number in range(len(extract["entries"])):
        agree(f"recipe on entry {number}", passes(extract, number), True)
    for old, new in (("namba 42", "namba 43"), ("\\n300\\n", "\\n301\\n")):
        altered = json.loads(json.dumps(extract).replace(old, new, 1))
        agree("an altered extract is another", altered != extract, True)
        agree(f"recipe on {new!r}", passes(altered, 0), False)
    return len(extract["entries"]) + 2


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        vectors = json.load(file)
    with tempfile.TemporaryDirectory() as folder:
        other = other_implementation(folder)
        counts = {
            "tree": compare_tree(other, vectors),
            "changes": compare_changes(other, vectors),
            "checkpoint": compare_checkpoint(other, vectors["extract"]),
            "recipe": follow_recipe(vectors["extract"], folder),
        }
    print("all agree:", ", ".join(f"{count} {what}" for what, count in counts.items()))


if __name__ == "__main__":
    main()
