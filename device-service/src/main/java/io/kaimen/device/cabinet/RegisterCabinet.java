package io.kaimen.device.cabinet;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kaimen.contracts.device.CabinetStatus;
import io.kaimen.device.AlreadyDifferent;
import io.kaimen.device.Codes;
import io.kaimen.device.Created;
import io.kaimen.device.audit.Audit;
import io.kaimen.device.cabinet.Layout.Door;
import io.kaimen.device.catalog.Catalog;
import io.kaimen.device.catalog.NotInCatalog;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Registers a cabinet before it is installed. */
@Component
class RegisterCabinet {

    private final CabinetMapper mapper;
    private final Cabinets cabinets;
    private final Catalog catalog;
    private final Audit audit;
    private final Clock clock;

    RegisterCabinet(
            CabinetMapper mapper, Cabinets cabinets, Catalog catalog, Audit audit, Clock clock) {
        this.mapper = mapper;
        this.cabinets = cabinets;
        this.catalog = catalog;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What an operator knows of a new cabinet.
     *
     * @param sn what the cabinet itself will log in as
     */
    record NewCabinet(
            @NotNull @Pattern(regexp = Codes.SHORT) String sn,
            @NotBlank @Size(max = 100) String name,
            @NotNull @Pattern(regexp = Codes.SHORT) String site,
            @NotNull @Pattern(regexp = Codes.SHORT) String warehouse,
            @NotEmpty @Size(max = 99) List<@NotNull @Valid Door> doors) {}

    /**
     * A registered cabinet.
     *
     * @param credential shown this once; absent when the cabinet had been registered before
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Registered(
            String sn,
            String name,
            String site,
            String warehouse,
            List<Door> doors,
            CabinetStatus status,
            @Nullable String credential) {}

    /**
     * Registers it and makes its credential.
     *
     * @throws NotInCatalog without such a site
     * @throws AlreadyDifferent when the serial number is another cabinet's
     */
    @Transactional
    public Created<Registered> register(NewCabinet wanted, String who) {
        Layout layout = Layout.of(wanted.doors());
        if (catalog.site(wanted.site()).isEmpty()) {
            throw NotInCatalog.referred("site", wanted.site());
        }
        Credential credential = Credential.random();
        try {
            mapper.insert(
                    wanted.sn(),
                    wanted.name(),
                    wanted.site(),
                    wanted.warehouse(),
                    credential.sha256(),
                    clock.instant());
        } catch (DuplicateKeyException there) {
            return new Created<>(theSame(wanted, layout), false);
        }
        insertDoors(wanted.sn(), layout);
        Registered registered =
                registered(wanted, layout, CabinetStatus.REGISTERED, credential.characters());
        audit.record(
                who,
                "register-cabinet",
                "cabinet " + wanted.sn(),
                null,
                registered(wanted, layout, CabinetStatus.REGISTERED, null));
        return new Created<>(registered, true);
    }

    /** The fences start with the doors, so that raising one is a plain update. */
    private void insertDoors(String sn, Layout layout) {
        for (Door door : layout.doors()) {
            mapper.insertDoor(sn, door.door());
            mapper.insertFence(sn, door.door());
            door.lanes().forEach(lane -> mapper.insertLane(sn, lane, door.door()));
        }
    }

    private Registered theSame(NewCabinet wanted, Layout layout) {
        Cabinet there = cabinets.get(wanted.sn());
        boolean same =
                there.name().equals(wanted.name())
                        && there.site().equals(wanted.site())
                        && there.warehouse().equals(wanted.warehouse())
                        && cabinets.layout(wanted.sn()).equals(layout);
        if (!same) {
            throw new AlreadyDifferent("cabinet", wanted.sn());
        }
        return registered(wanted, layout, there.status(), null);
    }

    private static Registered registered(
            NewCabinet cabinet, Layout layout, CabinetStatus status, @Nullable String credential) {
        return new Registered(
                cabinet.sn(),
                cabinet.name(),
                cabinet.site(),
                cabinet.warehouse(),
                layout.doors(),
                status,
                credential);
    }
}
