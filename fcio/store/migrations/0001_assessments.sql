-- One row per saved state of an assessment. Rows are only added; erasing a client removes them all.
-- saved_at is UTC without zone.
CREATE TABLE assessments (
    assessment_id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    client_name TEXT NOT NULL,
    demo BOOLEAN NOT NULL,
    saved_at TIMESTAMP NOT NULL,
    actor TEXT NOT NULL,
    knowledge_version TEXT NOT NULL,
    document JSON NOT NULL,
    PRIMARY KEY (assessment_id, revision)
);
