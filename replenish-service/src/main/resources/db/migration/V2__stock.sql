-- One row a cabinet: who supplies it and which of its planograms is known here. Whoever changes a cabinet's stock or
-- tasks locks this row first. Version 0: it has sold, but no planogram has arrived yet.
create table cabinet_supply (
    sn                varchar(64) not null primary key,
    warehouse         varchar(32),
    planogram_version bigint      not null,
    updated_at        datetime(3) not null
);

-- Book stock. units may go below zero: then more was sold than was booked, and the lane stays flagged until somebody
-- counts it. sku is null while the planogram gives the lane nothing to sell. moved_at is null until the first
-- movement of the lane's present product: before that nobody knows what is in it.
create table lane_stock (
    sn                varchar(64)  not null,
    lane              int          not null,
    door              int          not null,
    sku               varchar(64),
    product_name      varchar(128),
    units             int          not null,
    par_level         int          not null,
    restock_threshold int          not null,
    planogram_version bigint       not null,
    flagged           boolean      not null,
    moved_at          datetime(3),
    updated_at        datetime(3)  not null,
    primary key (sn, lane),
    key ix_lane_stock_flagged (flagged, sn, lane)
);

-- Every change of book stock. A lane's units are the sum of the changes of its present product. The unique key lets a
-- settlement lower a lane once.
create table stock_movement (
    id          bigint       not null auto_increment primary key,
    sn          varchar(64)  not null,
    lane        int          not null,
    sku         varchar(64)  not null,
    cause       varchar(24)  not null,
    units       int          not null,
    units_after int          not null,
    reference   varchar(96)  not null,
    note        varchar(200),
    moved_by    varchar(64)  not null,
    moved_at    datetime(3)  not null,
    unique key uk_stock_movement (reference, lane, sku),
    key ix_stock_movement_lane (sn, lane, id)
);
