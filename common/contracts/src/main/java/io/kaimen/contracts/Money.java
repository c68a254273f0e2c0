package io.kaimen.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * An amount in fen (1/100 yuan); on the wire a plain integer, in fields that end in {@code Fen}
 * where a program outside reads them. May be negative where a ledger needs it.
 */
public record Money(@JsonValue long fen) implements Comparable<Money> {

    public static final Money ZERO = new Money(0);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Money ofFen(long fen) {
        return new Money(fen);
    }

    /**
     * @throws ArithmeticException on overflow
     */
    public Money plus(Money other) {
        return new Money(Math.addExact(fen, other.fen));
    }

    /**
     * @throws ArithmeticException on overflow
     */
    public Money minus(Money other) {
        return new Money(Math.subtractExact(fen, other.fen));
    }

    /**
     * @throws ArithmeticException on overflow
     */
    public Money times(int count) {
        return new Money(Math.multiplyExact(fen, count));
    }

    public boolean isZero() {
        return fen == 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(fen, other.fen);
    }

    @Override
    public String toString() {
        return fen + " fen";
    }
}
