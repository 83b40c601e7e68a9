/** JSON without surprises: a tree that keeps every digit, and readers that refuse what they were not told to expect. */
@NullMarked
package io.podbridge.journal.json;

import org.jspecify.annotations.NullMarked;
