package io.kaimen.device.claim;

/** The holder gave the claim back before it was made: nobody waits for it any more. */
class HolderReleased extends RuntimeException {

    private static final long serialVersionUID = 1;

    HolderReleased(String holder) {
        super(holder + " has given up");
    }
}
