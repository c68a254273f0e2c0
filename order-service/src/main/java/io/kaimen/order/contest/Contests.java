package io.kaimen.order.contest;

import com.baomidou.mybatisplus.extension.plugins.pagination.Page;
import io.kaimen.order.contest.Contest.Step;
import io.kaimen.service.page.Paged;
import io.kaimen.service.state.IllegalMove;
import io.kaimen.service.state.StaleMove;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All contests: one open one a line; every move with its cause and who made it. */
@Repository
class Contests {

    private static final String SHOPPER = "shopper";

    private final ContestMapper contests;
    private final Clock clock;

    Contests(ContestMapper contests, Clock clock) {
        this.contests = contests;
        this.clock = clock;
    }

    /**
     * @throws org.springframework.dao.DuplicateKeyException when its line is contested already
     */
    @Transactional
    public void add(Contest contest) {
        contests.add(contest, line(contest.orderNo(), contest.lane(), contest.sku()));
        contests.addStep(
                contest.id(),
                new Step(contest.status(), SHOPPER, "submitted", contest.createdAt()));
    }

    Optional<Contest> find(String id) {
        return Optional.ofNullable(contests.find(id));
    }

    /** The one open contest of a line. */
    Optional<Contest> open(String orderNo, int lane, String sku) {
        return Optional.ofNullable(contests.open(line(orderNo, lane, sku)));
    }

    List<Contest> ofOrder(String orderNo) {
        return contests.ofOrder(orderNo);
    }

    /** Newest first; in one state, or all. */
    Paged<Contest> page(@Nullable ContestStatus status, int page, int size) {
        var found = contests.page(Page.of(page, size), status);
        return new Paged<>(found.getRecords(), found.getTotal(), page, size);
    }

    List<Step> steps(String id) {
        return contests.steps(id);
    }

    List<Integer> photos(String id) {
        return contests.photos(id);
    }

    /** What was promised for the same line before, in fen; at most one of its contests is open. */
    long returned(Contest contest) {
        return contests.returned(contest.orderNo(), contest.lane(), contest.sku());
    }

    /**
     * Moves a contest on.
     *
     * @param refundFen with ACCEPTED only
     * @throws IllegalMove unless that state may follow
     * @throws StaleMove when somebody else was quicker
     */
    @Transactional
    public void move(
            Contest contest,
            ContestStatus to,
            @Nullable Long refundFen,
            String operator,
            String cause) {
        if (!contest.status().next().contains(to)) {
            throw new IllegalMove("Contest " + contest.id(), contest.status(), to);
        }
        Instant now = clock.instant();
        StaleMove.unlessOne(
                contests.move(contest.id(), contest.status(), to, to.isOpen(), refundFen, now),
                "Contest " + contest.id());
        contests.addStep(contest.id(), new Step(to, operator, cause, now));
    }

    /**
     * Stores a photo and notes it, while nobody can decide the contest: what was decided on stays.
     *
     * @param store writes the file; quick
     * @return false when the contest has been decided meanwhile
     */
    @Transactional
    public boolean addPhoto(String id, int number, int bytes, Runnable store) {
        ContestStatus status = contests.lock(id);
        if (status == null || !status.isOpen()) {
            return false;
        }
        store.run();
        contests.putPhoto(id, number, bytes, clock.instant());
        return true;
    }

    private static String line(String orderNo, int lane, String sku) {
        return orderNo + "/" + lane + "/" + sku;
    }
}
