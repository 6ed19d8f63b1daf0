-- Which role comes first, second, … for each assessment? Equal points are ordered by role id.

WITH open_question AS (
    SELECT point.role, SUM(point.points) AS points
    FROM point
    WHERE point.state = -1
        AND (point.visibility = 'maybe' OR point.question NOT IN (SELECT question FROM follow_up))
    GROUP BY point.role
),

scored AS (
    SELECT assessment.assessment, role.role,
           role.base + COALESCE(open_question.points, 0) + COALESCE(
               CASE role.role
                   WHEN 'consultant' THEN total.consultant
                   WHEN 'cto' THEN total.cto
                   WHEN 'fractional_cio' THEN total.fractional_cio
                   WHEN 'full_time_cio' THEN total.full_time_cio
                   WHEN 'not_yet' THEN total.not_yet
                   WHEN 'vcio' THEN total.vcio
               END, 0) AS points
    FROM assessment
    CROSS JOIN role
    LEFT JOIN open_question ON open_question.role = role.role
    LEFT JOIN total ON total.assessment = assessment.assessment
)

SELECT assessment, role, CAST(points AS INTEGER) AS points,
       ROW_NUMBER() OVER (
           PARTITION BY assessment
           ORDER BY points DESC NULLS LAST, role ASC NULLS LAST
       ) AS place
FROM scored
