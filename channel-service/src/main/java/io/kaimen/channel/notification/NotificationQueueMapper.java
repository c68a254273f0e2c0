package io.kaimen.channel.notification;

import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** The table of notifications. */
@Mapper
interface NotificationQueueMapper {

    @Insert(
            """
            insert into notification (kind, subject, recipient, text, status, created_at)
            values (#{kind}, #{subject}, #{recipient}, #{text}, #{status}, #{createdAt})
            on duplicate key update kind = kind
            """)
    void insertOnce(Notification notification);

    @Select(
            """
            select kind, subject, recipient, text, status, created_at from notification
            order by created_at desc, id desc limit #{size} offset #{offset}
            """)
    List<Notification> page(@Param("size") int size, @Param("offset") int offset);

    @Select("select count(*) from notification")
    long count();
}
