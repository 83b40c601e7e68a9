#!/bin/sh
# jmh.sh [OPTION]... [PATTERN]   the JMH benchmarks, as root: jmh.sh -prof gc KernelBind
here=$(cd "$(dirname "$0")" && pwd)
unsafe=--sun-misc-unsafe-memory-access=allow
exec "$here/java.sh" $unsafe org.openjdk.jmh.Main -jvmArgs "--enable-native-access=ALL-UNNAMED $unsafe" "$@"
