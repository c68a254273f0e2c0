package io.kaimen.device.catalog;

import com.baomidou.mybatisplus.core.metadata.IPage;
import java.time.Instant;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface CatalogMapper {

    @Insert(
            """
            insert into region (code, name, created_at, updated_at)
            values (#{region.code}, #{region.name}, #{now}, #{now})
            """)
    void insertRegion(Region region, Instant now);

    @Select("select code, name from region where code = #{code} and status = 'ACTIVE'")
    Optional<Region> region(String code);

    @Select("select code, name from region where status = 'ACTIVE' order by code")
    IPage<Region> regions(IPage<Region> page);

    @Insert(
            """
            insert into site (code, name, region, partner, created_at, updated_at)
            values (#{site.code}, #{site.name}, #{site.region}, #{site.partner}, #{now}, #{now})
            """)
    void insertSite(Site site, Instant now);

    @Select(
            "select code, name, region, partner from site where code = #{code} and status = 'ACTIVE'")
    Optional<Site> site(String code);

    @Select("select code, name, region, partner from site where status = 'ACTIVE' order by code")
    IPage<Site> sites(IPage<Site> page);

    @Insert(
            """
            insert into product
                (sku, name, unit_grams, tolerance_grams, price_fen, photo_url, created_at, updated_at)
            values (#{product.sku}, #{product.name}, #{product.unitGrams}, #{product.toleranceGrams},
                #{product.priceFen}, #{product.photoUrl}, #{now}, #{now})
            """)
    void insertProduct(Product product, Instant now);

    @Select(
            """
            select sku, name, unit_grams, tolerance_grams, price_fen, photo_url
            from product where sku = #{sku} and status = 'ACTIVE'
            """)
    Optional<Product> product(String sku);

    @Select(
            """
            select sku, name, unit_grams, tolerance_grams, price_fen, photo_url
            from product where status = 'ACTIVE' order by sku
            """)
    IPage<Product> products(IPage<Product> page);

    @Update("update product set price_fen = #{priceFen}, updated_at = #{now} where sku = #{sku}")
    int setProductPrice(String sku, long priceFen, Instant now);

    @Select("select price_fen from region_price where region = #{region} and sku = #{sku}")
    @Nullable Long regionPrice(String region, String sku);

    @Insert(
            """
            insert into region_price (region, sku, price_fen, updated_at)
            values (#{region}, #{sku}, #{priceFen}, #{now})
            on duplicate key update price_fen = #{priceFen}, updated_at = #{now}
            """)
    void setRegionPrice(String region, String sku, long priceFen, Instant now);
}
