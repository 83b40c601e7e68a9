package io.podbridge.tests.fuzz;

import java.util.List;
import java.util.SplittableRandom;

/** Something that reads what others wrote. */
interface Target {

    /** {@return what it really reads, which inputs are made of} */
    List<byte[]> corpus();

    /** {@return a damaged copy of one of the corpus} */
    byte[] damaged(byte[] whole, SplittableRandom random);

    /** {@return whether it takes the input; false if it refuses it with its one typed error; whatever else it throws is a finding} */
    boolean takes(byte[] input);
}
