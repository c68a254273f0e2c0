package io.kaimen.service.letters;

import io.kaimen.service.letters.DeadLetter.State;
import io.kaimen.service.page.Paged;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The dead letters of this service, for operators. Every service has the same paths but for its own
 * name in them, by which the edge finds it.
 */
@RestController
@RequestMapping("/admin/dead-letters/{service}")
@PreAuthorize("hasAnyRole('ADMINISTRATOR', 'OPERATIONS')")
class DeadLetterController {

    private final DeadLetters letters;
    private final ReplayDeadLetter replayDeadLetter;
    private final String service;

    /**
     * @param service the name in the path, such as order
     */
    DeadLetterController(DeadLetters letters, ReplayDeadLetter replayDeadLetter, String service) {
        this.letters = letters;
        this.replayDeadLetter = replayDeadLetter;
        this.service = service;
    }

    /** Newest first, without bodies. */
    @GetMapping
    Paged<DeadLetter> page(
            @PathVariable("service") String asked,
            @RequestParam(required = false) @Nullable State state,
            @RequestParam(required = false) @Nullable String topic,
            @RequestParam(defaultValue = "1") @Min(1) @Max(10_000) int page,
            @RequestParam(defaultValue = "20") @Min(1) @Max(Paged.MAX_SIZE) int size) {
        here(asked);
        return letters.page(state, topic, page, size);
    }

    @GetMapping("/{id}")
    WithBody get(@PathVariable("service") String asked, @PathVariable long id) {
        here(asked);
        return new WithBody(letters.get(id), new String(letters.body(id), StandardCharsets.UTF_8));
    }

    /** Handles it again, once; 422 replay-failed when its handler fails again. */
    @PostMapping("/{id}/replay")
    Replayed replay(
            @PathVariable("service") String asked, @PathVariable long id, Principal operator) {
        here(asked);
        ReplayDeadLetter.Result result = replayDeadLetter.replay(id, operator.getName());
        return new Replayed(result, letters.get(id));
    }

    @PostMapping("/{id}/discard")
    DeadLetter discard(
            @PathVariable("service") String asked,
            @PathVariable long id,
            @Valid @RequestBody Discard discard,
            Principal operator) {
        here(asked);
        letters.discard(id, operator.getName(), discard.reason());
        return letters.get(id);
    }

    private void here(String asked) {
        if (!asked.equals(service)) {
            throw new UnknownDeadLetter();
        }
    }

    record WithBody(DeadLetter letter, String body) {}

    record Replayed(ReplayDeadLetter.Result result, DeadLetter letter) {}

    /** Why nothing shall come of the message. */
    record Discard(@NotBlank @Size(max = 500) String reason) {}
}
