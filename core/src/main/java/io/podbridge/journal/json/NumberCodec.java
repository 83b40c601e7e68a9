package io.podbridge.journal.json;

import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/**
 * Values that stand in JSON as a whole number.
 *
 * @param min the least number
 * @param max the greatest number
 * @param toNumber writes a value
 * @param fromNumber reads it back
 * @param <T> their type
 */
public record NumberCodec<T>(long min, long max, ToLongFunction<T> toNumber, LongFunction<T> fromNumber)
        implements
            JsonCodec<T> {
    /** Numbers of 32 bits with a sign. */
    public static final NumberCodec<Integer> INT = ofInts(Integer.MIN_VALUE, Integer.MAX_VALUE);
    /** Numbers of 64 bits with a sign. */
    public static final NumberCodec<Long> LONG = new NumberCodec<>(Long.MIN_VALUE, Long.MAX_VALUE, value -> value,
            number -> number);
    /** 32 bits, of which the highest is no sign. */
    public static final NumberCodec<Integer> BITS = new NumberCodec<>(0, 0xffff_ffffL, Integer::toUnsignedLong,
            number -> (int) number);

    /**
     * Numbers of at most 32 bits.
     *
     * @param min the least number
     * @param max the greatest number
     * @return the codec
     */
    public static NumberCodec<Integer> ofInts(int min, int max) {
        return new NumberCodec<>(min, max, Integer::longValue, number -> (int) number);
    }

    @Override
    public void write(T value, JsonOutput out) {
        long number = toNumber.applyAsLong(value);
        if (number < min || number > max) {
            // It could not be read back, and says so as if it were.
            JsonCursor.root(new JsonNode.Numeral(Long.toString(number))).number(min, max);
        }
        out.number(number);
    }

    @Override
    public T read(JsonCursor at) {
        long number = at.number(min, max);
        return at.checked(() -> fromNumber.apply(number));
    }
}
