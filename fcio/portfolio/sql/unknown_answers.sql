-- Which answers name a question or a state that the points do not know?

SELECT answer.assessment, answer.question, answer.state
FROM answer
LEFT JOIN (
    SELECT question, state
    FROM point
    GROUP BY question, state
) AS known ON known.question = answer.question AND known.state = answer.state
WHERE known.question IS NULL
ORDER BY answer.assessment ASC NULLS LAST, answer.question ASC NULLS LAST
