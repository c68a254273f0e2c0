-- Holders whose claim was given back before it was there: a claim whose answer was lost may still be on its way.
-- It is turned away when it comes. Kept a day.
create table released_holder (
    holder      varchar(64) character set ascii collate ascii_bin not null primary key,
    released_at datetime(3) not null,
    key ix_released_holder_at (released_at)
);
