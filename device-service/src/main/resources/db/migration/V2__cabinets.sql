-- Cabinets as registered, how they connect and what their lanes sell.

create table cabinet (
    sn                    varchar(32) character set ascii collate ascii_bin not null primary key,
    name                  varchar(100) not null,
    site                  varchar(32) character set ascii collate ascii_bin not null,
    warehouse             varchar(32) character set ascii collate ascii_bin not null,
    status                varchar(16)  not null,
    status_changed_at     datetime(3)  not null,
    suspended             boolean      not null default false,
    suspension_reason     varchar(200),
    credential_sha256     char(64) character set ascii collate ascii_bin not null,
    credential_state      varchar(16)  not null,
    credential_changed_at datetime(3)  not null,
    -- Which comm-service instance holds its connection (null: none), and the how manieth connection that is.
    route_instance        varchar(64) character set ascii collate ascii_bin,
    route_epoch           bigint       not null default 0,
    planogram_version     bigint       not null default 0,
    firmware              varchar(100),
    -- When it last reported every door and lane it is registered with.
    reported_at           datetime(3),
    created_at            datetime(3)  not null,
    updated_at            datetime(3)  not null,
    key ix_cabinet_status (status, sn),
    key ix_cabinet_status_since (status, status_changed_at),
    key ix_cabinet_site (site, sn)
);

create table cabinet_status_move (
    id          bigint       not null auto_increment primary key,
    sn          varchar(32) character set ascii collate ascii_bin not null,
    from_status varchar(16)  not null,
    to_status   varchar(16)  not null,
    cause       varchar(200) not null,
    at          datetime(3)  not null,
    key ix_cabinet_status_move (sn, id)
);

create table cabinet_door (
    sn   varchar(32) character set ascii collate ascii_bin not null,
    door int not null,
    primary key (sn, door)
);

create table lane (
    sn   varchar(32) character set ascii collate ascii_bin not null,
    lane int not null,
    door int not null,
    primary key (sn, lane),
    key ix_lane_door (sn, door)
);

create table planogram_slot (
    sn                varchar(32) character set ascii collate ascii_bin not null,
    lane              int not null,
    door              int not null,
    sku               varchar(64) character set ascii collate ascii_bin not null,
    par_level         int not null,
    restock_threshold int not null,
    primary key (sn, lane),
    key ix_planogram_door (sn, door),
    key ix_planogram_sku (sku)
);
