/** What is printed: where to, and how links, addresses, routes and plans read for people and for programs. */
@NullMarked
package io.podbridge.cli.output;

import org.jspecify.annotations.NullMarked;
