-- What people outside are to be told; one row for each thing, in the words they will read.
create table notification (
    id         bigint       not null auto_increment primary key,
    kind       varchar(32)  not null,
    subject    varchar(64)  not null,
    recipient  varchar(64)  not null,
    text       varchar(2000) not null,
    status     varchar(16)  not null,
    created_at datetime(3)  not null,
    unique key uk_notification (kind, subject),
    key ix_notification_status (status, created_at),
    key ix_notification_created (created_at)
);
