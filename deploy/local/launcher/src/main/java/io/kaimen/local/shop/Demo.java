package io.kaimen.local.shop;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The little shop that is set up for trying: what an operator would key in. */
public final class Demo {

    public static final String SN = "DEMO-1";
    public static final String SHOPPER = "o-demo-shopper";

    static final Map<String, Object> REGION = Map.of("code", "SH", "name", "上海");
    static final Map<String, Object> WAREHOUSE = Map.of("code", "SH-W1", "name", "上海浦东一号仓");
    static final Map<String, Object> SITE =
            Map.of(
                    "code", "SH-DEMO",
                    "name", "上海·陆家嘴示范点",
                    "region", "SH",
                    "partner", "DEMO-PARTNER");

    /** Units a full lane holds. */
    static final int PAR_LEVEL = 20;

    /** Units at which a lane wants to be filled again. */
    static final int RESTOCK_THRESHOLD = 5;

    /** How much one unit's weight varies, in grams (one standard deviation). */
    static final double UNIT_SIGMA = 0.5;

    static final List<Slot> SLOTS =
            List.of(
                    new Slot(1, 1, "COLA-330", "可口可乐 330ml 罐", 355, 8, 350),
                    new Slot(1, 2, "WATER-550", "农夫山泉 550ml", 573, 10, 200),
                    new Slot(1, 3, "OOLONG-500", "三得利乌龙茶 500ml", 527, 10, 500),
                    new Slot(2, 4, "CRISPS-75", "乐事薯片 原味 75g", 87, 4, 750),
                    new Slot(2, 5, "OREO-97", "奥利奥 原味 97g", 106, 4, 690),
                    new Slot(2, 6, "SNICKERS-51", "士力架 51g", 53, 3, 450));

    private Demo() {}

    /**
     * A lane and what it sells.
     *
     * @param unitGrams weight of one
     * @param toleranceGrams how far one may be off
     * @param priceFen price of one
     */
    public record Slot(
            int door,
            int lane,
            String sku,
            String name,
            int unitGrams,
            int toleranceGrams,
            int priceFen) {

        Map<String, Object> product() {
            return Map.of(
                    "sku", sku,
                    "name", name,
                    "unitGrams", unitGrams,
                    "toleranceGrams", toleranceGrams,
                    "priceFen", priceFen,
                    "photoUrl", photo());
        }

        /** One of the pages' own drawings; see deploy/web/shopper/public. */
        private String photo() {
            return "/pages/shopper/products/" + sku.toLowerCase(Locale.ROOT) + ".svg";
        }
    }

    public static List<Integer> doors() {
        return SLOTS.stream().map(Slot::door).distinct().toList();
    }

    public static List<Slot> behind(int door) {
        return SLOTS.stream().filter(slot -> slot.door() == door).toList();
    }

    static Map<String, Object> cabinet(String sn) {
        return Map.of(
                "sn", sn,
                "name", name(sn),
                "site", SITE.get("code"),
                "warehouse", WAREHOUSE.get("code"),
                "doors",
                        doors().stream()
                                .map(door ->
                                        Map.of(
                                                "door",
                                                door,
                                                "lanes",
                                                behind(door).stream().map(Slot::lane).toList()))
                                .toList());
    }

    /** By its name a cabinet is known to be one of these, and not a real one. */
    static String name(String sn) {
        return "示范货柜 " + sn;
    }

    static Map<String, Object> planogram() {
        return Map.of(
                "slots",
                SLOTS.stream()
                        .map(slot ->
                                Map.of(
                                        "lane",
                                        slot.lane(),
                                        "sku",
                                        slot.sku(),
                                        "parLevel",
                                        PAR_LEVEL,
                                        "restockThreshold",
                                        RESTOCK_THRESHOLD))
                        .toList());
    }
}
