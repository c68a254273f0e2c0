package io.kaimen.order.sale;

import io.kaimen.contracts.device.BasketSettled;
import io.kaimen.contracts.device.BasketSettled.Flag;
import io.kaimen.contracts.device.BasketSettled.LaneWeights;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What was sold with each order, and what the scales said. */
@Repository
public class Baskets {

    private static final TypeReference<List<LaneWeights>> LANES = new TypeReference<>() {};
    private static final TypeReference<List<Flag>> FLAGS = new TypeReference<>() {};

    private final BasketMapper baskets;
    private final JsonMapper json;

    Baskets(BasketMapper baskets, JsonMapper json) {
        this.baskets = baskets;
        this.json = json;
    }

    /** Units of one product taken from one lane. */
    public record SoldLine(
            int lane,
            String sku,
            String productName,
            int quantity,
            long unitPriceFen,
            long amountFen) {}

    /** Where the goods stood, and what the scales said. */
    public record Evidence(
            String site,
            String region,
            String partner,
            String algorithm,
            List<LaneWeights> lanes,
            List<Flag> flags) {}

    /** A basket's row; lanes and flags are JSON. */
    record BasketRow(
            String orderNo,
            String site,
            String region,
            String partner,
            String algorithm,
            boolean flagged,
            String lanes,
            String flags) {}

    /** A line with the order it is of. */
    record LineRow(
            String orderNo,
            int lane,
            String sku,
            String productName,
            int quantity,
            long unitPriceFen,
            long amountFen) {

        SoldLine line() {
            return new SoldLine(lane, sku, productName, quantity, unitPriceFen, amountFen);
        }
    }

    void add(BasketSettled basket) {
        baskets.add(
                new BasketRow(
                        basket.orderNo(),
                        basket.site(),
                        basket.region(),
                        basket.partner(),
                        basket.algorithm(),
                        !basket.flags().isEmpty(),
                        json.writeValueAsString(basket.lanes()),
                        json.writeValueAsString(basket.flags())));
        if (!basket.lines().isEmpty()) {
            baskets.addLines(basket);
        }
    }

    /** The lines of one order. */
    public List<SoldLine> lines(String orderNo) {
        return lines(List.of(orderNo)).getOrDefault(orderNo, List.of());
    }

    /** The lines of several orders, by order number. */
    public Map<String, List<SoldLine>> lines(Collection<String> orderNos) {
        if (orderNos.isEmpty()) {
            return Map.of();
        }
        return baskets.lines(orderNos).stream()
                .collect(
                        Collectors.groupingBy(
                                LineRow::orderNo,
                                Collectors.mapping(LineRow::line, Collectors.toList())));
    }

    /** What the scales said; empty before the basket is booked. */
    public Optional<Evidence> evidence(String orderNo) {
        return Optional.ofNullable(baskets.find(orderNo))
                .map(row ->
                        new Evidence(
                                row.site(),
                                row.region(),
                                row.partner(),
                                row.algorithm(),
                                json.readValue(row.lanes(), LANES),
                                json.readValue(row.flags(), FLAGS)));
    }
}
