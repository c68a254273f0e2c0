-- What is sold where and for how much. Codes are case-sensitive ASCII; times are UTC; prices are fen.

create table region (
    code       varchar(32) character set ascii collate ascii_bin not null primary key,
    name       varchar(100) not null,
    status     varchar(16)  not null default 'ACTIVE',
    created_at datetime(3)  not null,
    updated_at datetime(3)  not null
);

create table site (
    code       varchar(32) character set ascii collate ascii_bin not null primary key,
    name       varchar(100) not null,
    region     varchar(32) character set ascii collate ascii_bin not null,
    partner    varchar(64)  not null,
    status     varchar(16)  not null default 'ACTIVE',
    created_at datetime(3)  not null,
    updated_at datetime(3)  not null,
    key ix_site_region (region, code)
);

create table product (
    sku             varchar(64) character set ascii collate ascii_bin not null primary key,
    name            varchar(100) not null,
    unit_grams      double       not null,
    tolerance_grams double       not null,
    price_fen       bigint       not null,
    photo_url       varchar(500),
    status          varchar(16)  not null default 'ACTIVE',
    created_at      datetime(3)  not null,
    updated_at      datetime(3)  not null
);

-- The three levels of prices: lane, then region, then the product's own, which is always there.
create table region_price (
    region     varchar(32) character set ascii collate ascii_bin not null,
    sku        varchar(64) character set ascii collate ascii_bin not null,
    price_fen  bigint      not null,
    updated_at datetime(3) not null,
    primary key (region, sku)
);

create table lane_price (
    sn         varchar(32) character set ascii collate ascii_bin not null,
    lane       int         not null,
    sku        varchar(64) character set ascii collate ascii_bin not null,
    price_fen  bigint      not null,
    updated_at datetime(3) not null,
    primary key (sn, lane, sku)
);

-- Who changed what, and how it was before and after.
create table audit_entry (
    id          bigint       not null auto_increment primary key,
    at          datetime(3)  not null,
    who         varchar(64)  not null,
    action      varchar(64)  not null,
    subject     varchar(128) not null,
    before_json text,
    after_json  text,
    key ix_audit_subject (subject, at)
);
