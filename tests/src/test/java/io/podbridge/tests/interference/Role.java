package io.podbridge.tests.interference;

/** What a link is to a binding. */
enum Role {
    NIC, BRIDGE, TAP, PLACEHOLDER
}
