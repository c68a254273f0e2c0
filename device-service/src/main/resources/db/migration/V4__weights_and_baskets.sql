-- Readings for a week, by the day they were received; a job adds the days to come and drops the old ones.
create table weight_sample (
    sn            varchar(32) character set ascii collate ascii_bin not null,
    lane          int         not null,
    received_at   datetime(3) not null,
    uptime_millis bigint      not null,
    boot_id       varchar(64) not null,
    door          int         not null,
    door_position varchar(8) character set ascii collate ascii_bin not null,
    grams         double      not null,
    stable        boolean     not null,
    primary key (sn, lane, received_at, uptime_millis, boot_id)
)
partition by range (to_days(received_at)) (
    partition pmax values less than maxvalue
);

create table basket (
    order_no   varchar(64) character set ascii collate ascii_bin not null primary key,
    -- Which of several tries to settle made it; the others' half messages are rolled back by this.
    attempt    char(36) character set ascii collate ascii_bin not null,
    total_fen  bigint      not null,
    lanes_json text        not null,
    flags_json text        not null,
    algorithm  varchar(32) not null,
    settled_at datetime(3) not null
);

create table basket_line (
    order_no       varchar(64) character set ascii collate ascii_bin not null,
    lane           int          not null,
    sku            varchar(64) character set ascii collate ascii_bin not null,
    product_name   varchar(100) not null,
    quantity       int          not null,
    unit_price_fen bigint       not null,
    amount_fen     bigint       not null,
    primary key (order_no, lane, sku)
);
