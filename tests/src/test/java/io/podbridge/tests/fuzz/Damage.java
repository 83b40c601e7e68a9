package io.podbridge.tests.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Damages bytes, without a thought of what they mean. */
final class Damage {
    private static final long[] EDGES = {0, 1, 2, 3, 4, 5, 7, 8, 15, 16, 17, 0x7f, 0x80, 0xff, 0x100, 0x7fff, 0x8000, 0xffff,
            0x7fff_ffffL, 0x8000_0000L, 0xffff_fffcL, 0xffff_ffffL};
    private static final int LONGEST_COPY = 64;

    private Damage() {}

    /** One of several sorts of damage, at a random place. Nothing is left of nothing. */
    static byte[] once(byte[] bytes, List<byte[]> others, SplittableRandom random) {
        if (bytes.length == 0) {
            return others.get(random.nextInt(others.size()));
        }
        return switch (random.nextInt(8)) {
            case 0 -> flipped(bytes, random);
            case 1 -> put(bytes, random, 1, random.nextInt());
            case 2 -> put(bytes, random, 2, edge(random));
            case 3 -> put(bytes, random, 4, edge(random));
            case 4 -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 5 -> without(bytes, random);
            case 6 -> repeated(bytes, random);
            default -> spliced(bytes, others.get(random.nextInt(others.size())), random);
        };
    }

    private static byte[] flipped(byte[] bytes, SplittableRandom random) {
        byte[] damaged = bytes.clone();
        damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
        return damaged;
    }

    /** Where numbers are that have more than a byte, they are aligned. */
    private static byte[] put(byte[] bytes, SplittableRandom random, int size, long value) {
        byte[] damaged = bytes.clone();
        int at = random.nextInt(damaged.length) / size * size;
        ByteBuffer eight = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.nativeOrder()).putLong(0, value);
        eight.get(0, damaged, at, Math.min(size, damaged.length - at));
        return damaged;
    }

    private static long edge(SplittableRandom random) {
        return EDGES[random.nextInt(EDGES.length)] + random.nextInt(3) - 1;
    }

    private static byte[] without(byte[] bytes, SplittableRandom random) {
        int from = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, from + 1 + random.nextInt(LONGEST_COPY));
        return joined(bytes, from, bytes, to, bytes.length);
    }

    private static byte[] repeated(byte[] bytes, SplittableRandom random) {
        int from = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, from + 1 + random.nextInt(LONGEST_COPY));
        return joined(bytes, to, bytes, from, bytes.length);
    }

    private static byte[] spliced(byte[] bytes, byte[] other, SplittableRandom random) {
        return joined(bytes, random.nextInt(bytes.length), other, random.nextInt(other.length), other.length);
    }

    /** The beginning of one, and a stretch of the other. */
    static byte[] joined(byte[] one, int length, byte[] other, int from, int to) {
        byte[] joined = Arrays.copyOf(one, length + to - from);
        System.arraycopy(other, from, joined, length, to - from);
        return joined;
    }
}
