package io.podbridge.tests.vm;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Counts the tests of one suite, and tells at once which of them did not pass, and why. */
final class Census implements TestExecutionListener {
    private int passed;
    private int skipped;
    private int failed;

    int passed() {
        return passed;
    }

    /** {@return whether tests ran, and none failed} */
    boolean isGood() {
        return passed > 0 && failed == 0;
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        switch (result.getStatus()) {
            case SUCCESSFUL -> count(test);
            case ABORTED -> executionSkipped(test, result.getThrowable().map(Throwable::getMessage).orElse("no reason given"));
            case FAILED -> {
                failed++;
                System.out.println("FAILED: " + test.getUniqueId());
                result.getThrowable().ifPresent(cause -> cause.printStackTrace(System.out));
            }
        }
    }

    private void count(TestIdentifier test) {
        passed += test.isTest() ? 1 : 0;
        if (test.getUniqueIdObject().getLastSegment().getType().equals("class")) {
            System.out.println(test.getLegacyReportingName() + " done, " + this);
        }
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        skipped++;
        System.out.println("skipped: " + test.getUniqueId() + ": " + reason);
    }

    @Override
    public String toString() {
        return passed + " tests passed, " + failed + " failed, " + skipped + " skipped";
    }
}
