package io.kaimen.order.contest;

import io.kaimen.order.contest.ContestRefused.Why;
import io.kaimen.order.contest.ContestViews.AdminContest;
import io.kaimen.service.page.Paged;
import io.kaimen.service.problem.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Operators look at contests and decide them; each move is kept with who made it and why. */
@RestController
@RequestMapping("/admin/orders/contests")
class AdminContestsController {

    private final Contests contests;
    private final ContestPhotos photos;
    private final ContestViews views;

    AdminContestsController(Contests contests, ContestPhotos photos, ContestViews views) {
        this.contests = contests;
        this.photos = photos;
        this.views = views;
    }

    /**
     * An accepted contest. Noted only: no refund is made by it.
     *
     * @param refundFen what is to be returned, at most what the line cost
     * @param reason said to the shopper
     */
    record Accept(@Positive long refundFen, @NotBlank @Size(max = 200) String reason) {}

    /**
     * A rejected contest.
     *
     * @param reason said to the shopper
     */
    record Reject(@NotBlank @Size(max = 200) String reason) {}

    /** More is to be returned than the line cost, earlier returns counted. */
    static final class TooMuch extends Problem {

        private static final long serialVersionUID = 1;

        TooMuch(long left) {
            super(
                    HttpStatus.CONFLICT,
                    "refund-too-high",
                    "Of this line %d fen can still be returned, no more.".formatted(left));
        }
    }

    @GetMapping
    Paged<Contest> list(
            @RequestParam(required = false) @Nullable ContestStatus status,
            @RequestParam(defaultValue = "1") @Min(1) int page,
            @RequestParam(defaultValue = "20") @Min(1) @Max(Paged.MAX_SIZE) int size) {
        return contests.page(status, page, size);
    }

    @GetMapping("/{id}")
    AdminContest get(@PathVariable String id) {
        return views.forOperator(find(id));
    }

    @GetMapping("/{id}/photos/{number}")
    ResponseEntity<byte[]> photo(@PathVariable String id, @PathVariable int number) {
        return photos.get(find(id), number)
                .map(ShopperContestsController::jpeg)
                .orElseThrow(() -> unknown(id));
    }

    /** Tells the shopper that somebody is looking at it. */
    @PostMapping("/{id}/review")
    AdminContest review(@PathVariable String id, Principal operator) {
        contests.move(
                find(id), ContestStatus.IN_REVIEW, null, operator.getName(), "taken into review");
        return get(id);
    }

    @PostMapping("/{id}/accept")
    AdminContest accept(
            @PathVariable String id, @Valid @RequestBody Accept decision, Principal operator) {
        Contest contest = find(id);
        long left = contest.amountFen() - contests.returned(contest);
        if (decision.refundFen() > left) {
            throw new TooMuch(left);
        }
        contests.move(
                contest,
                ContestStatus.ACCEPTED,
                decision.refundFen(),
                operator.getName(),
                decision.reason());
        return get(id);
    }

    @PostMapping("/{id}/reject")
    AdminContest reject(
            @PathVariable String id, @Valid @RequestBody Reject decision, Principal operator) {
        contests.move(
                find(id), ContestStatus.REJECTED, null, operator.getName(), decision.reason());
        return get(id);
    }

    private Contest find(String id) {
        return contests.find(id).orElseThrow(() -> unknown(id));
    }

    private static ContestRefused unknown(String id) {
        return new ContestRefused(Why.CONTEST_NOT_FOUND, "There is no contest " + id + ".");
    }
}
