package io.kaimen.device.catalog;

import io.kaimen.device.AlreadyDifferent;
import io.kaimen.device.Created;
import io.kaimen.device.PageRequest;
import io.kaimen.device.audit.Audit;
import io.kaimen.service.page.Paged;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The catalogue's regions, sites, products and prices; every change is audited. */
@Component
public class Catalog {

    private final CatalogMapper mapper;
    private final Audit audit;
    private final Clock clock;

    Catalog(CatalogMapper mapper, Audit audit, Clock clock) {
        this.mapper = mapper;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @throws AlreadyDifferent when the code is another region's
     */
    @Transactional
    Created<Region> add(Region region, String who) {
        return added(
                region,
                "region",
                region.code(),
                who,
                () -> mapper.insertRegion(region, clock.instant()),
                () -> mapper.region(region.code()));
    }

    /**
     * @throws NotInCatalog without such a region
     * @throws AlreadyDifferent when the code is another site's
     */
    @Transactional
    Created<Site> add(Site site, String who) {
        if (mapper.region(site.region()).isEmpty()) {
            throw NotInCatalog.referred("region", site.region());
        }
        return added(
                site,
                "site",
                site.code(),
                who,
                () -> mapper.insertSite(site, clock.instant()),
                () -> mapper.site(site.code()));
    }

    /**
     * @throws AlreadyDifferent when the code is another product's
     */
    @Transactional
    Created<Product> add(Product product, String who) {
        return added(
                product,
                "product",
                product.sku(),
                who,
                () -> mapper.insertProduct(product, clock.instant()),
                () -> mapper.product(product.sku()));
    }

    private <T> Created<T> added(
            T wanted,
            String kind,
            String code,
            String who,
            Runnable insert,
            Supplier<Optional<T>> find) {
        try {
            insert.run();
        } catch (DuplicateKeyException there) {
            if (find.get().filter(wanted::equals).isEmpty()) {
                throw new AlreadyDifferent(kind, code);
            }
            return new Created<>(wanted, false);
        }
        audit.record(who, "add-" + kind, kind + " " + code, null, wanted);
        return new Created<>(wanted, true);
    }

    /** Sets the price that holds where neither lane nor region has its own. */
    @Transactional
    void setProductPrice(String sku, long priceFen, String who) {
        Product before = product(sku).orElseThrow(() -> NotInCatalog.notFound("product", sku));
        mapper.setProductPrice(sku, priceFen, clock.instant());
        auditPrice(who, "product " + sku, before.priceFen(), priceFen);
    }

    /** Sets a product's price in a region. */
    @Transactional
    void setRegionPrice(String region, String sku, long priceFen, String who) {
        if (mapper.region(region).isEmpty()) {
            throw NotInCatalog.notFound("region", region);
        }
        if (product(sku).isEmpty()) {
            throw NotInCatalog.notFound("product", sku);
        }
        Long before = mapper.regionPrice(region, sku);
        mapper.setRegionPrice(region, sku, priceFen, clock.instant());
        auditPrice(who, "region " + region + " product " + sku, before, priceFen);
    }

    private void auditPrice(String who, String subject, @Nullable Long before, long after) {
        audit.record(who, "set-price", subject, before, after);
    }

    public Optional<Product> product(String sku) {
        return mapper.product(sku);
    }

    public Optional<Site> site(String code) {
        return mapper.site(code);
    }

    Paged<Region> regions(PageRequest page) {
        return PageRequest.answer(mapper.regions(page.toPage()));
    }

    Paged<Site> sites(PageRequest page) {
        return PageRequest.answer(mapper.sites(page.toPage()));
    }

    Paged<Product> products(PageRequest page) {
        return PageRequest.answer(mapper.products(page.toPage()));
    }
}
