package io.kaimen.sandbox.faults;

import io.kaimen.sandbox.wechat.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Switches faults on and off. */
@RestController
@RequestMapping("/sandbox/faults")
class FaultController {

    private final Faults faults;

    FaultController(Faults faults) {
        this.faults = faults;
    }

    /** A fault as asked for; only the kind is required. */
    record Wish(
            @Nullable FaultKind kind,
            @Nullable String outOrderNo,
            @Nullable String on,
            @Nullable Integer times,
            @Nullable Long millis,
            @Nullable Refusal refusal) {}

    @PostMapping
    Fault add(@RequestBody Wish wish) {
        FaultKind kind = wish.kind();
        if (kind == null || (wish.times() != null && wish.times() < 1)) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "kind is required and times must be positive");
        }
        String on = wish.on();
        if (on != null && !kind.canBeOn(on)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, kind + " is never on " + on);
        }
        long millis = wish.millis() == null ? 0 : wish.millis();
        return faults.add(
                new Fault(0, kind, wish.outOrderNo(), on, wish.times(), millis, wish.refusal()));
    }

    @GetMapping
    List<Fault> all() {
        return faults.all();
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clear() {
        faults.clear();
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable long id) {
        if (!faults.remove(id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "No such fault is on");
        }
    }
}
