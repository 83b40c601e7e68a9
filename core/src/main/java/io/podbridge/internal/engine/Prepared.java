package io.podbridge.internal.engine;

import io.podbridge.journal.BindingRecord;
import java.util.List;

/**
 * A binding that holds.
 *
 * @param record what the journal says now
 * @param steps the names of all steps in order
 * @param changed the names of those that changed something
 * @param warnings what works less well in this pod
 */
public record Prepared(BindingRecord record, List<String> steps, List<String> changed, List<String> warnings) {}
