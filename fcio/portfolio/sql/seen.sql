-- Which answers count, and how? A follow-up question counts by what its parent's answer makes of it.

WITH child AS (
    SELECT question, parent
    FROM follow_up
    GROUP BY question, parent
)

SELECT answer.assessment, answer.question, 'shown' AS visibility, answer.state
FROM answer
LEFT JOIN child ON child.question = answer.question
WHERE child.question IS NULL

UNION ALL

SELECT answer.assessment, answer.question, follow_up.visibility, answer.state
FROM answer
JOIN child ON child.question = answer.question
LEFT JOIN answer AS parent_answer
    ON parent_answer.assessment = answer.assessment
    AND parent_answer.question = child.parent
JOIN follow_up
    ON follow_up.question = answer.question
    AND follow_up.parent_state = COALESCE(parent_answer.state, -1)
