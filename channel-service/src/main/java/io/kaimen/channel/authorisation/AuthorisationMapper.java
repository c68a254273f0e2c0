package io.kaimen.channel.authorisation;

import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** The table of authorisations. */
@Mapper
interface AuthorisationMapper {

    String COLUMNS =
            """
            select order_no, platform, status, openid, sn, door, request, front_end, refusal,
                   created_at, updated_at
            from authorisation where order_no = #{orderNo}
            """;

    @Insert(
            """
            insert into authorisation
                (order_no, platform, status, openid, sn, door, request, front_end, refusal,
                 created_at, updated_at)
            values
                (#{orderNo}, #{platform}, #{status}, #{openid}, #{sn}, #{door}, #{request},
                 #{frontEnd}, #{refusal}, #{createdAt}, #{updatedAt})
            """)
    void insert(Authorisation authorisation);

    @Select(COLUMNS)
    @Nullable Authorisation find(String orderNo);

    @Select(COLUMNS + " for update")
    @Nullable Authorisation lock(String orderNo);

    @Update(
            """
            update authorisation
            set status = #{to.status}, front_end = #{to.frontEnd}, refusal = #{to.refusal},
                updated_at = #{to.updatedAt}
            where order_no = #{to.orderNo} and status = #{from}
            """)
    int move(@Param("from") AuthorisationStatus from, @Param("to") Authorisation to);
}
