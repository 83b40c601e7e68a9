package io.podbridge.tests.fuzz;

import java.util.SplittableRandom;

/** The inputs that follow from a seed: each from its own number alone, so that one of millions can be made again. */
record Inputs(Target target, long seed) {
    private static final long GOLDEN_RATIO = 0x9e3779b97f4a7c15L;
    private static final int MORE_DAMAGE_ONE_IN = 3;

    byte[] get(long number) {
        SplittableRandom random = new SplittableRandom(seed + number * GOLDEN_RATIO);
        byte[] input = target.corpus().get(random.nextInt(target.corpus().size()));
        do {
            input = target.damaged(input, random);
        } while (random.nextInt(MORE_DAMAGE_ONE_IN) == 0);
        return input;
    }
}
