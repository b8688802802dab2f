#!/usr/bin/python3
"""Unpacks a container image as a runtime does, by its manifest, and checks each part by its digest.

Usage: unpack IMAGE TREE

IMAGE is the file, TREE the folder that becomes the root. Prints the user and the entry point, a word a line.
"""

import hashlib
import io
import json
import sys
import tarfile


class Image:
    def __init__(self, path):
        self.tar = tarfile.open(path)

    def read(self, name):
        return self.tar.extractfile(self.tar.getmember(f"./{name}")).read()

    def blob(self, descriptor):
        kind, digest = descriptor["digest"].split(":")
        data = self.read(f"blobs/{kind}/{digest}")
        if (len(data), hashlib.new(kind, data).hexdigest()) != (descriptor["size"], digest):
            sys.exit(f"unpack: {descriptor} is not what it says")
        return data


def main(path, tree):
    image = Image(path)
    manifest = json.loads(image.blob(json.loads(image.read("index.json"))["manifests"][0]))
    config = json.loads(image.blob(manifest["config"]))
    layers = [image.blob(layer) for layer in manifest["layers"]]
    digests = [f"sha256:{hashlib.sha256(layer).hexdigest()}" for layer in layers]
    if config["rootfs"]["diff_ids"] != digests:
        sys.exit(f"unpack: the layers are {digests}, and the configuration names {config['rootfs']}")
    for layer in layers:
        tarfile.open(fileobj=io.BytesIO(layer)).extractall(tree)
    print("\n".join([config["config"]["User"], *config["config"]["Entrypoint"]]))


if __name__ == "__main__":
    main(*sys.argv[1:])
