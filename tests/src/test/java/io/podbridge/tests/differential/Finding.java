package io.podbridge.tests.differential;

import java.util.List;

/**
 * A sequence after whose last step two subjects differ.
 *
 * @param pairing which two
 * @param seed what the sequence was made from
 * @param steps the sequence
 * @param difference in what they differ
 */
record Finding(Pairing pairing, long seed, List<Step> steps, Difference difference) {}
