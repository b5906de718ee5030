-- A journal as quiz made it with schema 1: four lines of log, of which the last takes back the one before.
PRAGMA application_id = 1903520122;
PRAGMA user_version = 1;
BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'journal','1 log, memory, lived, stamp','2026-11-21 23:47:20.012878+00:00');
CREATE TABLE lived (
        card TEXT NOT NULL,
        day INTEGER NOT NULL,
        introduced INTEGER NOT NULL,
        reviews INTEGER NOT NULL,
        PRIMARY KEY (card, day)
    ) STRICT, WITHOUT ROWID
    ;
INSERT INTO "lived" VALUES('animals/fox',20000,1,1);
INSERT INTO "lived" VALUES('animals/wolf',20000,1,1);
CREATE TABLE log (
        id TEXT PRIMARY KEY,
        at INTEGER NOT NULL,
        "offset" INTEGER NOT NULL,
        device TEXT NOT NULL,
        kind TEXT NOT NULL,
        card TEXT NOT NULL,
        rating INTEGER,
        verdict TEXT,
        typed TEXT,
        first_ms INTEGER,
        took_ms INTEGER,
        rest TEXT NOT NULL CHECK (json_valid(rest))
    ) STRICT
    ;
INSERT INTO "log" VALUES('584bf4af5972d111c27c700422dc7915',1728043200000,60,'d','reviewed','animals/fox',1,'wrong','le loup',900,2500,'{"confused_with":"animals/wolf","reasons":["another-card"]}');
INSERT INTO "log" VALUES('36a340e1d204723423794ea96da3abf8',1728046800000,60,'d','reviewed','animals/wolf',3,'right','le loup',700,2000,'{"reasons":[]}');
INSERT INTO "log" VALUES('79ec04d07d752b26fde879ec08709fd2',1728129600000,60,'d','reviewed','animals/hare',1,'wrong','le lapin',NULL,NULL,'{"confused_with":"animals/rabbit","reasons":["another-card"]}');
INSERT INTO "log" VALUES('9efad2b80f221725ad9bcaf78240f02c',1728133200000,60,'d','undone','animals/hare',NULL,NULL,NULL,NULL,NULL,'{"of":"79ec04d07d752b26fde879ec08709fd2"}');
CREATE TABLE memory (
        card TEXT PRIMARY KEY,
        stability REAL NOT NULL,
        difficulty REAL NOT NULL,
        last_at INTEGER NOT NULL,
        last_day INTEGER NOT NULL,
        due INTEGER,
        "interval" INTEGER NOT NULL,
        again INTEGER NOT NULL,
        reviews INTEGER NOT NULL,
        lapses INTEGER NOT NULL,
        suspended INTEGER NOT NULL,
        buried_on INTEGER,
        changed INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID
    ;
INSERT INTO "memory" VALUES('animals/fox',0.212,6.4133,1728043200000,20000,20000,0,1,1,0,0,NULL,1);
INSERT INTO "memory" VALUES('animals/hare',0.0,0.0,0,0,NULL,0,0,0,0,0,NULL,4);
INSERT INTO "memory" VALUES('animals/wolf',2.3065,2.11810397045901499524e+00,1728046800000,20000,20002,2,0,1,0,0,NULL,2);
CREATE TABLE stamp (name TEXT PRIMARY KEY, value ANY NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "stamp" VALUES('counter',4);
INSERT INTO "stamp" VALUES('identity','1ac043755d668b9e26c5287a89bf4e24');
INSERT INTO "stamp" VALUES('needs','0.1.0');
INSERT INTO "stamp" VALUES('projection','1 0.9 4 ()');
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX log_card ON log (card, at, id);
CREATE INDEX log_at ON log (at, id);
CREATE INDEX log_renamed ON log (json_extract(rest, '$.from')) WHERE kind = 'renamed';
CREATE TRIGGER log_once BEFORE INSERT ON log WHEN EXISTS (SELECT 1 FROM log WHERE id = NEW.id)
    BEGIN SELECT RAISE(IGNORE); END;
CREATE TRIGGER log_never_changes BEFORE UPDATE ON log
    BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER log_never_shrinks BEFORE DELETE ON log
    BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE INDEX memory_changed ON memory (changed);
CREATE INDEX lived_day ON lived (day, introduced, reviews);
COMMIT;
