-- The calendar day of issue where the editors were: kept pages name it, and would otherwise name another one once the
-- schedule is moved to another time zone.
ALTER TABLE editions ADD COLUMN issued_on TEXT NOT NULL DEFAULT '';

UPDATE editions SET issued_on = substr(issued, 1, 10);
