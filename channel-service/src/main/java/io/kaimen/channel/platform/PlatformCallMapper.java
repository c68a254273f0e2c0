package io.kaimen.channel.platform;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

/** The table of calls made. */
@Mapper
interface PlatformCallMapper {

    @Insert(
            """
            insert into platform_call
                (order_no, platform, operation, outcome, status, error, started_at, millis)
            values (#{orderNo}, #{platform}, #{operation}, #{outcome}, #{status}, #{error},
                #{startedAt}, #{millis})
            """)
    void insert(PlatformCall call);

    @Select(
            """
            select order_no, platform, operation, outcome, status, error, started_at, millis
            from platform_call where order_no = #{orderNo} order by started_at, id
            """)
    List<PlatformCall> about(String orderNo);

    @Delete("delete from platform_call where started_at < #{before} limit 1000")
    int forget(Instant before);
}
