package io.kaimen.service.letters;

import io.kaimen.contracts.Envelope;
import io.kaimen.service.messaging.HandleOnce;
import io.kaimen.service.messaging.HandlersByGroup;
import io.kaimen.service.messaging.MessageCodec;
import io.kaimen.service.messaging.MessageHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Handles a dead letter once more, through the handler that failed at it. */
class ReplayDeadLetter {

    private static final Logger log = LoggerFactory.getLogger(ReplayDeadLetter.class);

    private final DeadLetters letters;
    private final HandlersByGroup handlers;
    private final MessageCodec codec;
    private final HandleOnce handleOnce;
    private final TransactionTemplate transaction;

    ReplayDeadLetter(
            DeadLetters letters,
            HandlersByGroup handlers,
            MessageCodec codec,
            HandleOnce handleOnce,
            TransactionTemplate transaction) {
        this.letters = letters;
        this.handlers = handlers;
        this.codec = codec;
        this.handleOnce = handleOnce;
        this.transaction = transaction;
    }

    /** How a replay ended well. */
    enum Result {
        HANDLED,
        /** The event had come through in another delivery; the handler was not called. */
        HANDLED_BEFORE
    }

    /**
     * Replays a letter and marks it.
     *
     * @throws ReplayFailed when the handler failed; the letter stays parked, with the new error
     * @throws DeadLetterNotParked when somebody has replayed or discarded it
     */
    Result replay(long id, String operator) {
        DeadLetter letter = letters.get(id);
        if (letter.state() != DeadLetter.State.PARKED) {
            throw new DeadLetterNotParked(letter.state());
        }
        MessageHandler<?> handler =
                handlers.of(letter.group()).orElseThrow(() -> new NoHandler(letter.group()));
        try {
            Result result = handle(handler, letter, operator);
            log.info("{} replayed dead letter {}: {} {}", operator, id, result, letter);
            return result;
        } catch (DeadLetterNotParked faster) {
            throw faster;
        } catch (RuntimeException e) {
            log.warn("{} replayed dead letter {} and it failed: {}", operator, id, letter, e);
            var error = SafeError.of(e);
            letters.failedAgain(id, error);
            throw new ReplayFailed(error);
        }
    }

    private <P> Result handle(MessageHandler<P> handler, DeadLetter letter, String operator) {
        Envelope<P> envelope = codec.decode(letters.body(letter.id()), handler.topic());
        if (!handler.remembered()) {
            // It runs in no transaction and may be called twice: two operators at once do no harm.
            return handleAndMark(handler, letter, envelope, operator);
        }
        Result result =
                transaction.execute(status -> {
                    letters.lockParked(letter.id());
                    return handleAndMark(handler, letter, envelope, operator);
                });
        if (result == null) {
            throw new IllegalStateException("a replay always has a result");
        }
        return result;
    }

    private <P> Result handleAndMark(
            MessageHandler<P> handler, DeadLetter letter, Envelope<P> envelope, String operator) {
        boolean now = handleOnce.handle(handler, letter.group(), envelope);
        letters.replayed(letter.id(), operator);
        return now ? Result.HANDLED : Result.HANDLED_BEFORE;
    }
}
