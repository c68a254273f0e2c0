package io.kaimen.order.blacklist;

import io.kaimen.service.page.Paged;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Operators' work on the blacklist. */
@RestController
@RequestMapping("/admin/blacklist")
class BlacklistController {

    private final Blacklist blacklist;

    BlacklistController(Blacklist blacklist) {
        this.blacklist = blacklist;
    }

    /** Whom to block, why, and until when (null: until lifted). */
    record NewEntry(
            @NotBlank @Size(max = 32) String shopperId,
            @NotBlank @Size(max = 255) String reason,
            @Future @Nullable Instant expiresAt) {}

    /** What an entry is to say from now on. */
    record Change(@NotBlank @Size(max = 255) String reason, @Future @Nullable Instant expiresAt) {}

    /** 201 with a new entry, 200 with the same one when it is in force already. */
    @PostMapping
    ResponseEntity<BlacklistEntry> add(@Valid @RequestBody NewEntry entry, Principal operator) {
        Blacklist.Added added =
                blacklist.add(
                        entry.shopperId(), entry.reason(), entry.expiresAt(), operator.getName());
        return ResponseEntity.status(added.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(added.entry());
    }

    @GetMapping
    Paged<BlacklistEntry> list(
            @RequestParam(required = false) @Nullable String shopperId,
            @RequestParam(defaultValue = "1") @Min(1) int page,
            @RequestParam(defaultValue = "20") @Min(1) @Max(Paged.MAX_SIZE) int size) {
        return blacklist.page(shopperId, page, size);
    }

    @GetMapping("/{id}")
    BlacklistEntry get(@PathVariable long id) {
        return blacklist.find(id).orElseThrow(() -> new EntryNotFound(id));
    }

    @PutMapping("/{id}")
    BlacklistEntry change(@PathVariable long id, @Valid @RequestBody Change change) {
        if (!blacklist.change(id, change.reason(), change.expiresAt())) {
            throw new EntryNotFound(id);
        }
        return get(id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lift(@PathVariable long id, Principal operator) {
        if (!blacklist.lift(id, operator.getName())) {
            throw new EntryNotFound(id);
        }
    }
}
