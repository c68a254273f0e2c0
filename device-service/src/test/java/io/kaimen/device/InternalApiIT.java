package io.kaimen.device;

import static io.kaimen.device.TestCabinets.json;
import static io.kaimen.device.TestCabinets.sha256;
import static org.assertj.core.api.Assertions.assertThat;

import io.kaimen.device.Operators.Answer;
import io.kaimen.device.TestCabinets.TestCabinet;
import io.kaimen.service.security.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The calls of the other services, as they arrive over HTTP. */
@DeviceTest
class InternalApiIT {

    @Autowired private TestCabinets cabinets;

    @Test
    void opensCabinetSessions() {
        TestCabinet cabinet = cabinets.registered();
        Answer answer =
                service()
                        .post(
                                "/internal/cabinet-sessions",
                                json(
                                        "{'sn':'%s','credentialSha256':'%s','instance':'comm-1'}"
                                                .formatted(
                                                        cabinet.sn, sha256(cabinet.credential))));
        assertThat(answer.code()).isEqualTo(200);
        assertThat(answer.body().path("outcome").asString()).isEqualTo("ACCEPTED");
        assertThat(answer.body().path("epoch").asLong()).isEqualTo(1);
        assertThat(answer.body().path("cadence").path("openWeightsMillis").asInt()).isEqualTo(300);
    }

    @Test
    void claimsAndReleasesDoors() {
        TestCabinet cabinet = cabinets.selling();
        String claim =
                json("{'sn':'%s','door':1,'kind':'SALE','holder':'order-1'}".formatted(cabinet.sn));
        Answer answer = service().post("/internal/door-claims", claim);
        assertThat(answer.body().path("outcome").asString()).isEqualTo("CLAIMED");
        assertThat(answer.body().path("lockToken").asString()).startsWith("order-1:");
        String release = json("{'sn':'%s','door':1,'holder':'order-1'}".formatted(cabinet.sn));
        assertThat(service().post("/internal/door-claims/release", release).code()).isEqualTo(200);
        assertThat(service().post("/internal/door-claims", claim).body().path("fence").asLong())
                .isEqualTo(answer.body().path("fence").asLong() + 1);
    }

    @Test
    void offersDoors() {
        TestCabinet cabinet = cabinets.selling();
        Answer offer = service().get("/internal/cabinets/" + cabinet.sn + "/doors/1/offer");
        assertThat(offer.body().path("available").asBoolean()).isTrue();
        assertThat(offer.body().path("lanes").path(0).path("price").asInt()).isEqualTo(350);
        assertThat(service().get("/internal/cabinets/" + cabinet.sn + "/doors/9/offer").code())
                .isEqualTo(404);
        assertThat(service().get("/internal/cabinets/NOBODY/doors/1/offer").code()).isEqualTo(404);
    }

    @Test
    void answersServicesOnly() {
        assertThat(cabinets.operators().post("/internal/door-claims", "{}").code()).isEqualTo(403);
    }

    private Operators service() {
        return cabinets.as(Role.SERVICE);
    }
}
