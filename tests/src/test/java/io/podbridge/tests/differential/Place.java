package io.podbridge.tests.differential;

/** The two namespaces of a subject, which a veth pair joins. */
enum Place {
    HERE, THERE
}
