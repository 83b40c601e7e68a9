#!/bin/sh
# worker.sh CLASS [ARGUMENT]...   runs a program of this module on a JDK 25, after mvn package
set -e
here=$(cd "$(dirname "$0")" && pwd)
for home in "$JAVA_HOME" /usr/lib/jvm/*; do
  if grep -qs '^JAVA_VERSION="25' "$home/release"; then
    class=$1
    shift
    exec "$home/bin/java" -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED $JAVA_OPTIONS \
      -cp "$here/target/classes:$here/target/lib/*" "io.podbridge.benchmarks.$class" "$@"
  fi
done
echo "worker.sh: no JDK 25 in JAVA_HOME or under /usr/lib/jvm" >&2
exit 1
