package io.podbridge.event;

import io.podbridge.netlink.NetworkNamespace;

/**
 * One call of a verb, and on what it works. Every event tells in which call it happened.
 *
 * @param verb the verb
 * @param namespace the pod's namespace
 * @param interfaceName the name under which the pod knows the interface
 */
public record VerbCall(Verb verb, NetworkNamespace namespace, String interfaceName) {

    /** {@return the call as it stands in a log, such as {@code PREPARE of "eth0" in /proc/4711/ns/net}} */
    @Override
    public String toString() {
        return verb + " of \"" + interfaceName + "\" in " + namespace;
    }
}
