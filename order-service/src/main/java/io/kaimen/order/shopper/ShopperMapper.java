package io.kaimen.order.shopper;

import io.kaimen.contracts.Platform;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** Statements on shoppers. */
@Mapper
interface ShopperMapper {

    @Insert(
            """
            insert into shopper (id, platform, openid, created_at)
            values (#{id}, #{platform}, #{openid}, #{createdAt})
            """)
    void add(Shopper shopper);

    @Select("select id, platform, openid, created_at from shopper where id = #{id}")
    @Nullable Shopper find(String id);

    @Select(
            """
            select id, platform, openid, created_at from shopper
            where platform = #{platform} and openid = #{openid}
            """)
    @Nullable Shopper byOpenid(
            @Param("platform") Platform platform, @Param("openid") String openid);

    /** By primary key: the undo of a first login locks that first, the other way is a deadlock. */
    @Select("select id, platform, openid, created_at from shopper where id = #{id} for update")
    @Nullable Shopper lock(String id);
}
