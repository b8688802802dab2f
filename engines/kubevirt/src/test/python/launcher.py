#!/usr/bin/python3
"""Calls the plug-in as virt-launcher does in one boot and on the target of a migration.

Usage: launcher PROTO SOCKET DOMAIN CELLS FOLDER

Compiles the file PROTO, and sends the file DOMAIN with the request CELLS. Writes what comes back to FOLDER/1.xml and on.
What the next call is sent went through what KubeVirt's structures keep; all answers must say the same. A refusal goes
to standard error, with status 2.
"""

import importlib
import json
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as tree

import grpc

QEMU = "{http://libvirt.org/schemas/domain/qemu/1.0}"
SPM = "{https://libvirt-spm.org/xmlns/domain/1.0}"
SERVICE = "/kubevirt.hooks.plugins.v1alpha1.DomainHookService/MutateDomain"


def messages(proto):
    """The module that protoc makes of the file."""
    folder = tempfile.mkdtemp()
    subprocess.run(["protoc", f"-I{proto.parent}", f"--python_out={folder}", proto], check=True)
    sys.path.insert(0, folder)
    return importlib.import_module(proto.stem + "_pb2")


def remove(root, path):
    for parent in list(root.iter()):
        for child in parent.findall(path):
            parent.remove(child)


def keep_what_kubevirt_keeps(xml):
    """No override, metadata of ours, lock, interconnects; of memory devices the last, without access and source."""
    root = tree.fromstring(xml)
    for path in (QEMU + "override", SPM + "numa", "locked", "interconnects"):
        remove(root, path)
    devices = root.find("devices")
    for device in devices.findall("memory")[:-1]:
        devices.remove(device)
    for device in devices.findall("memory"):
        device.attrib.pop("access", None)
        remove(device, "source")
    return tree.tostring(root)


def meaning(xml):
    """All but layout and the way back, which leads to what each call was sent."""
    root = tree.fromstring(xml)
    remove(root, SPM + "undo")
    remove(root, "undo")
    for element in root.iter():
        element.text = (element.text or "").strip()
        element.tail = None
        element.attrib = dict(sorted(element.attrib.items()))
    return tree.tostring(root)


class Plugin:
    """The plug-in behind a socket, asked for these cells."""

    def __init__(self, proto, socket, cells):
        self.messages = messages(pathlib.Path(proto))
        self.call = grpc.insecure_channel(f"unix:{socket}").unary_unary(
            SERVICE,
            request_serializer=self.messages.MutateDomainRequest.SerializeToString,
            response_deserializer=self.messages.MutateDomainResponse.FromString,
        )
        vmi = {"metadata": {"name": "vm", "annotations": {"libvirt-spm.org/cells": cells}}}
        self.vmi = json.dumps(vmi).encode()

    def mutate(self, xml, context):
        request = self.messages.MutateDomainRequest(domain_type="libvirt", domain=xml, vmi=self.vmi)
        request.sidecar_context.invocation_context = context
        return self.call(request, timeout=30).domain


def boot(plugin, xml, folder):
    first = None
    for number, context in enumerate(("Boot", "Boot", "Boot", "MigrationTarget"), 1):
        answer = plugin.mutate(xml, context)
        pathlib.Path(folder, f"{number}.xml").write_bytes(answer)
        first = first or answer
        if meaning(answer) != meaning(first):
            sys.exit(f"call {number} gives another domain than the first")
        xml = keep_what_kubevirt_keeps(answer)


def measure(plugin, xml, calls):
    taken = []
    for _ in range(2 * calls):
        start = time.monotonic()
        plugin.mutate(xml, "Boot")
        taken.append(1000 * (time.monotonic() - start))
    counted = sorted(taken[calls:])
    print(f"{statistics.median(counted):.1f} {counted[int(0.99 * calls)]:.1f}")


def main(proto, socket, domain, cells, what, argument):
    plugin = Plugin(proto, socket, cells)
    xml = pathlib.Path(domain).read_bytes()
    try:
        if what == "boot":
            boot(plugin, xml, argument)
        else:
            measure(plugin, xml, int(argument))
    except grpc.RpcError as refusal:
        print(f"{refusal.code().name}: {refusal.details()}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
