-- The catalogue of a library of models, for SQLite and PostgreSQL; docs/library.md says what each column holds.

CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
);

CREATE TABLE data_set (
  id ${identity},
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  row_count BIGINT NOT NULL,
  source TEXT NOT NULL,
  licence TEXT NOT NULL,
  UNIQUE (sha256, name, row_count, source, licence)
);

-- Domains of training materials; many models share one.
CREATE TABLE sketch (
  id ${identity},
  sha256 TEXT NOT NULL UNIQUE,
  roots ${bytes} NOT NULL
);

-- What models that differ only in architecture, draw and name share. A search looks through these few rows first.
CREATE TABLE series (
  id ${identity},
  property TEXT NOT NULL,
  unit TEXT NOT NULL,
  kind TEXT NOT NULL,
  descriptor TEXT NOT NULL,
  family TEXT NOT NULL,
  data_set_id BIGINT NOT NULL REFERENCES data_set (id),
  train_rows BIGINT NOT NULL,
  words TEXT NOT NULL,
  models BIGINT NOT NULL,
  UNIQUE (property, unit, kind, descriptor, family, data_set_id, train_rows)
);

-- A version is given once, also where the model that had it is gone.
CREATE TABLE model_name (
  id ${identity},
  name ${text} NOT NULL UNIQUE,
  last_version BIGINT NOT NULL
);

CREATE TABLE model (
  id ${identity},
  name_id BIGINT NOT NULL REFERENCES model_name (id),
  version BIGINT NOT NULL,
  series_id BIGINT NOT NULL REFERENCES series (id),
  sketch_id BIGINT NOT NULL REFERENCES sketch (id),
  object TEXT NOT NULL,
  bytes BIGINT NOT NULL,
  card TEXT NOT NULL,
  architecture TEXT NOT NULL,
  split_kind TEXT NOT NULL,
  split_seed BIGINT NOT NULL,
  validation_rows BIGINT NOT NULL,
  test_rows BIGINT NOT NULL,
  parent TEXT,
  published BIGINT NOT NULL,
  deleted BIGINT,
  UNIQUE (name_id, version),
  UNIQUE (name_id, object, card)
);

CREATE INDEX model_by_object ON model (object);
CREATE INDEX model_by_series ON model (series_id, sketch_id, id) WHERE deleted IS NULL;
CREATE INDEX model_by_sketch ON model (sketch_id, series_id, id) WHERE deleted IS NULL;
CREATE INDEX model_deleted ON model (deleted) WHERE deleted IS NOT NULL;

-- listed_in is the series of the model, and null while the model is deleted.
CREATE TABLE score (
  model_id BIGINT NOT NULL REFERENCES model (id),
  name TEXT NOT NULL,
  listed_in BIGINT,
  value DOUBLE PRECISION,
  low DOUBLE PRECISION,
  high DOUBLE PRECISION,
  level DOUBLE PRECISION,
  PRIMARY KEY (model_id, name)
) ${clustered};

CREATE INDEX score_overall ON score (name, value, model_id, listed_in);
CREATE INDEX score_in_series ON score (name, listed_in, value, model_id);

CREATE TABLE tag (
  tag TEXT NOT NULL,
  model_id BIGINT NOT NULL REFERENCES model (id),
  PRIMARY KEY (tag, model_id)
) ${clustered};

CREATE INDEX tag_of_model ON tag (model_id, tag);

-- Words of a model's name, architecture and tags that its series does not have.
CREATE TABLE word (
  word ${text} NOT NULL,
  model_id BIGINT NOT NULL REFERENCES model (id),
  PRIMARY KEY (word, model_id)
) ${clustered};

CREATE INDEX word_of_model ON word (model_id, word);

CREATE TABLE alias (
  scope TEXT NOT NULL,
  alias TEXT NOT NULL,
  model_id BIGINT NOT NULL REFERENCES model (id),
  since BIGINT NOT NULL,
  PRIMARY KEY (scope, alias)
);

CREATE INDEX alias_of_model ON alias (model_id);
