CREATE TABLE collection (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  owner_id uuid NOT NULL,
  source_id uuid,
  title text NOT NULL,
  UNIQUE (owner_id, source_id)
);
CREATE TABLE card (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  collection_id uuid NOT NULL REFERENCES collection ON DELETE CASCADE,
  source_id uuid,
  front text NOT NULL,
  back text NOT NULL,
  position integer NOT NULL
);
CREATE INDEX card_in_order ON card (collection_id, position);
CREATE TABLE share_code (
  code text PRIMARY KEY,
  collection_id uuid NOT NULL REFERENCES collection,
  message text NOT NULL,
  expires_at timestamptz NOT NULL
);
