package io.podbridge.testkit.assertions;

import io.podbridge.testkit.PodSnapshot;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions about what {@code ip(8)} and {@code /proc/sys} tell of a pod. */
public final class PodSnapshotAssert extends AbstractAssert<PodSnapshotAssert, PodSnapshot> {

    PodSnapshotAssert(@Nullable PodSnapshot actual) {
        super(actual, PodSnapshotAssert.class);
    }

    /**
     * Nothing has changed but what changes by itself, as {@link PodSnapshot} says.
     *
     * @param before an earlier snapshot of the same pod
     * @return this
     */
    public PodSnapshotAssert isUnchangedSince(PodSnapshot before) {
        isNotNull();
        String difference = before.difference(actual);
        if (!difference.isEmpty()) {
            throw failureWithActualExpected(actual, before,
                    "the pod should be as it was before, but has lost (-) and gained (+)%n%s",
                    difference);
        }
        return this;
    }
}
