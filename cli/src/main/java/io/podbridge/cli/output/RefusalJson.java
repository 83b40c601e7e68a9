package io.podbridge.cli.output;

import io.podbridge.binding.Refusal;

/** A refusal for programs. */
public final class RefusalJson {

    private RefusalJson() {}

    /**
     * Writes its code and its sentence.
     *
     * @param json the object that gets the fields
     * @param refusal the refusal
     */
    public static void write(Json json, Refusal refusal) {
        json.field("code", refusal.code()).field("message", refusal.message());
    }
}
