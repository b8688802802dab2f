#!/usr/bin/python3
"""Watches the health of the plug-in on the socket that is given, and prints each answer's bytes."""

import sys

import grpc

channel = grpc.insecure_channel("unix:" + sys.argv[1])
try:
    for answer in channel.unary_stream("/grpc.health.v1.Health/Watch")(b""):
        print(answer.hex(), flush=True)
except grpc.RpcError:
    print("ended", flush=True)
