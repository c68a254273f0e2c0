package io.kaimen.device.catalog;

import io.kaimen.device.PageRequest;
import io.kaimen.service.page.Paged;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What operators do with regions, sites, products and their prices. */
@RestController
@RequestMapping("/admin")
class CatalogController {

    private final Catalog catalog;

    CatalogController(Catalog catalog) {
        this.catalog = catalog;
    }

    @PostMapping("/regions")
    ResponseEntity<Region> addRegion(
            @Valid @RequestBody Region region,
            @AuthenticationPrincipal(expression = "subject") String operator) {
        return catalog.add(region, operator).toResponse();
    }

    @GetMapping("/regions")
    Paged<Region> regions(@Valid PageRequest page) {
        return catalog.regions(page);
    }

    @PostMapping("/sites")
    ResponseEntity<Site> addSite(
            @Valid @RequestBody Site site,
            @AuthenticationPrincipal(expression = "subject") String operator) {
        return catalog.add(site, operator).toResponse();
    }

    @GetMapping("/sites")
    Paged<Site> sites(@Valid PageRequest page) {
        return catalog.sites(page);
    }

    @PostMapping("/products")
    ResponseEntity<Product> addProduct(
            @Valid @RequestBody Product product,
            @AuthenticationPrincipal(expression = "subject") String operator) {
        return catalog.add(product, operator).toResponse();
    }

    @GetMapping("/products")
    Paged<Product> products(@Valid PageRequest page) {
        return catalog.products(page);
    }

    @PutMapping("/prices/products/{sku}")
    NewPrice setProductPrice(
            @PathVariable String sku,
            @Valid @RequestBody NewPrice price,
            @AuthenticationPrincipal(expression = "subject") String operator) {
        catalog.setProductPrice(sku, price.priceFen(), operator);
        return price;
    }

    @PutMapping("/prices/regions/{region}/{sku}")
    NewPrice setRegionPrice(
            @PathVariable String region,
            @PathVariable String sku,
            @Valid @RequestBody NewPrice price,
            @AuthenticationPrincipal(expression = "subject") String operator) {
        catalog.setRegionPrice(region, sku, price.priceFen(), operator);
        return price;
    }
}
