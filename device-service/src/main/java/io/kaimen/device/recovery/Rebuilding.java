package io.kaimen.device.recovery;

/** A rebuild under way, as its steps see it. */
public final class Rebuilding {

    private final Generation generations;
    private final String generation;

    Rebuilding(Generation generations, String generation) {
        this.generations = generations;
        this.generation = generation;
    }

    /** What is being filled. */
    public String generation() {
        return generation;
    }

    /**
     * Says that it goes on; to be said a few times a lease.
     *
     * @throws RebuildLost when all was for nothing: Redis was emptied again, or others took over
     */
    public void goesOn() {
        if (!generations.renew(generation)) {
            throw new RebuildLost();
        }
    }

    /** The rebuild is begun anew by whoever looks next. */
    static class RebuildLost extends RuntimeException {

        private static final long serialVersionUID = 1;

        RebuildLost() {
            super("Redis was emptied again while it was rebuilt, or others took over");
        }
    }
}
