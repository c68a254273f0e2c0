package io.kaimen.channel.callback;

import io.kaimen.contracts.Platform;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** The table of things platforms told us. */
@Mapper
interface NotificationMapper {

    /**
     * One statement, so that two deliveries at once cannot both be the first.
     *
     * @return 1 for the first delivery, 2 for any further one
     */
    @Insert(
            """
            insert into platform_notification
                (platform, business_no, event_type, outcome, status, deliveries, first_at, last_at)
            values
                (#{told.platform}, #{told.businessNo}, #{told.eventType}, #{told.outcome},
                 'BELIEVED', 1, #{at}, #{at})
            on duplicate key update deliveries = deliveries + 1, last_at = #{at}
            """)
    int record(@Param("told") Told told, @Param("at") Instant at);

    @Select(
            """
            select status from platform_notification
            where platform = #{platform} and business_no = #{businessNo}
              and event_type = #{eventType} and outcome = #{outcome}
            """)
    NotificationStatus status(Told told);

    @Select(
            """
            select count(*) from platform_notification
            where platform = #{platform} and business_no = #{businessNo}
              and event_type = #{eventType} and outcome <> #{outcome}
            """)
    int otherOutcomes(Told told);

    @Update(
            """
            update platform_notification set status = #{to}
            where platform = #{told.platform} and business_no = #{told.businessNo}
              and event_type = #{told.eventType} and outcome = #{told.outcome}
              and status = #{from}
            """)
    int move(
            @Param("told") Told told,
            @Param("from") NotificationStatus from,
            @Param("to") NotificationStatus to);

    @Select(
            """
            select event_type, outcome, status, deliveries, first_at, last_at
            from platform_notification
            where platform = #{platform} and business_no = #{businessNo} order by id
            """)
    List<Heard> about(@Param("platform") Platform platform, @Param("businessNo") String businessNo);

    /**
     * A thing told.
     *
     * @param deliveries how often it was told
     */
    record Heard(
            String eventType,
            String outcome,
            NotificationStatus status,
            int deliveries,
            Instant firstAt,
            Instant lastAt) {}

    /**
     * What makes two notifications the same one.
     *
     * @param outcome all that matters of what it says
     */
    record Told(Platform platform, String businessNo, String eventType, String outcome) {}
}
