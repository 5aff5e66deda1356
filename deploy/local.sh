#!/bin/sh
# Builds the site in the current folder in N shards, as so many processes of this machine, and merges them: a rehearsal
# for several machines. One `casebook build` uses all processors of a machine and is faster.
set -eu
n=${1:-2}
seq "$n" | xargs -P "$n" -I K casebook build --shard "K/$n"
# shellcheck disable=SC2046 # Each is a word of its own.
casebook merge $(seq -f "public-%.0f-of-$n" "$n")
