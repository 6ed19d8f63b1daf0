-- How far does one definite answer move each role's points away from those with every question open?
-- A new role needs its line here, in total.sql and in ranking.sql.

WITH own_move AS (
    SELECT definite.question, definite.visibility, definite.state, definite.role,
           definite.points - undecided.points AS points
    FROM point AS definite
    JOIN point AS undecided
        ON undecided.question = definite.question
        AND undecided.visibility = definite.visibility
        AND undecided.role = definite.role
        AND undecided.state = -1
    WHERE definite.state >= 0
),

-- Until its parent is answered, a follow-up counts by the chance that it applies; then in full or not at all.
follow_up_move AS (
    SELECT follow_up.parent AS question, follow_up.parent_state AS state, maybe.role,
           SUM(COALESCE(settled.points, 0) - maybe.points) AS points
    FROM follow_up
    JOIN point AS maybe
        ON maybe.question = follow_up.question
        AND maybe.visibility = 'maybe'
        AND maybe.state = -1
    LEFT JOIN point AS settled
        ON settled.question = follow_up.question
        AND settled.visibility = follow_up.visibility
        AND settled.state = -1
        AND settled.role = maybe.role
    WHERE follow_up.parent_state >= 0
    GROUP BY follow_up.parent, follow_up.parent_state, maybe.role
),

whole_move AS (
    SELECT own_move.question, own_move.visibility, own_move.state, own_move.role,
           own_move.points + COALESCE(follow_up_move.points, 0) AS points
    FROM own_move
    LEFT JOIN follow_up_move
        ON follow_up_move.question = own_move.question
        AND follow_up_move.state = own_move.state
        AND follow_up_move.role = own_move.role
)

SELECT question, visibility, state,
       SUM(CASE WHEN role = 'consultant' THEN points ELSE 0 END) AS consultant,
       SUM(CASE WHEN role = 'cto' THEN points ELSE 0 END) AS cto,
       SUM(CASE WHEN role = 'fractional_cio' THEN points ELSE 0 END) AS fractional_cio,
       SUM(CASE WHEN role = 'full_time_cio' THEN points ELSE 0 END) AS full_time_cio,
       SUM(CASE WHEN role = 'not_yet' THEN points ELSE 0 END) AS not_yet,
       SUM(CASE WHEN role = 'vcio' THEN points ELSE 0 END) AS vcio
FROM whole_move
GROUP BY question, visibility, state
