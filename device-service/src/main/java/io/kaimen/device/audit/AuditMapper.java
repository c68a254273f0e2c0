package io.kaimen.device.audit;

import java.time.Instant;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

@Mapper
interface AuditMapper {

    @Insert(
            """
            insert into audit_entry (at, who, action, subject, before_json, after_json)
            values (#{at}, #{who}, #{action}, #{subject}, #{before}, #{after})
            """)
    void insert(
            Instant at,
            String who,
            String action,
            String subject,
            @Nullable String before,
            @Nullable String after);
}
