package io.kaimen.simulator.fault;

import org.jspecify.annotations.Nullable;

/** What is wrong with a lane's scale; without its number, with each of them. */
public sealed interface ScaleFault extends Fault {

    /** Which lane; null: each. */
    @Nullable Integer lane();

    @Override
    default boolean countable() {
        return false;
    }

    default boolean covers(int number) {
        Integer only = lane();
        return only == null || only == number;
    }

    /**
     * The reading never settles, and the stability flag always says the same.
     *
     * @param flag what it says: 0 sells nothing, 1 charges for what moves
     * @param swingGrams how far the reading swings, rms; absent: 30
     */
    record Restless(@Nullable Integer lane, int flag, @Nullable Double swingGrams)
            implements ScaleFault {

        public Restless {
            Checks.that(flag == 0 || flag == 1, "flag is 0 or 1");
            Checks.that(
                    swingGrams == null || swingGrams >= 0 && swingGrams <= 100_000,
                    "swingGrams is out of range");
        }

        public double swing() {
            return swingGrams == null ? 30 : swingGrams;
        }
    }

    /** The scale reads 0 g and calls that stable. */
    record DeadScale(@Nullable Integer lane) implements ScaleFault {}

    /** The scale goes on reading what it read first, and calls that stable. */
    record StuckScale(@Nullable Integer lane) implements ScaleFault {}
}
