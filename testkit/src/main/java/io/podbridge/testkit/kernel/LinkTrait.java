package io.podbridge.testkit.kernel;

/** What a link may be besides its kind. */
public enum LinkTrait {
    /** It resolves no addresses. */
    NOARP,
    /** An XDP program is attached to it. */
    XDP
}
