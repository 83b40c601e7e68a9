#!/bin/sh
# worker.sh CLASS [ARGUMENT]...   a program of this module, in a JVM that compiles early what is used often
here=$(cd "$(dirname "$0")" && pwd)
class=$1
shift
export JAVA_OPTIONS="-XX:+UseSerialGC -Xmn128m -XX:+AlwaysPreTouch -XX:CompileThresholdScaling=0.1 $JAVA_OPTIONS"
exec "$here/java.sh" "io.podbridge.benchmarks.$class" "$@"
