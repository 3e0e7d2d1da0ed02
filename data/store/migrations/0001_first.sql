CREATE TABLE articles (
    ident VARCHAR(64) NOT NULL PRIMARY KEY,
    title TEXT NOT NULL,
    lang VARCHAR(16) NOT NULL,
    source TEXT NOT NULL,
    url TEXT NOT NULL,
    published VARCHAR(10),
    published_from VARCHAR(16) NOT NULL,
    added_at BIGINT NOT NULL,
    was_read BOOLEAN NOT NULL,
    sample BOOLEAN NOT NULL,
    text TEXT NOT NULL,
    reading TEXT NOT NULL
);
CREATE INDEX articles_by_time ON articles (added_at);
CREATE TABLE incidents (
    num {number},
    ident VARCHAR(64) NOT NULL UNIQUE,
    kind VARCHAR(32) NOT NULL,
    title TEXT NOT NULL,
    actors TEXT NOT NULL,
    targets TEXT NOT NULL,
    lat DOUBLE PRECISION,
    lon DOUBLE PRECISION,
    precision VARCHAR(16),
    place TEXT,
    place_words TEXT NOT NULL,
    country VARCHAR(2) NOT NULL,
    first_day INTEGER,
    last_day INTEGER,
    grain VARCHAR(8),
    when_words TEXT NOT NULL,
    status VARCHAR(16) NOT NULL,
    quote TEXT NOT NULL,
    killed INTEGER,
    injured INTEGER,
    origin TEXT,
    confidence DOUBLE PRECISION NOT NULL,
    review BOOLEAN NOT NULL,
    reasons TEXT NOT NULL,
    added_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    articles INTEGER NOT NULL,
    sources TEXT NOT NULL,
    revision BIGINT NOT NULL
);
CREATE INDEX incidents_by_revision ON incidents (revision);
CREATE TABLE events (
    ident VARCHAR(64) NOT NULL PRIMARY KEY,
    article VARCHAR(64) NOT NULL REFERENCES articles (ident) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    incident BIGINT REFERENCES incidents (num) ON DELETE SET NULL,
    kind VARCHAR(32) NOT NULL,
    country VARCHAR(2) NOT NULL,
    first_day INTEGER,
    last_day INTEGER,
    rejected BOOLEAN NOT NULL,
    ruled VARCHAR(16),
    as_read TEXT NOT NULL,
    corrected TEXT
);
CREATE INDEX events_by_article ON events (article);
CREATE INDEX events_by_incident ON events (incident);
CREATE INDEX events_by_day ON events (country, kind, first_day);
CREATE TABLE names (
    num {number},
    name TEXT NOT NULL UNIQUE
);
CREATE TABLE incident_actor (
    incident BIGINT NOT NULL REFERENCES incidents (num) ON DELETE CASCADE,
    name BIGINT NOT NULL REFERENCES names (num),
    roles INTEGER NOT NULL,
    PRIMARY KEY (incident, name)
);
CREATE TABLE incident_source (
    incident BIGINT NOT NULL REFERENCES incidents (num) ON DELETE CASCADE,
    name BIGINT NOT NULL REFERENCES names (num),
    PRIMARY KEY (incident, name)
);
{words};
CREATE TABLE gone (
    incident BIGINT NOT NULL PRIMARY KEY,
    revision BIGINT NOT NULL
);
CREATE INDEX gone_by_revision ON gone (revision);
CREATE TABLE changes (
    num {number},
    incident VARCHAR(64) NOT NULL,
    at BIGINT NOT NULL,
    field VARCHAR(32) NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    cause TEXT NOT NULL
);
CREATE INDEX changes_by_incident ON changes (incident);
CREATE TABLE decisions (
    num {number},
    at BIGINT NOT NULL,
    verb VARCHAR(16) NOT NULL,
    incident VARCHAR(64) NOT NULL,
    who TEXT NOT NULL,
    decided TEXT NOT NULL
);
CREATE TABLE decision_article (
    decision BIGINT NOT NULL REFERENCES decisions (num),
    article VARCHAR(64) NOT NULL,
    PRIMARY KEY (decision, article)
);
CREATE INDEX decision_article_by_article ON decision_article (article);
CREATE TABLE notes (
    key VARCHAR(64) NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);
INSERT INTO notes (key, value) VALUES ('revision', '0');
