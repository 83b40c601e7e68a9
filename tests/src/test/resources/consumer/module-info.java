/** A program that embeds the library, as its module path sees it. */
module example {
    requires io.podbridge.core;
}
