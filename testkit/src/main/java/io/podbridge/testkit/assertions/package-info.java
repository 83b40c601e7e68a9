/**
 * AssertJ assertions about links, addresses, routes, neighbours and whole pods; start with
 * {@link io.podbridge.testkit.assertions.PodbridgeAssertions}. AssertJ must be on the path. Each failure is one sentence with what was
 * wanted and what was found, and below it the noun as {@code ip(8)} would show it.
 *
 * <p>To see all failures of a test and not the first alone, hand them to AssertJ's own soft assertions:
 *
 * <pre>{@code
 * SoftAssertions.assertSoftly(softly -> {
 *     softly.check(() -> assertThat(pod).hasLink("tap0").isUp());
 *     softly.check(() -> assertThat(pod).hasDefaultRouteVia("10.244.1.1"));
 * });
 * }</pre>
 *
 * @since 0.1.0
 */
@NullMarked
package io.podbridge.testkit.assertions;

import org.jspecify.annotations.NullMarked;
