#!/bin/sh
# aot-cache.sh FILE   makes an ahead-of-time cache of podbridge.jar for the JDK 25 that will run it, by a demo run (needs root):
#                     java -XX:AOTCache=FILE -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar podbridge.jar bind ...
#                     (a command is over before the second compiler or a concurrent collector could be of use)
set -e
here=$(cd "$(dirname "$0")" && pwd)
for home in "$JAVA_HOME" /usr/lib/jvm/*; do
  if grep -qs '^JAVA_VERSION="25' "$home/release"; then
    exec "$home/bin/java" -XX:AOTCacheOutput="$1" -jar "$here/target/podbridge.jar" demo
  fi
done
echo "aot-cache.sh: no JDK 25 in JAVA_HOME or under /usr/lib/jvm" >&2
exit 1
