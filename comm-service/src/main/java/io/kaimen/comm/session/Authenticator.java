package io.kaimen.comm.session;

import io.kaimen.comm.CommProperties;
import io.kaimen.comm.session.Judgement.Accepted;
import io.kaimen.comm.session.Judgement.Refused;
import io.kaimen.contracts.device.CabinetSessionsApi;
import io.kaimen.contracts.device.CabinetSessionsApi.OpenSession;
import io.kaimen.contracts.device.CabinetSessionsApi.SessionAnswer;
import io.kaimen.contracts.device.Cadence;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Asks device-service whether a cabinet may stay. Every question has a virtual thread of its own;
 * only so many are asked at once, the others wait their turn.
 */
public class Authenticator {

    private final CabinetSessionsApi deviceService;
    private final Executor threads;
    private final Semaphore turns;
    private final Duration wait;
    private final String instance;

    /**
     * @param threads where the questions block
     */
    public Authenticator(
            CabinetSessionsApi deviceService, CommProperties properties, Executor threads) {
        this.deviceService = deviceService;
        this.threads = threads;
        this.turns = new Semaphore(properties.limits().authentications(), true);
        this.wait = properties.limits().authenticateWithin();
        this.instance = properties.instance();
    }

    /**
     * Judges a credential and, when it is good, moves the cabinet's route here.
     *
     * @return never failed: who cannot be judged is refused as {@link Refusal#UNAVAILABLE}
     */
    public CompletableFuture<Judgement> authenticate(String sn, byte[] credential) {
        var question = new OpenSession(sn, sha256(credential), instance);
        return CompletableFuture.supplyAsync(() -> judge(question), threads)
                .exceptionally(e -> new Refused(Refusal.UNAVAILABLE, sn + ": " + e.getCause()));
    }

    private Judgement judge(OpenSession question) {
        try {
            if (!turns.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Refused(Refusal.UNAVAILABLE, question.sn() + ": too many at once");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Refused(Refusal.UNAVAILABLE, question.sn() + ": interrupted");
        }
        try {
            return judgementOf(question.sn(), deviceService.open(question));
        } finally {
            turns.release();
        }
    }

    private static Judgement judgementOf(String sn, SessionAnswer answer) {
        return switch (answer.outcome()) {
            case ACCEPTED ->
                    new Accepted(
                            answer.epoch(),
                            Objects.requireNonNullElse(answer.cadence(), Cadence.DEFAULT));
            case UNKNOWN_CABINET -> new Refused(Refusal.UNKNOWN_CABINET, sn);
            case WRONG_CREDENTIAL -> new Refused(Refusal.WRONG_CREDENTIAL, sn);
            case REVOKED -> new Refused(Refusal.REVOKED, sn);
        };
    }

    private static String sha256(byte[] credential) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(credential));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
