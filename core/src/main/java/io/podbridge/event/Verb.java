package io.podbridge.event;

/** What a configurator can be asked to do. */
public enum Verb {
    /** {@code discoverPodNetworkInterface()}: reads the interface and notes it. */
    DISCOVER,
    /** {@code preparePodNetworkInterface()}: hands the interface over. */
    PREPARE,
    /** {@code release()} and {@code forceRelease()}: give the pod its network back. */
    RELEASE,
    /** {@code plan()}: tells what prepare would do. */
    PLAN,
    /** {@code verify()}: compares the kernel with what should be. */
    VERIFY,
    /** {@code phase()} and {@code prepared()}: tell how far the binding is. */
    READ
}
