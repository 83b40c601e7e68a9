/** {@code podbridge}, a thin face of the library for operators and scripts. */
module io.podbridge.cli {
    requires com.google.gson;
    requires info.picocli;
    requires io.podbridge.core;

    exports io.podbridge.cli;

    opens io.podbridge.cli.command to info.picocli;
}
