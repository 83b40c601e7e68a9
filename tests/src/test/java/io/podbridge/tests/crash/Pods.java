package io.podbridge.tests.crash;

import io.podbridge.tests.matrix.ChangingVerb;
import java.nio.file.Path;

/** New pods of one kind, one for each run, with a directory of journals each. */
final class Pods {
    private final PodCase kind;
    private final Path directory;
    private int made;

    Pods(PodCase kind, Path directory) {
        this.kind = kind;
        this.directory = directory;
    }

    /** Where the verb can be begun: before it is released a pod is bound. */
    CrashRun before(ChangingVerb verb) {
        made++;
        CrashRun run = new CrashRun(kind, directory.resolve(Integer.toString(made)));
        if (verb == ChangingVerb.RELEASE) {
            run.configurator().preparePodNetworkInterface();
        }
        return run;
    }

    /** Where a process that does the verb has died. */
    CrashRun dead(ChangingVerb verb, DeathPoint point) {
        CrashRun run = before(verb);
        run.die(verb, point);
        return run;
    }
}
