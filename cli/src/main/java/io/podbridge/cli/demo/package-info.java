/** A pod and a node made for the moment, and what the demo does with them. */
@NullMarked
package io.podbridge.cli.demo;

import org.jspecify.annotations.NullMarked;
