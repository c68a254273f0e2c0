package io.kaimen.order.blacklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaimen.order.played.Caller;
import io.kaimen.order.played.Caller.Answer;
import io.kaimen.order.played.OnOrderService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

@OnOrderService
class BlacklistIT {

    private static final String PATH = "/admin/blacklist";

    @Autowired private Caller caller;
    @Autowired private BlacklistMapper entries;

    private final String shopperId = UUID.randomUUID().toString().substring(0, 20);

    @Test
    void theSameAgainIsTheSameEntryAndADifferentOneConflicts() {
        Answer first = add("stole", null);
        Answer same = add("stole", null);
        Answer different = add("rude", null);

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.text("createdBy")).isEqualTo("admin");
        assertThat(same.status()).isEqualTo(200);
        assertThat(same.body().path("id")).isEqualTo(first.body().path("id"));
        assertThat(different.status()).isEqualTo(409);
        assertThat(different.text("code")).isEqualTo("blacklist-entry-exists");
    }

    @Test
    void anEntryStopsBlockingWhenItExpires() {
        Instant now = Instant.parse("2026-11-20T02:15:00Z");
        var before = new Blacklist(entries, Clock.fixed(now, ZoneOffset.UTC));
        before.add(shopperId, "late payer", now.plusSeconds(60), "admin");
        assertThat(before.blocks(shopperId)).isTrue();

        var after = new Blacklist(entries, Clock.fixed(now.plusSeconds(61), ZoneOffset.UTC));

        assertThat(after.blocks(shopperId)).isFalse();
        assertThat(after.add(shopperId, "again", null, "admin").created()).isTrue();
        assertThat(after.blocks(shopperId)).isTrue();
    }

    @Test
    void anEntryIsChangedReadAndLifted() {
        long id = add("stole", null).body().path("id").asLong();

        Answer changed =
                caller.asAdministrator(
                        HttpMethod.PUT,
                        PATH + "/" + id,
                        Map.of("reason", "stole twice", "expiresAt", "2099-01-01T00:00:00Z"));
        assertThat(changed.text("reason")).isEqualTo("stole twice");
        assertThat(changed.text("expiresAt")).isEqualTo("2099-01-01T00:00:00Z");

        assertThat(caller.asAdministrator(HttpMethod.DELETE, PATH + "/" + id, null).status())
                .isEqualTo(204);
        assertThat(caller.asAdministrator(HttpMethod.DELETE, PATH + "/" + id, null).status())
                .isEqualTo(404);
        Answer lifted = caller.asAdministrator(HttpMethod.GET, PATH + "/" + id, null);
        assertThat(lifted.text("liftedBy")).isEqualTo("admin");
        Answer list =
                caller.asAdministrator(HttpMethod.GET, PATH + "?shopperId=" + shopperId, null);
        assertThat(list.body().path("total").asLong()).isEqualTo(1);
    }

    @Test
    void anEntryWithoutAReasonOrInThePastIsNoRequest() {
        assertThat(add(" ", null).status()).isEqualTo(400);
        assertThat(add("late", Instant.EPOCH.plus(Duration.ofDays(1)).toString()).status())
                .isEqualTo(400);
    }

    private Answer add(String reason, @Nullable String expiresAt) {
        return caller.asAdministrator(
                HttpMethod.POST,
                PATH,
                expiresAt == null
                        ? Map.of("shopperId", shopperId, "reason", reason)
                        : Map.of("shopperId", shopperId, "reason", reason, "expiresAt", expiresAt));
    }
}
