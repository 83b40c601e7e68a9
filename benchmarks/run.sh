#!/bin/bash
# run.sh [ROUNDS [PODS]]   everything beside the peers, in one table. Needs root; nothing outside namespaces of its own is touched.
# run.sh smoke              each worker and each benchmark once, so that they cannot rot
set -e
here=$(cd "$(dirname "$0")" && pwd)
rounds=${1:-60}
pods=${2:-1000}
[ "$rounds" = smoke ] && pods=3
"$here/peers/build.sh"
# A namespace's name is a mount, so both are private, and gone afterwards.
alone() {
  unshare -n -m bash -c 'mkdir -p /run/netns && mount -t tmpfs none /run/netns && ip link set lo up && exec "$@"' _ "$@"
}
if [ "$rounds" = smoke ]; then
  export PODBRIDGE_WARM_UP=0
  alone "$here/worker.sh" comparison.Comparison "$here" 1 "$pods"
  # Two at once would spoil figures, and these are none.
  export JAVA_OPTIONS="-Djmh.ignoreLock=true $JAVA_OPTIONS"
  alone "$here/jmh.sh" -f 1 -wi 0 -i 1 -r 100ms -foe true
else
  alone "$here/worker.sh" comparison.Comparison "$here" "$rounds" "$pods"
fi
