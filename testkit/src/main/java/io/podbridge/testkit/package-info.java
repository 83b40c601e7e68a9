/**
 * A pod for a test: {@link io.podbridge.testkit.TestPod} makes one in the kernel, {@link io.podbridge.testkit.NetnsExtension} hands one to
 * a JUnit test, {@link io.podbridge.testkit.PodSnapshot} compares it before and after.
 */
@NullMarked
package io.podbridge.testkit;

import org.jspecify.annotations.NullMarked;
