-- What is scored, and by what. Questions and states are places in the model's tables; -1 is an open answer.

CREATE TABLE assessment (assessment INTEGER NOT NULL);

-- At most one row per assessment and question; an open answer may be -1 or left out.
CREATE TABLE answer (assessment INTEGER NOT NULL, question SMALLINT NOT NULL, state SMALLINT NOT NULL);

-- Points before any question is asked: 0, but for "not yet".
CREATE TABLE role (role VARCHAR NOT NULL, base INTEGER NOT NULL);

-- Visibility is shown, or maybe: a follow-up question whose parent is open.
CREATE TABLE point (
    question SMALLINT NOT NULL,
    visibility VARCHAR NOT NULL,
    state SMALLINT NOT NULL,
    role VARCHAR NOT NULL,
    points INTEGER NOT NULL
);

-- What the state of its parent makes of a follow-up question: hidden, shown, or maybe (parent_state -1).
CREATE TABLE follow_up (
    question SMALLINT NOT NULL,
    parent SMALLINT NOT NULL,
    parent_state SMALLINT NOT NULL,
    visibility VARCHAR NOT NULL
);

-- Which indicators make up an area, and how much each counts in its mean.
CREATE TABLE area_indicator (indicator SMALLINT NOT NULL, area SMALLINT NOT NULL, weight SMALLINT NOT NULL);

-- What an assessment needs of each area: target level 1 to 5, importance 1 to 4.
CREATE TABLE area_need (
    assessment INTEGER NOT NULL,
    area SMALLINT NOT NULL,
    target SMALLINT NOT NULL,
    importance SMALLINT NOT NULL
);

-- Levels 1 to 5; 0 does not apply. An open indicator is left out. Highest lies above level where more is possible.
CREATE TABLE indicator_level (
    assessment INTEGER NOT NULL,
    indicator SMALLINT NOT NULL,
    level SMALLINT NOT NULL,
    highest SMALLINT NOT NULL
);
