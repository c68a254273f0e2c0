package io.kaimen.order.contest;

import io.kaimen.order.Words;
import io.kaimen.order.contest.ContestLine.Submitted;
import io.kaimen.order.contest.ContestRefused.Why;
import io.kaimen.order.contest.ContestViews.ShopperContest;
import io.kaimen.order.lookup.ShopperOrders;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Shoppers contest lines of their own orders. */
@RestController
class ShopperContestsController {

    private static final int MOST_PHOTOS = 3;

    private final ShopperOrders orders;
    private final ContestLine contestLine;
    private final Contests contests;
    private final ContestPhotos photos;
    private final ContestViews views;
    private final Words words;

    ShopperContestsController(
            ShopperOrders orders,
            ContestLine contestLine,
            Contests contests,
            ContestPhotos photos,
            ContestViews views,
            Words words) {
        this.orders = orders;
        this.contestLine = contestLine;
        this.contests = contests;
        this.photos = photos;
        this.views = views;
        this.words = words;
    }

    /** The line, as the receipt names it, and what is wrong with it. */
    record NewContest(
            int lane,
            @NotBlank @Size(max = 64) String sku,
            @NotBlank @Size(max = 500) String text) {}

    /** 201 with a new contest, 200 with the same one when it was submitted before. */
    @PostMapping("/shopper/orders/{orderNo}/contests")
    ResponseEntity<ShopperContest> submit(
            @PathVariable String orderNo,
            @Valid @RequestBody NewContest request,
            Principal caller) {
        Submitted submitted =
                contestLine.submit(
                        orders.own(orderNo, caller.getName()),
                        request.lane(),
                        request.sku(),
                        request.text().strip());
        return ResponseEntity.status(submitted.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(views.forShopper(submitted.contest()));
    }

    /** What was contested of an order, oldest first. */
    @GetMapping("/shopper/orders/{orderNo}/contests")
    List<ShopperContest> ofOrder(@PathVariable String orderNo, Principal caller) {
        orders.own(orderNo, caller.getName());
        return contests.ofOrder(orderNo).stream().map(views::forShopper).toList();
    }

    @GetMapping("/shopper/contests/{id}")
    ShopperContest get(@PathVariable String id, Principal caller) {
        return views.forShopper(own(id, caller));
    }

    /** Adds photo 1, 2 or 3 (JPEG or PNG), or puts another in its place. */
    @PutMapping(
            path = "/shopper/contests/{id}/photos/{number}",
            consumes = {MediaType.IMAGE_JPEG_VALUE, MediaType.IMAGE_PNG_VALUE})
    ShopperContest putPhoto(
            @PathVariable String id,
            @PathVariable @Min(1) @Max(MOST_PHOTOS) int number,
            HttpServletRequest request,
            Principal caller)
            throws IOException {
        photos.put(own(id, caller), number, request.getInputStream());
        return get(id, caller);
    }

    @GetMapping("/shopper/contests/{id}/photos/{number}")
    ResponseEntity<byte[]> photo(
            @PathVariable String id, @PathVariable int number, Principal caller) {
        return photos.get(own(id, caller), number)
                .map(ShopperContestsController::jpeg)
                .orElseThrow(this::notFound);
    }

    /** Of people's own surroundings: no proxy is to keep it. */
    static ResponseEntity<byte[]> jpeg(byte[] photo) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .body(photo);
    }

    private Contest own(String id, Principal caller) {
        return contests.find(id)
                .filter(contest -> contest.shopperId().equals(caller.getName()))
                .orElseThrow(this::notFound);
    }

    private ContestRefused notFound() {
        return new ContestRefused(
                Why.CONTEST_NOT_FOUND, words.say("contest." + Why.CONTEST_NOT_FOUND.code()));
    }
}
