#!/bin/sh
# java.sh [ARGUMENT]...   a JDK 25 with this module on its class path, after mvn package
here=$(cd "$(dirname "$0")" && pwd)
for home in "$JAVA_HOME" /usr/lib/jvm/*; do
  if grep -qs '^JAVA_VERSION="25' "$home/release"; then
    exec "$home/bin/java" $JAVA_OPTIONS --enable-native-access=ALL-UNNAMED -cp "$here/target/classes:$here/target/lib/*" "$@"
  fi
done
echo "java.sh: no JDK 25 in JAVA_HOME or under /usr/lib/jvm" >&2
exit 1
